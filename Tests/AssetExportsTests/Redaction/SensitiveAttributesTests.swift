import Assets
import Testing

@testable import AssetExports

@Suite struct SensitiveAttributesTests {
  private let state =
    #"{"version":4,"terraform_version":"1.9","lineage":"x","resources":[{"mode":"managed","#
    + #""type":"test_web_server","name":"w","instances":[{"attributes":{"id":"a","state":"s","#
    + #""password":"p","tags":{"k":"v","l":"m"},"tags_all":{"k":"v","l":"m"},"deep":{"x":{"y":1}}},"#
    + #""sensitive_attributes":[[{"type":"get_attr","value":"password"}],"#
    + #"[{"type":"get_attr","value":"tags_all"},{"type":"index","value":{"value":"k","type":"string"}}],"#
    + #"[{"type":"get_attr","value":"deep"},{"type":"get_attr","value":"x"},{"type":"get_attr","value":"y"}]]},"#
    + #"{"attributes":{"id":"b","password":"q"},"sensitive_attributes":[]}]}]}"#

  private let shown =
    #"{"format_version":"1.0","terraform_version":"1.9","values":{"root_module":{"resources":["#
    + #"{"mode":"managed","type":"test_web_server","name":"w","values":{"id":"a","state":"s","#
    + #""password":"p","tags":{"k":"v","l":"m"},"list":["x"]},"#
    + #""sensitive_values":{"password":true,"tags":{"k":true},"list":[true]}}]}}}"#

  private func digest(_ text: String) -> String {
    String(decoding: RedactedValue.text(for: text.utf8.span), as: UTF8.self)
  }

  @Test func `what a state marks as sensitive is kept as digests, at whatever depth`() throws {
    let read = try Export.read(state)
    let first = read.records[0]
    #expect(first.contains(#"tags={"k":"\#(digest("v"))","l":"m"}"#))
    #expect(first.contains(#""password":"\#(digest("p"))""#))
    #expect(!first.contains(#""k":"v""#) && !first.contains(#"{"y":1}"#))
    #expect(read.records[1].contains(#""password":"q""#))
    #expect(read.summary.redacted["marked as sensitive"] == 4)
  }

  @Test func `what is shown of a state is treated alike`() throws {
    let read = try Export.read(shown)
    #expect(read.records[0].contains(#"tags={"k":"\#(digest("v"))","l":"m"}"#))
    #expect(read.records[0].contains(#""password":"\#(digest("p"))""#))
    #expect(read.records[0].contains(#""list":"\#(digest(#"["x"]"#))""#))
  }

  @Test func `it is kept as it is if that is asked for`() throws {
    var options = Export.Options()
    options.redactions.keepsSensitive = true
    let read = try Export.read(state, options)
    #expect(read.records[0].contains(#"tags={"k":"v","l":"m"}"#))
    #expect(read.records[0].contains(#""password":"p""#))
    #expect(read.summary.redacted.isEmpty)
  }
}
