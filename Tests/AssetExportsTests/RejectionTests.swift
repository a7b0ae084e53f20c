import Assets
import Foundation
import Testing

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetFiles
@testable import AssetJSON

@Suite struct RejectionTests {
  private static let keeping = Export.Options(isStrict: true, keepsRejections: true)

  /// What is told of a rejected record, without its reason's advice.
  private func told(_ rejection: Rejection) -> String {
    let record =
      switch rejection.record {
      case .json(let bytes): String(decoding: bytes, as: UTF8.self)
      case .text(let bytes): "text " + String(decoding: bytes, as: UTF8.self)
      }
    return "\(rejection.place.line):\(rejection.place.byte): \(rejection.reason): \(record)"
  }

  private func outcome(_ text: String) throws -> (records: [String], rejections: [String]) {
    let outcome = try Export.read(text, Self.keeping)
    #expect(outcome.summary.records == outcome.records.count + outcome.rejections.count)
    #expect(outcome.summary.rejected == outcome.rejections.count)
    return (outcome.records, outcome.rejections.map(told))
  }

  /// Every kind of bad record, as a line.
  static let badLines: [(line: String, rejection: String)] = [
    (
      #"{"server_id":"x","size":"big"}"#,
      #"25: this is no 64-bit integer: {"server_id":"x","size":"big"}"#
    ),
    (
      #"{"server_id":"x", "labels": {"a": {}}}"#,
      #"35: the value of 'a' is nested, and a map holds only text: {"server_id":"x","labels":{"a":{}}}"#
    ),
    (
      #"{"region":"r"}"#,
      #"1: the record has no _key, and no server_id to make one ({account_id}/{server_id}): {"region":"r"}"#
    ),
    (#"{"odd":1}"#, #"1: none of the record's members is a field of test.web_server: {"odd":1}"#),
    (#"[1]"#, #"1: a record has to be a JSON object: [1]"#),
    ("5", "1: a record has to be a JSON object: 5"),
    (#"{"a":[{}],"b":[{}]}"#, #"1: "#),
  ]

  @Test(arguments: badLines)
  func `a bad line is left out, and the lines around it are read`(line: String, rejection: String)
    throws
  {
    let good = #"{"server_id":"a","size":1}"#
    let found = try outcome("\(good)\n\(line)\n\n\(good)\n")
    #expect(found.records == ["server_id=a size=1", "server_id=a size=1"])
    try #require(found.rejections.count == 1)
    let byte = Int(rejection.prefix { $0 != ":" }) ?? 0
    let start = "2:\(good.utf8.count + 1 + byte):"
    #expect(found.rejections[0].hasPrefix(start + rejection.drop { $0 != ":" }.dropFirst()))
  }

  @Test(arguments: badLines.dropLast().filter { !"[5".contains($0.line.prefix(1)) })
  func `a bad element of a list is left out`(line: String, rejection: String) throws {
    let good = #"{"server_id":"a"}"#
    for (start, end) in [("[", "]"), (#"{"Items":["#, #"],"NextToken":"x"}"#)] {
      for patience in [1 << 20, 8] {
        var options = Self.keeping
        options.patience = patience
        let read = try Export.read("\(start)\(good),\n \(line), \(good)\(end)", options)
        #expect(read.records.count == 2 && read.rejections.count == 1)
        #expect(read.rejections.first.map(told)?.hasPrefix("2:") == true)
        #expect(
          read.rejections.first.map(told)?.hasSuffix(String(rejection.drop { $0 != ":" })) == true)
      }
    }
  }

  @Test(arguments: [
    #"{"server_id":"x""#, #"{"server_id":"x"}}"#, #"{"server_id":tru}"#, "nonsense",
    String(repeating: "[", count: 1_001) + String(repeating: "]", count: 1_001),
  ])
  func `a line that is no JSON is left out as text`(line: String) throws {
    let good = #"{"server_id":"a"}"#
    let found = try outcome("\(good)\n\(line)\n\(good)")
    #expect(found.records.count == 2 && found.rejections.count == 1)
    #expect(found.rejections.first?.hasPrefix("2:") == true)
    #expect(found.rejections.first?.hasSuffix(": text \(line)") == true)
    #expect(throws: Fault.self) { try Export.read("\(good)\n\(line)\n\(good)") }
  }

  @Test func `where the format is given as lines, the first of them may be broken`() throws {
    var options = Self.keeping
    options.format = .ndjson
    let text = "{\"server_id\":\n{\"server_id\":\"a\"}\n"
    let read = try Export.read(text, options)
    #expect(read.records == ["server_id=a"] && read.rejections.count == 1)
    #expect(throws: Fault.self) { try Export.read(text, Self.keeping) }
  }

  @Test func `bytes that are no UTF-8 are told as escapes`() throws {
    let read = try Export.read(
      Array(#"{"server_id":"a"}"#.utf8) + [0x0A] + Array("{\"server_id\":\"".utf8) + [0xFF]
        + Array("\"}\n".utf8), Self.keeping)
    #expect(read.records.count == 1)
    let line = try #require(read.rejections.first).json(file: "f")
    #expect(String(decoding: line, as: UTF8.self).contains(#""record":{"server_id":"\udcff"}"#))
  }

  @Test(arguments: [
    ("a,1,x", "the row has 3 cells, and the table 2 columns"), ("a", "the row has 1 cells"),
    ("a,b\"c\"", "a quote stands inside of a cell"), ("\"a\"b,1", "the cell goes on behind"),
    ("a,many", "this is no 64-bit integer"), (",1", "the record has no _key"),
    ("\"a\n\"\"b\",x", "this is no 64-bit integer"), ("a,1\u{0}", "the text holds U+0000"),
  ])
  func `a bad row of a table is left out as text`(row: String, reason: String) throws {
    for lineEnd in ["\n", "\r\n"] {
      let text = ["server_id,size", "a,1", row, "b,2", ""].joined(separator: lineEnd)
      let found = try outcome(text)
      #expect(found.records == ["server_id=a size=1", "server_id=b size=2"])
      #expect(found.rejections.count == 1)
      #expect(found.rejections.first?.hasSuffix(": text \(row)") == true)
      #expect(found.rejections.first?.contains(reason) == true)
    }
  }

  @Test(arguments: [
    #"[{"server_id":"a"} {"server_id":"b"}]"#, #"[{"server_id":"a"},"#, #"[{"server_id":"a"}"#,
    #"[{"server_id":"a"},{"server_id":"b]"#, #"{"Items":[{"server_id":"a"}"#,
    "{\n\"Items\":[{\"server_id\":tru}]}", "server_id,size\na,1\nb,\"2\nc,3\n",
    "server_id,server_id\na,b\n",
  ])
  func `where it can't be told what comes next, the run ends`(text: String) throws {
    #expect(throws: Fault.self) { try Export.read(text, Self.keeping) }
  }

  @Test func `records that an export spreads are told as they are put together`() throws {
    let terraform = try outcome(
      #"{"version":4,"resources":[{"mode":"managed","type":"test_web_server","instances":["#
        + #"{"attributes":{"id":"a","size":"x"}},{"attributes":{"id":"b"}},{"index_key":1}]}]}"#)
    #expect(terraform.records.count == 1 && terraform.records[0].hasPrefix("server_id=b"))
    #expect(terraform.rejections.count == 2)
    #expect(terraform.rejections[0].contains(#": {"server_id":"a","size":"x""#))
    #expect(terraform.rejections[1].hasSuffix(#"has no attributes: {"index_key":1}"#))
    let columns = try outcome(
      #"{"data":{"type":"ddsql_query_response","attributes":{"state":"completed","columns":[{"name":"server_id","type":"VARCHAR","values":["a","b"]},"#
        + #"{"name":"size","type":"BIGINT","values":["x",2]}]}}}"#)
    #expect(columns.records == ["server_id=b size=2"])
    #expect(columns.rejections[0].hasSuffix(#": {"server_id":"a","size":"x"}"#))
    let control = try outcome(
      #"{"TypeName":"Test::Web::Server","ResourceDescriptions":["#
        + #"{"Identifier":"a","Properties":"{\"ServerId\":\"a\",\"Size\":\"x\"}"},"#
        + #"{"Identifier":"b","Properties":"{"},{"Identifier":"c","Properties":"{\"ServerId\":\"c\"}"}]}"#
    )
    #expect(control.records.count == 1 && control.rejections.count == 2)
    #expect(control.rejections[0].contains(#""ServerId":"a","Size":"x""#))
    #expect(control.rejections[1].hasSuffix(#": {"Identifier":"b","Properties":"{"}"#))
  }

  @Test func `the records of text inside of text are told too`() throws {
    let item =
      #"{\"resourceType\":\"Test::Web::Server\",\"resourceId\":\"a\",\"configuration\":{\"size\":\"x\"}}"#
    let found = try outcome(#"{"Results":["\#(item)","{"],"QueryInfo":{"SelectFields":[]}}"#)
    #expect(found.records.isEmpty && found.rejections.count == 2)
    #expect(found.rejections[0].contains(#""server_id":"a""#))
    #expect(found.rejections[1].hasSuffix(#": "{""#))
  }

  @Test func `a batch has no end of rejections`() throws {
    let folder = try Export.file(
      #"{"server_id":"a"}"# + "\n" + String(repeating: "nonsense\n", count: 10_000))
    let type = try Export.type()
    var reader = try RecordReader.open(
      folder, types: RecordTypes(.only(type), account: "1", isStrict: true), keepsRejections: true)
    var (batches, count) = (0, 0)
    while let batch = try reader.next() {
      batches += 1
      count += batch.rejections.count
      #expect(batch.rejections.count <= 4_096)
    }
    #expect(count == 10_000 && batches == 3)
  }

  @Test func `a record that was refused is in no count of what was taken`() throws {
    let read = try Export.read(
      #"{"server_id":"a","odd":1}"# + "\n" + #"{"server_id":"b","odd":1,"size":"x"}"#, Self.keeping)
    #expect(read.summary.extraFields == ["odd": 1])
  }
}
