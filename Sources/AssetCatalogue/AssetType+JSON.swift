package import AssetJSON
package import Assets

extension AssetType {
  /// Reads a definition: an object with `name`, `fields` (each with `name` and `data_type`) and, where there is
  /// something to say, `title`, `description`, `account_field` and `key_template`.
  ///
  /// - Parameter isStored: whether the definition has been read before and kept, so that its patterns are good.
  /// - Throws: a `usage` fault that names the part that is missing, unknown or wrong.
  package init(definition: JSONValue, isStored: Bool = false) throws {
    let draft = try DraftType(definition: definition)
    try self.init(
      draft.name, title: draft.title, description: draft.description,
      accountField: draft.accountField, keyTemplate: draft.keyTemplate, fields: draft.fields,
      recognition: draft.recognition, checksPatterns: !isStored)
  }

  /// The definition as `init(definition:)` reads it.
  package var definition: JSONValue {
    let parts: [(String, String?)] = [
      ("name", name.description), ("title", title), ("description", description),
      ("account_field", accountField), ("key_template", keyTemplate?.description),
    ]
    return .object(
      parts.compactMap { name, text in text.map { JSONValue.Member(name, value: .string($0)) } }
        + recognition.members
        + [JSONValue.Member("fields", value: .array(fields.map(\.definition)))])
  }
}

extension DraftType {
  package static let definitionMembers = [
    "$schema", "name", "title", "description", "account_field", "key_template", "region_field",
    "tag_field", "kinds", "lists", "identifier", "fields",
  ]

  package init(definition: JSONValue) throws {
    let part = DefinitionPart(definition, named: "the definition")
    try part.refuseOthers(Self.definitionMembers)
    let name = try TypeName(try part.required("name"))
    self.init(
      name: name, title: try part.optional("title"), description: try part.optional("description"),
      accountField: try part.optional("account_field"),
      keyTemplate: try part.optional("key_template").map(KeyTemplate.init),
      fields: try part.list("fields").map {
        try Field(DefinitionPart($0, named: "a field of \(name)"))
      },
      recognition: try TypeRecognition(part))
  }
}

extension Field {
  package static let definitionMembers = [
    "name", "data_type", "title", "description", "provider_name", "paths", "indexed", "retired",
    "rules",
  ]

  package init(_ part: DefinitionPart) throws {
    let name = try part.required("name")
    let part = DefinitionPart(part.value, named: "the field '\(name)'")
    try part.refuseOthers(Self.definitionMembers)
    let spelling = try part.required("data_type")
    guard let dataType = DataType(rawValue: spelling) else {
      throw part.fault("'\(spelling)' is no data type", advice: DataType.advice)
    }
    let rules = try part.optionalList("rules").map {
      try FieldRule(DefinitionPart($0, named: "a rule of '\(name)'"))
    }
    self.init(
      name, dataType: dataType, title: try part.optional("title"),
      description: try part.optional("description"),
      providerName: try part.optional("provider_name"), isIndexed: try part.flag("indexed"),
      rules: rules)
    paths = try part.texts("paths")
    isRetired = try part.flag("retired")
  }

  package var definition: JSONValue {
    let parts: [(String, String?)] = [
      ("name", name), ("data_type", dataType.rawValue), ("title", title),
      ("description", description), ("provider_name", providerName),
    ]
    var members = parts.compactMap { name, text in
      text.map { JSONValue.Member(name, value: .string($0)) }
    }
    if !paths.isEmpty {
      members.append(JSONValue.Member("paths", value: .array(paths.map(JSONValue.string))))
    }
    if isIndexed { members.append(JSONValue.Member("indexed", value: .bool(true))) }
    if isRetired { members.append(JSONValue.Member("retired", value: .bool(true))) }
    if !rules.isEmpty {
      members.append(JSONValue.Member("rules", value: .array(rules.map(\.definition))))
    }
    return .object(members)
  }
}

extension DataType {
  package static let advice = "use one of: " + allCases.map(\.rawValue).joined(separator: ", ")
}
