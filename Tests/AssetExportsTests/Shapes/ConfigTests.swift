import Testing

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetJSON

@Suite struct ConfigTests {
  private func item(_ members: String) -> String {
    #"{"accountId":"42","awsRegion":"eu-1","resourceType":"Test::Web::Server","resourceId":"a",\#(members)}"#
  }

  @Test func `an item is what its service says, under what Config says`() throws {
    let item = item(
      #""version":"1.3","arn":"arn:a","tags":{"x":"1"},"configuration":{"size":5,"tags":[{"key":"y"}]}"#
    )
    let read = try Export.read(#"{"fileVersion":"1.0","configurationItems":[\#(item)]}"#)
    #expect(
      read.records == [
        #"region=eu-1 arn=arn:a server_id=a size=5 tags={"x":"1"} "#
          + #"_extra={"config":{"resourceType":"Test::Web::Server","resourceId":"a","version":"1.3"},"#
          + #""configuration.tags":[{"key":"y"}]}"#
      ])
    #expect(read.summary.format == "config")
  }

  @Test func `a configuration may be text, and bring tags and identifier of its own`() throws {
    let item = item(#""tags":null,"configuration":"{\"serverId\":\"b\",\"tags\":{\"y\":\"2\"}}""#)
    for text in [
      #"{"baseConfigurationItems":[\#(item)],"unprocessedResourceKeys":[]}"#,
      #"{"BaseConfigurationItems":[\#(item)]}"#, #"{"ConfigurationItem":\#(item)}"#,
    ] {
      #expect(
        try Export.outcome(text) == [
          #"region=eu-1 server_id=b tags={"y":"2"} "#
            + #"_extra={"config":{"resourceType":"Test::Web::Server","resourceId":"a","tags":null}}"#
        ])
    }
  }

  @Test func `rows of a query are text`() throws {
    let row = JSONValue.string(item(#""tags":[{"tag":"x=1","key":"x","value":"1"}]"#)).text
    let read = try Export.read(
      #"{"Results":[\#(row)],"QueryInfo":{"SelectFields":[{"Name":"tags"}]},"NextToken":"t"}"#)
    #expect(
      read.records == [
        #"region=eu-1 server_id=a tags={"x":"1"} "#
          + #"_extra={"config":{"resourceType":"Test::Web::Server","resourceId":"a"}}"#
      ])
    #expect(read.summary.isPartial)
    #expect(
      try Export.outcome(#"{"Results":["{]"],"QueryInfo":{}}"#)[0]
        .hasPrefix("1:13: the text is no JSON: expected a key in quotes, at position 1"))
  }

  @Test func `items that are lines or a list of their own are known too`() throws {
    let item = item(#""configurationItemStatus":"OK","configuration":"""#)
    for text in ["[\(item)]", item, "\(item)\n\(item)"] {
      #expect(try Export.read(text).records.first?.hasPrefix("region=eu-1 server_id=a") == true)
    }
  }

  @Test func `what was deleted, is of another type or older is counted, not taken`() throws {
    let times = ["2026-01-02", "2026-01-03", "2026-01-01", "2026-01-01"].map {
      item(#""configurationItemCaptureTime":"\#($0)","configuration":{"state":"\#($0)"}"#)
    }
    let others = [
      item(#""configurationItemStatus":"ResourceDeleted""#),
      #"{"resourceType":"Test::Web::Client","resourceId":"a"}"#,
    ]
    let read = try Export.read(
      #"{"configurationItems":[\#((times + others).joined(separator: ","))]}"#)
    #expect(read.records.count == 2 && read.records[1].contains("state=2026-01-03"))
    #expect(
      read.summary.skipped == [
        "Test::Web::Server (older than the one before)": 2, "Test::Web::Server (deleted)": 1,
        "Test::Web::Client": 1,
      ])
  }

  @Test func `resources whose names are composed differently are two`() throws {
    let items = ["caf\u{E9}", "cafe\u{301}"].enumerated().map {
      item(#""configurationItemCaptureTime":"2026-01-0\#(3 - $0)T00:00:00Z""#)
        .replacing(#""resourceId":"a""#, with: #""resourceId":"\#($1)""#)
    }
    let read = try Export.read(#"{"configurationItems":[\#(items.joined(separator: ","))]}"#)
    #expect(read.records.count == 2)
  }

  @Test(arguments: [
    // As v1 of the CLI prints times, with fractions, and with an offset; deleted before, and deleted since.
    (["1700000100", "1700000000.5"], [0]),
    ([#""2026-01-01T00:00:00.500Z""#, #""2026-01-01T00:00:00Z""#], [0]),
    ([#""2026-01-01T02:10:00+01:00""#, #""2026-01-01T01:30:00Z""#], [0, 1]),
  ])
  func `of a resource's items the newest counts, however times are spelled`(
    times: [String], taken: [Int]
  ) throws {
    let items = times.enumerated().map {
      item(#""configurationItemCaptureTime":\#($1),"size":\#($0)"#)
    }
    let read = try Export.read(#"{"configurationItems":[\#(items.joined(separator: ","))]}"#)
    #expect(read.records.count == taken.count)
  }

  @Test func `what came before a deletion is not taken for what is there`() throws {
    let deleted = item(
      #""configurationItemStatus":"ResourceDeleted","configurationItemCaptureTime":"2026-02-01T00:00:00Z""#
    )
    let before = item(#""configurationItemCaptureTime":"2026-01-01T00:00:00Z""#)
    let other = before.replacing(#""resourceId":"a""#, with: #""resourceId":"b""#)
    let read = try Export.read(#"{"configurationItems":[\#(deleted),\#(other),\#(before)]}"#)
    #expect(read.records.count == 1 && read.records[0].contains("server_id=b"))
  }

  @Test func `a resource's name takes no more room for being long`() throws {
    #expect(MemoryLayout<ConfigHistory.Resource>.size == 16)
    var history = ConfigHistory()
    let long = String(repeating: "r", count: 100_000)
    for (name, time, isOlder) in [
      ("a", "2026-01-02T00:00:00Z", false), ("b", "2026-01-01T00:00:00Z", false),
      ("a", "2026-01-01T00:00:00Z", true), ("b", "2026-01-02T00:00:00Z", false),
    ] {
      #expect(history.isOlder([long + name], time: time) == isOlder)
    }
  }

  /// What is one character to Swift can have any size.
  @Test func `the names of what is not taken are kept in part`() throws {
    let accents = String(repeating: "\\u0301", count: 10_000)
    let read = try Export.read(
      #"{"configurationItems":[{"resourceType":"e\#(accents)","resourceId":"a"}]}"#)
    #expect(read.summary.skipped.keys.map(\.utf8.count).allSatisfy { $0 < 1_000 })
    #expect(read.summary.skipped.count == 1)
  }

  @Test func `a configuration that is no object is kept, and an item without a type refused`()
    throws
  {
    for value in ["[1,2]", "42", #""[1,2]""#] {
      let read = try Export.read(
        #"{"configurationItems":[\#(item(#""configuration":\#(value)"#))]}"#)
      #expect(read.records[0].contains(#""configuration":\#(value)"#), "\(read.records)")
    }
    #expect(
      try Export.outcome(#"{"configurationItems":[{"resourceId":"a"}]}"#)[0]
        .contains("does not say its resourceType"))
  }
}
