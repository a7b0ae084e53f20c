import Assets
import Testing
import TestSupport

@testable import AssetExports
@testable import AssetFiles
@testable import AssetJSON

@Suite struct PlainMapWriterTests {
  /// The text in canonical form; nil where the writer leaves the map to `MapBuilder`.
  private func plain(_ json: String) throws -> String? {
    var parser = JSONParser()
    var writer = PlainMapWriter()
    return try parser.parse(text: Array(json.utf8)) { tape in
      var output: [UInt8] = []
      guard writer.write(tape, object: JSONTape.root, to: &output) else {
        #expect(output.isEmpty)
        return nil
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  private func built(_ pairs: [(String, String)]) -> String {
    var builder = MapBuilder()
    for (key, value) in pairs {
      builder.add(key: Array(key.utf8).span, value: Array(value.utf8).span)
    }
    var output: [UInt8] = []
    builder.write(to: &output, repetition: .last)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `it writes what MapBuilder writes`() throws {
    var random = SeededGenerator(seed: 3)
    let words = ["", "a", "b", "env", "Env", "é", "e\u{301}", "\"", "\n\u{1}", "cost-center-name"]
    for _ in 0..<500 {
      let keys = words.shuffled(using: &random).prefix(
        Int.random(in: 0..<words.count, using: &random))
      let pairs = keys.map { ($0, words.randomElement(using: &random) ?? "") }
      let json = JSONValue.object(pairs.map { JSONValue.Member($0, value: .string($1)) }).text
      #expect(try plain(json) == built(pairs))
    }
  }

  @Test func `what is more than one text for each key is left to MapBuilder`() throws {
    for json in [
      #"{"a":"1","a":"2"}"#, #"{"a":null}"#, #"{"a":1}"#, #"{"a":["1","2"]}"#, "[]", "7",
    ] {
      #expect(try plain(json) == nil, "\(json)")
    }
    let many = (0..<65).map { "\"\($0)\":\"\"" }.joined(separator: ",")
    #expect(try plain("{\(many)}") == nil)
    #expect(try plain(#"{"a":"\#(String(repeating: "x", count: 1 << 18))"}"#) == nil)
  }
}
