import AssetExports
import Testing

@testable import AssetCatalogue
@testable import AssetJSON

@Suite struct CloudControlTests {
  private let records = [
    #"{"Identifier":"a","Properties":"{\"ServerId\":\"a\",\"Size\":1,\"Identifier\":\"own\"}"}"#,
    #"{"Identifier":"b","Properties":{"ServerId":"b","Labels":{"x":"y"}}}"#,
  ]
  private let expected = [
    #"server_id=a size=1 _extra={"Identifier":"own"}"#,
    #"server_id=b labels={"x":"y"} _extra={"Identifier":"b"}"#,
  ]

  @Test func `properties are the record, as text or as an object`() throws {
    let list = records.joined(separator: ",")
    for text in [
      #"{"TypeName":"Test::Web::Server","ResourceDescriptions":[\#(list)]}"#,
      #"{"ResourceDescriptions":[\#(list)],"TypeName":"Test::Web::Server"}"#,
    ] {
      let read = try Export.read(text)
      #expect(read.records == expected)
      #expect(read.summary.format == "cloudcontrol")
    }
    #expect(try Export.outcome("[\(records[0])]") == [expected[0]])
    #expect(
      try Export.outcome(#"{"TypeName":"Test::WebServer","ResourceDescription":\#(records[1])}"#)
        == [expected[1]])
  }

  @Test func `resources of another type are counted, not taken`() throws {
    let read = try Export.read(
      #"{"TypeName":"Test::Web::Client","ResourceDescriptions":[\#(records[0]),\#(records[1])]}"#)
    #expect(read.records.isEmpty)
    #expect(read.summary.skipped == ["Test::Web::Client": 2])
  }

  @Test func `a fault inside of the text is placed`() throws {
    let list = { (text: String) in #"{"ResourceDescriptions":[{"Properties":"\#(text)"}]}"# }
    #expect(
      try Export.outcome(list(#"{\"ServerId\":1,}"#))
        == [
          "1:40: the text is no JSON: expected a key in quotes, at position 14 of it"
        ])
    #expect(
      try Export.outcome(list(#"{\"ServerId\":\"a\",\"Size\":\"x\"}"#), .init(isStrict: true))
        == ["1:40: this is no 64-bit integer"])
  }
}
