import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetExports

@Suite struct RuleCheckTests {
  /// The warnings that a record of the first type brings, by rule.
  private func warnings(_ members: String, strict: Bool = false) throws -> [String: String] {
    let type = try Catalogue.require("aws.apigatewayv2_integrationresponse")
    var reader = try RecordReader.open(
      try Export.file(#"{"_key":"k",\#(members)}"#),
      types: RecordTypes(.only(type), isStrict: strict))
    while try reader.next() != nil {}
    return reader.summary.warnings.entries.mapValues(\.example)
  }

  private func parameters(_ members: String) -> String { #""response_parameters":{\#(members)}"# }

  @Test(arguments: [
    "'*'", "''", "'it''s'", "integration.response.header.X",
    "integration.response.multivalueheader.X-y",
    "integration.response.body", "integration.response.body.a.b[0]", "stageVariables.v",
    "context.requestId", "'zwei\\nZeilen'",
  ])
  func `every documented form of a response parameter's value is within the rules`(value: String)
    throws
  {
    #expect(try warnings(parameters(#""method.response.header.X":"\#(value)""#)).isEmpty)
  }

  @Test(arguments: [
    "*", "'", "integration.response.headers.X", "integration.response.header.",
    "$response.header.x",
    "stageVariables.", "integration.response.bodyx", "context", "append:header.x",
  ])
  func `any other form is told with its rule, its key and its source`(value: String) throws {
    let found = try warnings(parameters(#""method.response.header.X":"\#(value)""#))
    #expect(Array(found.keys) == ["response_parameters.value_pattern"])
    let example = found.values.first ?? ""
    #expect(
      example.hasPrefix(
        "line 1: response_parameters->'method.response.header.X' is '\(value)', which"))
    #expect(example.hasSuffix("(API Gateway mapping reference)"))
  }

  @Test(arguments: [
    ("method.response.header.A-b_c.$1", true), ("method.response.header.", false),
    ("route.response.header.X", false), ("method.response.header.Ü", false), ("X", false),
  ])
  func `a response parameter's key is a header of the method's response`(key: String, isGood: Bool)
    throws
  {
    let found = try warnings(parameters(#""\#(key)":"'x'""#))
    #expect(Array(found.keys) == (isGood ? [] : ["response_parameters.key_pattern"]))
  }

  @Test(
    arguments: [
      (#""content_handling_strategy":"CONVERT_TO_TEXT""#, nil),
      (#""content_handling_strategy":"CONVERT_TO_BINARY""#, nil),
      (#""content_handling_strategy":null"#, nil),
      (#""content_handling_strategy":"BOGUS""#, "content_handling_strategy.one_of"),
      (#""content_handling_strategy":"convert_to_text""#, "content_handling_strategy.one_of"),
      (#""content_handling_strategy":"""#, "content_handling_strategy.one_of"),
      (#""account_id":"000000000123""#, nil), (#""account_id":"123""#, "account_id.pattern"),
    ] as [(String, String?)])
  func `a value is held against the list and the pattern of its field`(
    member: String, rule: String?
  )
    throws
  {
    #expect(Array(try warnings(member).keys) == [rule].compactMap { $0 })
  }

  /// A letter, an accent upon it, and an emoji: what AWS counts is Unicode's scalars, escapes not at all.
  @Test(arguments: ["x", "é", "\u{1F600}", "\\n", "\\\"", "\\u00e9"])
  func `lengths count characters`(letter: String) throws {
    let text = { (count: Int) in String(repeating: letter, count: count) }
    let tags = { (key: String, value: String) in #""tags":{"\#(key)":"\#(value)"}"# }
    #expect(try warnings(tags(text(128), text(256))).isEmpty)
    #expect(Array(try warnings(tags(text(129), text(256))).keys) == ["tags.key_length"])
    let found = try warnings(tags(text(128), text(257)))
    #expect(
      found["tags.value_length"]?.contains("has 257 characters; documented are 0 to 256") == true)
    #expect(Array(try warnings(tags("", "")).keys) == ["tags.key_length"])
    #expect(try warnings(tags("e", letter + "\u{301}")).isEmpty)
  }

  @Test func `the limits of tags count keys, and every value of one with several`() throws {
    let tags = { (count: Int) in
      #""tags":{"# + (0..<count).map { #""k\#($0)":null"# }.joined(separator: ",") + "}"
    }
    #expect(try warnings(tags(50)).isEmpty)
    #expect(
      try warnings(tags(51)) == [
        "tags.max_keys": "line 1: tags has 51 keys; documented are at most 50 (AWS tag limits)"
      ])
    #expect(try warnings(#""tags":{"aws:cloudformation:stack-name":"s","k":""}"#).isEmpty)
    let long = String(repeating: "v", count: 257)
    #expect(try warnings(#""tags":["k:a","k:\#(long)"]"#)["tags.value_length"] != nil)
  }

  @Test func `a template may have 32768 characters, and no key is foreign to it`() throws {
    let template = { (count: Int) in
      #""response_templates":{"200":"\#(String(repeating: "t", count: count))","$default":""}"#
    }
    #expect(try warnings(template(32_768)).isEmpty)
    #expect(Array(try warnings(template(32_769)).keys) == ["response_templates.value_length"])
  }

  @Test func `each rule is told once a record, however often it is violated`() throws {
    let type = try Catalogue.require("aws.apigatewayv2_integrationresponse")
    let line = #"{"_key":"k",\#(parameters(#""a":"b","c":"""#))}"# + "\n"
    var reader = try RecordReader.open(
      try Export.file(line + line), types: RecordTypes(.only(type)))
    while try reader.next() != nil {}
    let counts = reader.summary.warnings.entries.mapValues(\.count)
    #expect(
      counts == [
        "response_parameters.key_pattern": 2, "response_parameters.value_pattern": 2,
        "response_parameters.value_length": 2,
      ])
  }

  @Test func `strictly, a record outside of a rule is refused at its value`() throws {
    let fault = #expect(throws: Fault.self) {
      try warnings(#""content_handling_strategy":"BOGUS""#, strict: true)
    }
    #expect(fault?.place == Place(line: 1, byte: 41))
    #expect(
      fault?.why
        == "content_handling_strategy is 'BOGUS'; documented are CONVERT_TO_BINARY, CONVERT_TO_TEXT "
        + "(apigatewayv2 ContentHandlingStrategy)")
    #expect(try warnings(#""content_handling_strategy":"CONVERT_TO_TEXT""#, strict: true).isEmpty)
  }

  @Test func `the tags of every type of AWS have its limits, and no other provider's`() throws {
    for name in Catalogue.names {
      let tags = try Catalogue.require(name).field(named: "tags")
      let isAWS = name.hasPrefix("aws.")
      #expect(tags.map { $0.rules.count == (isAWS ? 3 : 0) } ?? true, "\(name)")
    }
    #expect(RuleCheck(try Catalogue.require("k8s.pods")) == nil)
  }

  @Test(arguments: [
    (DataType.hstore, FieldRule(.pattern("a"))), (.string, FieldRule(.keyLength(1...2))),
    (.int64, FieldRule(.length(1...2))), (.string, FieldRule(.pattern("a)|(b"))),
  ])
  func `a rule that says nothing of its field, or is broken, is no rule`(
    dataType: DataType, rule: FieldRule
  ) throws {
    let fault = #expect(throws: Fault.self) {
      try AssetType(
        TypeName("a.b"), accountField: nil, keyTemplate: nil,
        fields: [Field("c", dataType: dataType, rules: [rule])])
    }
    #expect(fault?.why.contains("its rule '\(rule.name)'") == true)
  }
}
