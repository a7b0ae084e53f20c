import AssetExports
import Testing

@testable import AssetJSON

@Suite struct ColumnsTests {
  private func answer(_ columns: String, warnings: String = "") -> String {
    #"{"data":{"type":"ddsql_query_response","attributes":{"state":"completed","columns":[\#(columns)],"#
      + #""warnings":[\#(warnings)]}},"meta":{"elapsed":1}}"#
  }

  private func column(_ name: String, _ type: String, _ values: String) -> String {
    #"{"name":"\#(name)","type":"\#(type)","values":[\#(values)]}"#
  }

  @Test func `columns become rows, as their types say`() throws {
    let columns = [
      column("server_id", "VARCHAR", #""a","b""#), column("size", "BIGINT", "5,null"),
      column("load", "DECIMAL", "0.5,1"),
      column("created", "TIMESTAMP", "1767323045678,-1"),
      column("settings", "JSON", #""{\"x\": [1]}",null"#),
      column("ports", "BIGINT[]", "[80],null"), column("labels", "HSTORE", #"{"k":"v"},{}"#),
      column("tags", "HSTORE", #"{"t":"a,b"},null"#), column("rack", "BIGINT", "7,8"),
    ]
    let read = try Export.read(answer(columns.joined(separator: ",")))
    #expect(
      read.records == [
        #"server_id=a size=5 load=0.5 created=2026-01-02T03:04:05.678Z settings={"x":[1]} "#
          + #"ports=[80] labels={"k":"v"} tags={"t":["a","b"]} _extra={"rack":7}"#,
        #"server_id=b load=1.0 created=1969-12-31T23:59:59.999Z labels={} _extra={"rack":8}"#,
      ])
    #expect(read.summary.format == "ddsql" && !read.summary.isPartial)
  }

  @Test func `an answer as long as a limit is partial, and its warnings are kept`() throws {
    for (count, isPartial) in [(4_999, false), (5_000, true), (5_001, false), (10_000, true)] {
      let values = (0..<count).map { #""\#($0)""# }.joined(separator: ",")
      let read = try Export.read(
        answer(column("server_id", "VARCHAR", values), warnings: #""slow""#))
      #expect(read.records.count == count && read.summary.isPartial == isPartial)
      #expect(
        read.summary.warnings.entries["ddsql"]?.example == #"line 1: the query warned: "slow""#)
    }
  }

  @Test func `what is no whole answer is refused`() throws {
    #expect(
      try Export.outcome(
        #"{"data":{"type":"ddsql_query_response","attributes":{"state":"running","query_id":"x"}}}"#
      )
        == [
          "1:62: the query was 'running' when its answer was fetched; fetch it again until its state is 'completed'"
        ])
    let ragged = [column("server_id", "VARCHAR", #""a","b""#), column("size", "BIGINT", "5")]
    for columns in [ragged, ragged.reversed()] {
      #expect(
        try Export.outcome(answer(columns.joined(separator: ",")))[0]
          .contains("has not as many values as the others"))
    }
    #expect(try Export.outcome(answer(#"{"name":"x"}"#))[0].contains("no name or no values"))
    #expect(try Export.outcome(answer("")) == [])
  }

  @Test func `what each row repeats is bounded`() throws {
    let long = String(repeating: "n", count: 2_000)
    let answer = answer(column("server_id", "VARCHAR", #""a""#) + "," + column(long, "BIGINT", "1"))
    #expect(try Export.outcome(answer)[0].contains("longer than 1024 bytes"))
    let attributes = (0..<300).map { #"{"attributes":{"id":"\#($0)"}}"# }.joined(separator: ",")
    let state =
      #"{"version":4,"terraform_version":"1.9","lineage":"x","resources":[{"type":"test_web_server","#
      + #""name":"\#(String(repeating: "w", count: 1 << 20))","instances":[\#(attributes)]}]}"#
    #expect(try Export.outcome(state)[0].contains("take more than 128 MiB"))
  }
}
