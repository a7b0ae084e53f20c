import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetFiles
@testable import AssetJSON

@Suite struct JSONFramerTests {
  /// Records, each with a kilobyte of spaces: together more than what is looked at as a whole, and than what may be in
  /// memory at once in these tests.
  private static let count = 2_300
  private static let limit = 2 << 20
  private static let spaces = String(repeating: " ", count: 1_000)
  private static let expected = (0..<count).map { #"server_id=s\#($0) labels={"n":"\#($0)"}"# }

  private static func list(_ record: (Int) -> String) -> String {
    "[\n" + (0..<count).map(record).joined(separator: spaces + ",\n") + " ]"
  }

  private static let records = list { #"{"ServerId":"s\#($0)","Labels":{"n":"\#($0)"}}"# }

  private func read(
    _ text: String, format: ExportFormat? = nil, path: String? = nil
  ) throws -> Export.Outcome {
    try Export.read(text, .init(format: format, path: path, recordLimit: Self.limit))
  }

  @Test func `an array of any size is read in bounded memory`() throws {
    let read = try read(Self.records)
    #expect(read.records == Self.expected)
    #expect(read.places.last?.line == Self.count + 1)
  }

  @Test(arguments: [
    (#"{"Items":"#, "}", false), (#" {"NextToken":"x","Items":"#, #", "Count": 5 }"#, true),
    (#"{"Count":{"a":[1,2]},"Items":"#, #","NextToken":"x"}"#, true),
    (#"[{"Items":"#, #"}, {"Items":[],"NextToken":""}]"#, false),
    (#"{"rows":"#, #","columns":[{"name":"server_id"},{"name":"labels"}]}"#, false),
  ])
  func `an object of any size around a list is read in bounded memory`(
    before: String, after: String, isPartial: Bool
  ) throws {
    let read = try read(before + Self.records + after)
    #expect(read.records == Self.expected)
    #expect(read.summary.isPartial == isPartial)
    #expect(read.summary.format == (before.contains("rows") ? "steampipe" : "aws-cli"))
  }

  @Test func `objects of any size that follow each other are each read`() throws {
    let object = #"{"Items":\#(Self.records)}"#
    let read = try read("\(object)\n\(object) {\"ServerId\":\"last\"}")
    #expect(read.records == Self.expected + Self.expected + ["server_id=last"])
  }

  @Test func `known wrappers of any size are read in bounded memory`() throws {
    let wrappers = [
      (
        #"{"TypeName":"Test::Web::Server","ResourceDescriptions":"#,
        #"{"Properties":"{\"ServerId\":\"s%\",\"Labels\":{\"n\":\"%\"}}"}"#, "}"
      ),
      (
        #"{"configurationItems":"#,
        #"{"resourceType":"Test::Web::Server","configuration":{"serverId":"s%","labels":{"n":"%"}}}"#,
        "}"
      ),
      (
        #"{"version":4,"terraform_version":"1","resources":"#,
        #"{"type":"test_web_server","instances":[{"attributes":{"id":"s%","labels":{"n":"%"}}}]}"#,
        #","check_results":[{"status":"pass"}]}"#
      ),
      (
        #"{"format_version":"1.0","values":{"root_module":{"child_modules":[{"resources":"#,
        #"{"type":"test_web_server","values":{"id":"s%","labels":{"n":"%"}}}"#,
        #","child_modules":[]}],"resources":[]},"outputs":{}},"terraform_version":"1"}"#
      ),
    ]
    for (before, record, after) in wrappers {
      let list = Self.list { record.replacing("%", with: String($0)) }
      let read = try read(before + list + after)
      #expect(read.records.count == Self.count, "\(before)")
      #expect(read.records.last?.hasPrefix(Self.expected.last ?? "") == true, "\(before)")
    }
  }

  @Test func `a template of any size is read in bounded memory`() throws {
    let resources = (0..<Self.count).map {
      #""R\#($0)":{"Type":"Test::Web::Server","Properties":{"ServerId":"s\#($0)","Labels":{"n":"\#($0)"}}}"#
    }
    let read = try read(
      #"{"Resources":{\#(resources.joined(separator: "," + Self.spaces))},"Outputs":{}}"#)
    #expect(read.records.count == Self.count)
    #expect(
      read.records[7] == #"server_id=s7 labels={"n":"7"} _extra={"LogicalId":"R7"}"#)
  }

  @Test func `a path leads into an object of any size`() throws {
    let text = #"{"x":[{"y":1}],"a":{"x":[1],"b":\#(Self.records)},"z":[{}]}"#
    #expect(try read(text, path: "a.b").records == Self.expected)
    #expect(throws: Fault.self) { try read(text, path: "a.c") }
    #expect(try read(#"{"a":{"b":[]},"x":\#(Self.records)}"#, path: "a.b").records.isEmpty)
  }

  @Test(arguments: [
    (#"{"Items":"#, #","Status":"on"}"#, "an object with a list of records has a member"),
    (#"{"Items":"#, #","Other":[{"a":1}]}"#, "the object has two lists of objects"),
    (#"{"Items":"#, #","Count":01}"#, "this is no JSON: this is no number"),
    (#"{"Items":"#, #" "Count":1}"#, "expected ',' or '}'"),
    (#"{"Items":"#, #",}"#, "expected a value after ','"),
    (#"{"Items":"#, #","Count" 1}"#, "expected ':' after the key"),
    (#"{"Items":"#, #",1:2}"#, "expected a key in quotes"),
    (#"{"Items":"#, "", "the input ends inside of an object"),
    (#"{"Items":"#, "]", "expected ',' or '}'"),
    (
      #"{"resources":[{"type":"x","instances":[]}],"x":"#, #","version":3}"#,
      "this Terraform state is of version 3"
    ),
  ])
  func `what follows behind the list is checked`(
    before: String, after: String, expected: String
  ) throws {
    let fault = #expect(throws: Fault.self) { try read(before + Self.records + after) }
    #expect(fault?.why.hasPrefix(expected) == true, "\(fault?.why ?? "")")
  }

  @Test func `a type that is told behind the records is held against theirs`() throws {
    let list = Self.list { #"{"Identifier":"\#($0)","Properties":{"ServerId":"\#($0)"}}"# }
    let text = { (type: String) in #"{"ResourceDescriptions":\#(list),"TypeName":"\#(type)"}"# }
    #expect(try read(text("Test::Web::Server")).records.count == Self.count)
    let fault = #expect(throws: Fault.self) { try read(text("Test::Web::Client")) }
    #expect(fault?.why == "the records before this are of type Test::Web::Client")
  }

  @Test func `a record larger than the limit is refused, a smaller one is not`() throws {
    let record = { (count: Int) in
      #"{"ServerId":"a","Settings":"\#(String(repeating: "x", count: count))"}"#
    }
    for wrap in [("", ""), ("[", "]"), (#"{"Items":["#, "]}"), ("server_id\n", "")] {
      let large = wrap.0 + record(Self.limit) + wrap.1
      let fault = #expect(throws: Fault.self) { try read(large) }
      #expect(fault?.why == "a record is larger than 2 MiB", "\(wrap)")
    }
    #expect(try read(record(Self.limit - 100_000)).records.count == 1)
    #expect(try read("[\(record(Self.limit - 100_000))]").records.count == 1)
  }

  @Test func `nesting on the way to records is bounded`() throws {
    let list = Self.list { _ in #"{"type":"x","values":{}}"# }
    let deep = String(repeating: #"{"child_modules":["#, count: 2_000)
    let text =
      #"{"format_version":"1","values":{"root_module":{"resources":\#(list),"child_modules":[\#(deep)"#
    let fault = #expect(throws: Fault.self) { try read(text) }
    #expect(fault?.why == "nested more than 1000 deep")
  }
}
