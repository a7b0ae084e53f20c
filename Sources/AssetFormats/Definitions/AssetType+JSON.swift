public import Assets

extension AssetType {
  /// Reads a definition: an object with `name`, `fields` (each with `name` and `data_type`) and, where there is
  /// something to say, `title`, `description`, `account_field` and `key_template`.
  ///
  /// - Throws: a `usage` fault that names the part that is missing, unknown or wrong.
  public init(definition: JSONValue) throws {
    let part = DefinitionPart(definition, "the definition")
    try part.refuseOthers([
      "name", "title", "description", "account_field", "key_template", "fields", "$schema",
    ])
    let name = try TypeName(try part.required("name"))
    let fields = try part.list("fields").map { field in
      try Field(DefinitionPart(field, "a field of \(name)"))
    }
    try self.init(
      name, title: try part.optional("title"), description: try part.optional("description"),
      accountField: try part.optional("account_field"),
      keyTemplate: try part.optional("key_template").map(KeyTemplate.init), fields: fields)
  }

  /// The definition as `init(definition:)` reads it.
  public var definition: JSONValue {
    let parts: [(String, String?)] = [
      ("name", name.description), ("title", title), ("description", description),
      ("account_field", accountField), ("key_template", keyTemplate?.description),
    ]
    return .object(
      parts.compactMap { name, text in text.map { JSONValue.Member(name, .string($0)) } }
        + [JSONValue.Member("fields", .array(fields.map(\.definition)))])
  }
}

extension Field {
  init(_ part: DefinitionPart) throws {
    let name = try part.required("name")
    let part = DefinitionPart(part.value, "the field '\(name)'")
    try part.refuseOthers(["name", "data_type", "title", "description", "provider_name", "rules"])
    let spelling = try part.required("data_type")
    guard let dataType = DataType(rawValue: spelling) else {
      throw part.fault(
        "'\(spelling)' is no data type",
        "use one of: " + DataType.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self.init(
      name, dataType, title: try part.optional("title"),
      description: try part.optional("description"),
      providerName: try part.optional("provider_name"),
      rules: try (part.value["rules"]?.array ?? []).map {
        try FieldRule(DefinitionPart($0, "a rule of '\(name)'"))
      })
  }

  var definition: JSONValue {
    let parts: [(String, String?)] = [
      ("name", name), ("data_type", dataType.rawValue), ("title", title),
      ("description", description),
      ("provider_name", providerName),
    ]
    let members = parts.compactMap { name, text in text.map { JSONValue.Member(name, .string($0)) }
    }
    return .object(
      rules.isEmpty
        ? members : members + [JSONValue.Member("rules", .array(rules.map(\.definition)))])
  }
}

/// One object of a definition, and what messages call it.
struct DefinitionPart {
  let value: JSONValue
  let name: String

  init(_ value: JSONValue, _ name: String) {
    self.value = value
    self.name = name
  }

  func fault(_ why: String, _ advice: String = "see the README for the format") -> Fault {
    Fault(.usage, name, why: why, advice: advice)
  }

  func required(_ member: String) throws -> String {
    guard let text = try optional(member), !text.isEmpty else {
      throw fault("it has no '\(member)'")
    }
    return text
  }

  func optional(_ member: String) throws -> String? {
    switch value[member] {
    case nil, .null: return nil
    case .string(let text): return text
    default: throw fault("its '\(member)' is no string")
    }
  }

  func list(_ member: String) throws -> [JSONValue] {
    guard let list = value[member]?.array else { throw fault("it has no list '\(member)'") }
    return list
  }

  func refuseOthers(_ known: Set<String>) throws {
    guard case .object(let members) = value else { throw fault("it is no object") }
    for member in members where !known.contains(member.name) {
      let near = nearest(to: member.name, in: known.sorted())
      throw fault(
        "it has no part '\(member.name)'", near.map { "did you mean '\($0)'?" } ?? "leave it out")
    }
  }
}
