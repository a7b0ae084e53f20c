import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetJSON

@Suite struct EnvelopeTests {
  private let two = ["server_id=a size=1", "server_id=b size=2"]

  @Test(arguments: [
    (#"[{"ServerId":"a","Size":1},{"ServerId":"b","Size":2}]"#, "json"),
    (#" [ {"ServerId":"a","Size":1}][] {"ServerId":"b","Size":2}"#, "json"),
    ("{\"serverId\":\"a\",\"size\":1}\r\n\r\n {\"serverId\":\"b\",\"size\":2} ", "ndjson"),
    ("{\"server_id\":\"a\",\n\"size\":1}{\"server_id\":\"b\",\"size\":2}", "json"),
    (#"{"Items":[{"ServerId":"a","Size":1},{"ServerId":"b","Size":2}]}"#, "aws-cli"),
    (
      #"{"Servers":[{"ServerId":"a","Size":1},{"ServerId":"b","Size":2}],"NextToken":null}"#,
      "aws-cli"
    ),
    (
      "{\"items\":[{\"serverId\":\"a\",\"size\":1}]}\n{\"items\":[{\"serverId\":\"b\",\"size\":2}]}",
      "aws-cli"
    ),
    (#"[{"Items":[{"ServerId":"a","Size":1}]},{"server":{"serverId":"b","size":2}}]"#, "aws-cli"),
    (
      #"{"columns":[{"name":"size"}],"rows":[{"server_id":"a","size":1},{"server_id":"b","size":2}]}"#,
      "steampipe"
    ),
    (#"{"rows":[{"server_id":"a","size":1},{"server_id":"b","size":2}]}"#, "steampipe"),
  ])
  func `records stand by themselves, in lists, and in objects around a list`(
    text: String, format: String
  ) throws {
    let read = try Export.read(text)
    #expect(read.records == two)
    #expect(read.summary.format == format)
    #expect(!read.summary.isPartial && read.summary.skipped.isEmpty)
  }

  @Test func `a warning tells the line of its record, in an object too`() throws {
    let text =
      "{\n\"Items\": [\n{\"ServerId\": \"a\"},\n{\"ServerId\": \"b\", \"Tags\": {\"k\": 1, \"k\": 2}}\n]}"
    let warnings = try Export.read(text).summary.warnings.entries
    #expect(warnings.count == 1)
    #expect(warnings.values.first?.example.hasPrefix("line 4: ") == true, "\(warnings)")
  }

  @Test func `bookkeeping of CloudQuery is kept beside the fields`() throws {
    let read = try Export.read(
      #"{"_cq_id":"7","_cq_source_name":"aws","server_id":"a","labels":null}"#)
    #expect(read.records == [#"server_id=a _extra={"_cq_id":"7","_cq_source_name":"aws"}"#])
    #expect(read.summary.format == "cloudquery")
    #expect(read.summary.extraFields == ["_cq_id": 1, "_cq_source_name": 1])
  }

  @Test(arguments: ["NextToken", "nextToken", "PaginationToken", "NextMarker", "Marker"])
  func `a token for more marks the input partial, an empty one does not`(name: String) throws {
    let text = { (token: String) in #"{"Items":[{"ServerId":"a"}],"\#(name)":"\#(token)"}"# }
    #expect(try Export.read(text("abc")).summary.isPartial)
    #expect(try !Export.read(text("")).summary.isPartial)
    #expect(try Export.read(#"{"IsTruncated":true,"Items":[]}"#).summary.isPartial)
  }

  @Test func `an object with two lists is a record`() throws {
    #expect(
      try Export.outcome(#"{"a":[{"server_id":"a"}],"b":[{"server_id":"b"}]}"#)[0]
        .hasPrefix("1:1: none of the record's members is a field of"))
  }

  @Test func `a path leads to the list, or to one record`() throws {
    let text = #"{"a":{"b":[{"server_id":"a","size":1},{"server_id":"b","size":2}]},"c":[{"x":1}]}"#
    #expect(try Export.outcome(text, .init(path: "a.b")) == two)
    #expect(
      try Export.outcome(#"{"a":{"server_id":"a"}}"#, .init(path: "a")) == ["server_id=a"])
    #expect(
      try Export.outcome(text, .init(path: "a.x"))
        == ["1:1: there is no list of records at the path 'a.x'"])
    #expect(try Export.outcome(#"{"a":{"b":[]}}"#, .init(path: "a.b")) == [])
    #expect(
      try Export.outcome(#"{"a":"x"}"#, .init(path: "a"))[0].hasPrefix("1:6: a record has to be"))
  }

  @Test func `a format that is given is the only one that is looked for`() throws {
    let state = #"{"version":4,"terraform_version":"1","resources":[{"server_id":"a"}]}"#
    #expect(try Export.outcome(state, .init(format: .json)) == ["server_id=a"])
    for format in [ExportFormat.terraform, .cloudFormation, .ddsql] {
      #expect(
        try Export.outcome(#"{"server_id":"a"}"#, .init(format: format))[0]
          .hasPrefix("1:1: this is not "), "\(format)")
    }
  }

  @Test func `every format says what it is, in one line of its own`() {
    let summaries = ExportFormat.allCases.map(\.summary)
    #expect(Set(summaries).count == ExportFormat.allCases.count)
    #expect(summaries.allSatisfy { !$0.isEmpty && !$0.contains("\n") && $0.count < 90 })
  }

  @Test func `what stands beside the way to the records is told of`() throws {
    let text =
      #"{"data":{"owner":"99","NextToken":"abc","items":[{"server_id":"a"}]},"meta":{"x":1}}"#
    let read = try Export.read(text, .init(path: "data.items"))
    #expect(read.records == ["server_id=a"] && read.summary.isPartial)
    #expect(read.summary.warnings.entries["beside-the-list"]?.count == 2)
  }

  @Test(arguments: [
    #"{"Servers":[{"server_id":"a"}],"Truncated":true}"#,
    #"{"Servers":[{"server_id":"a"}],"nextPageToken":"x"}"#,
    #"{"rows":[{"server_id":"a"}],"errors":["denied"]}"#,
    #"{"baseConfigurationItems":[],"unprocessedResourceKeys":[{"resourceId":"x"}]}"#,
  ])
  func `an export that says what it lacks is partial`(text: String) throws {
    #expect(try Export.read(text).summary.isPartial)
  }

  @Test func `a member that no field has, twice, is one with a warning`() throws {
    let read = try Export.read(#"{"server_id":"a","x":1,"y":0,"x":2}"#)
    #expect(read.records == [#"server_id=a _extra={"x":2,"y":0}"#])
    #expect(read.summary.extraFields == ["x": 1, "y": 1])
    #expect(Array(read.summary.warnings.entries.keys) == ["key-twice"])
  }

  /// What shows only behind a part that is larger than what is looked at first.
  @Test(arguments: [
    (
      #"{"data":{"attributes":{"columns":[{"name":"server_id","type":"VARCHAR","values":["a","#
        + #""b"]},{"name":"state","type":"VARCHAR","values":["on",null]}],"state":"completed"},"#
        + #""type":"ddsql_query_response"}}"#, ExportFormat.ddsql,
      ["server_id=a state=on", "server_id=b"]
    ),
    (
      #"{"outputs":{"one":{"value":"x"},"two":{"value":"y"}},"resources":[{"type":"test_web_server","#
        + #""mode":"managed","instances":[{"attributes":{"server_id":"a"}},"#
        + #"{"attributes":{"server_id":"b"}}]}],"version":4,"terraform_version":"1.5.0"}"#,
      .terraform,
      ["server_id=a", "server_id=b"]
    ),
    (
      #"{"resources":[{"instances":[{"attributes":{"server_id":"a"}},{"attributes":{"server_id":"b"}}]"#
        + #","type":"test_web_server","mode":"managed"}],"version":4,"terraform_version":"1.5.0"}"#,
      .terraform, ["server_id=a", "server_id=b"]
    ),
    (
      #"{"Reservations":[{"Groups":[{"GroupId":"g1"},{"GroupId":"g2"}],"#
        + #""Instances":[{"server_id":"a"},{"server_id":"b"}]}]}"#, .awsCLI,
      ["server_id=a", "server_id=b"]
    ),
    (
      #"[{"Disks":[{"server_id":"x"},{"server_id":"y"}],"server_id":"a"},{"server_id":"b"}]"#,
      .json,
      [#"server_id=a _extra={"Disks":[{"server_id":"x"},{"server_id":"y"}]}"#, "server_id=b"]
    ),
  ])
  func `what an export is may show late`(
    text: String, format: ExportFormat, records: [String]
  ) throws {
    for patience in [8, 30, 60, 100, 140, 1 << 20] {
      let options = Export.Options(patience: patience)
      #expect(try Export.read(text.utf8, options).records == records, "\(patience)")
      let given = Export.Options(format: format, patience: patience)
      #expect(try Export.read(text.utf8, given).records == records, "\(format) \(patience)")
    }
  }

  @Test func `a Kubernetes list says that there is more`() throws {
    for (token, isPartial) in [("abc", true), ("", false)] {
      let text = #"{"kind":"List","metadata":{"continue":"\#(token)"},"items":[{"server_id":"a"}]}"#
      #expect(try Export.read(text.utf8).summary.isPartial == isPartial)
    }
  }
}
