import AssetCatalogue
import Assets
import Testing

@testable import AssetExports
@testable import AssetJSON

@Suite struct TerraformTests {
  private func state(_ resources: String, version: Int = 4) -> String {
    #"{"version":\#(version),"terraform_version":"1.9","lineage":"x","resources":[\#(resources)]}"#
  }

  private let resource =
    #"{"module":"module.m","mode":"managed","type":"test_web_server","name":"w","instances":["#
    + #"{"index_key":0,"attributes":{"id":"a","size":5,"state":"","labels":null,"zone":"z","#
    + #""tags":{"x":"1"},"tags_all":{"x":"1","by":"tf"}}},"#
    + #"{"index_key":"k","attributes":{"id":"b","server_id":"c","tags":{},"tags_all":null}},"#
    + #"{"deposed":"00","attributes":{"id":"d"}}]}"#

  private let expected = [
    #"server_id=a size=5 tags={"by":"tf","x":"1"} "#
      + #"_extra={"terraform":{"module":"module.m","name":"w","index_key":0,"tags":{"x":"1"}},"zone":"z"}"#,
    #"server_id=c tags={} "#
      + #"_extra={"id":"b","terraform":{"module":"module.m","name":"w","index_key":"k"}}"#,
  ]

  @Test func `each instance in a state is a record, as its provider has it`() throws {
    let others =
      #"{"mode":"data","type":"test_web_server","instances":[{},{}]},"#
      + #"{"mode":"managed","type":"test_web_client","instances":[{}]}"#
    let read = try Export.read(state("\(resource),\(others)"))
    #expect(read.records == expected)
    #expect(read.summary.format == "terraform")
    #expect(
      read.summary.skipped == [
        "(deposed instances)": 1, "data.test_web_server": 2, "test_web_client": 1,
      ])
  }

  @Test func `a state with its members sorted is known too`() throws {
    #expect(
      try Export.outcome(
        #"{"lineage":"x","resources":[\#(resource)],"terraform_version":"1.9","version":4}"#)
        == expected)
  }

  @Test func `what show prints has modules in modules`() throws {
    let shown = { (id: String) in
      #"{"address":"w.\#(id)","mode":"managed","type":"test_web_server","values":{"id":"\#(id)"}}"#
    }
    let read = try Export.read(
      #"{"format_version":"1.0","terraform_version":"1.9","values":{"outputs":{},"root_module":{"#
        + #""resources":[\#(shown("a"))],"child_modules":[{"address":"m","resources":[\#(shown("b"))],"#
        + #""child_modules":[{"resources":[\#(shown("c"))]}]}]}}}"#)
    #expect(
      read.records
        == ["a", "b", "c"].map { #"server_id=\#($0) _extra={"terraform":{"address":"w.\#($0)"}}"# })
    #expect(try Export.outcome(#"{"format_version":"1.0","terraform_version":"1.9"}"#) == [])
  }

  @Test func `plans and states of other versions are refused`() throws {
    #expect(
      try Export.outcome(#"{"format_version":"1.2","planned_values":{},"values":{}}"#)[0]
        .hasPrefix("1:1: this is a Terraform plan"))
    #expect(
      try Export.outcome(state(resource, version: 3))[0]
        .hasPrefix("1:12: this Terraform state is of version 3, and only version 4 is read"))
  }
}
