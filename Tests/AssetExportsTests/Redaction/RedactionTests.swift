import Assets
import Testing
import TestSupport

@testable import AssetExports

@Suite struct RedactionTests {
  private func record(
    _ text: String, _ paths: [String], keepsSensitive: Bool = false
  ) throws -> (cells: [String: String], counts: [String: Int]) {
    let fields = [
      Field("name", dataType: .string), Field("tags", dataType: .hstore),
      Field("settings", dataType: .json),
      Field("size", dataType: .int64), Field("zones", dataType: .array(.string)),
      Field("made", dataType: .timestamp),
    ]
    let type = try AssetType(TypeName("x.y"), accountField: nil, keyTemplate: nil, fields: fields)
    let context = try MappingContext(
      for: type,
      redactions: RedactionRequest(
        paths: paths.map { FieldPath($0) }, keepsSensitive: keepsSensitive))
    var converter = RecordConverter(type: type, context: context)
    let batch = try converter.convert(Array(text.utf8))
    var cells: [String: String] = [:]
    for (name, cell) in zip(type.fields.map(\.name) + ["_extra"], batch.record(0)) {
      switch cell {
      case .text(let range): cells[name] = String(decoding: batch.bytes[range], as: UTF8.self)
      case .integer(let value): cells[name] = "\(value)"
      default: break
      }
    }
    return (cells, converter.mapper.redaction?.counts ?? [:])
  }

  private func digest(_ text: String) -> String {
    String(decoding: RedactedValue.text(for: text.utf8.span), as: UTF8.self)
  }

  @Test func `a digest says nothing but which values are equal`() {
    #expect(
      digest("secret")
        == "redacted:sha256:2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b")
    #expect(digest(digest("secret")) == digest("secret"))
  }

  @Test func `values of all data types are redacted as they can be`() throws {
    let (cells, counts) = try record(
      #"""
      {"_key":"k","Name":"n","tags":{"a":"1","b":null,"c":["x","y"]},"settings":{"p":1},"size":5,
       "zones":["z"],"made":"2026-01-02T03:04:05Z"}
      """#, ["name", "tags", "settings", "size", "zones", "made"])
    #expect(cells["name"] == digest("n"))
    let values = [digest("x"), digest("y")].sorted().map { "\"\($0)\"" }.joined(separator: ",")
    #expect(cells["tags"] == #"{"a":"\#(digest("1"))","b":null,"c":[\#(values)]}"#)
    #expect(cells["settings"] == "\"\(digest(#"{"p":1}"#))\"")
    #expect(cells["zones"] == "[\"\(digest(#"["z"]"#))\"]")
    #expect(cells["size"] == nil && cells["made"] == nil)
    #expect(
      cells["_extra"]
        == #"{"made":"\#(digest("2026-01-02T03:04:05Z"))","size":"\#(digest("5"))"}"#)
    #expect(
      counts == ["name": 1, "tags": 3, "settings": 1, "size": 1, "zones": 1, "made": 1])
  }

  @Test func `single keys are redacted, and the same name beside the fields`() throws {
    let (cells, counts) = try record(
      #"""
      {"_key":"k","tags":{"a":"1","b.c":"2"},"settings":{"p":{"q":1},"r":2},
       "config":{"tags":{"b.c":"2"},"Secret":[1]},"secret":"s","other":{"x":[{"secret":"t"}]}}
      """#, ["tags.b.c", "settings.p", "secret", "absent"])
    #expect(cells["tags"] == #"{"a":"1","b.c":"\#(digest("2"))"}"#)
    #expect(cells["settings"] == #"{"p":"\#(digest(#"{"q":1}"#))","r":2}"#)
    #expect(
      cells["_extra"]
        == #"{"config":{"tags":{"b.c":"\#(digest("2"))"},"Secret":"\#(digest("[1]"))"},"#
        + #""other":{"x":[{"secret":"\#(digest("t"))"}]},"secret":"\#(digest("s"))"}"#)
    #expect(counts == ["tags.b.c": 2, "settings.p": 1, "secret": 3, "absent": 0])
  }
}
