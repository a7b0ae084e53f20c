import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetJSON

@Suite struct DefinitionSchemaTests {
  private func schema() throws -> JSONValue {
    try JSONValue(parsing: DefinitionSchema.text.utf8, named: "the schema")
  }

  private func properties(_ part: String) throws -> [String] {
    guard case .object(let members) = try schema()["$defs"]?[part]?["properties"] else { return [] }
    return members.map(\.name)
  }

  @Test func `the schema names what the reader takes`() throws {
    #expect(try properties("type") == DraftType.definitionMembers)
    #expect(try properties("field") == Field.definitionMembers)
    #expect(try properties("rule") == FieldRule.definitionMembers)
  }

  @Test func `the schema demands what the reader demands`() throws {
    let parts = try schema()["$defs"]
    #expect(parts?["type"]?["required"]?.array?.compactMap(\.string) == ["name", "fields"])
    #expect(parts?["field"]?["required"]?.array?.compactMap(\.string) == ["name", "data_type"])
    let checks = parts?["rule"]?["oneOf"]?.array?.compactMap {
      $0["required"]?.array?.first?.string
    }
    #expect(checks == FieldRule.definitionMembers.filter { $0 != "source" })
  }

  @Test func `the schema lists the data types`() throws {
    let types = try schema()["$defs"]?["field"]?["properties"]?["data_type"]?["enum"]?.array
    #expect(types?.compactMap(\.string) == DataType.allCases.map(\.rawValue))
    let most = try schema()["$defs"]?["type"]?["properties"]?["fields"]?["maxItems"]?.integer
    #expect(most == AssetType.maxFields)
  }

  @Test func `what it names is taken, and nothing else`() throws {
    let rules = FieldRule.definitionMembers.filter { $0 != "source" }.map { member in
      let value: JSONValue =
        member == "one_of"
        ? ["a"]
        : member == "max_keys"
          ? JSONValue(3)
          : member.hasSuffix("length") ? .array([JSONValue(1), JSONValue(2)]) : "a+"
      return JSONValue.object([.init(member, value: value), .init("source", value: "here")])
    }
    let field = { (name: String, dataType: String, rules: ArraySlice<JSONValue>) -> JSONValue in
      [
        "name": .string(name), "data_type": .string(dataType), "title": "C", "description": .null,
        "provider_name": "cC", "retired": .bool(false), "rules": .array(Array(rules)),
      ]
    }
    // The first three are about text, the others about maps.
    let fields = [field("c", "string", rules.prefix(3)), field("d", "hstore", rules.dropFirst(3))]
    let definition: [(String, JSONValue)] = [
      ("$schema", "x"), ("name", "a.b"), ("title", "T"), ("description", "D"),
      ("account_field", .null), ("key_template", "{c}"), ("fields", .array(fields)),
    ]
    let members = definition.map { JSONValue.Member($0, value: $1) }
    let read = try AssetType(definition: .object(members)).fields.flatMap(\.rules)
    #expect(read.map(\.definition) == rules)
    #expect(throws: Fault.self) {
      try AssetType(definition: .object(members + [.init("comment", value: "x")]))
    }
  }
}
