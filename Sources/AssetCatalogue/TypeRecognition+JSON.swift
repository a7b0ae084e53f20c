internal import AssetJSON
internal import Assets

extension TypeRecognition {
  init(_ part: DefinitionPart) throws {
    self.init()
    kinds = try part.texts("kinds")
    lists = try part.texts("lists")
    tagField = try part.optional("tag_field")
    regionField = try part.optional("region_field")
    identifier = try part.part("identifier", named: "the identifier").map(IdentifierRule.init)
  }

  /// As `init` reads them.
  var members: [JSONValue.Member] {
    var members = [("region_field", regionField), ("tag_field", tagField)].compactMap {
      name, text in text.map { JSONValue.Member(name, value: .string($0)) }
    }
    for (name, texts) in [("kinds", kinds), ("lists", lists)] where !texts.isEmpty {
      members.append(JSONValue.Member(name, value: .array(texts.map(JSONValue.string))))
    }
    if let identifier {
      members.append(JSONValue.Member("identifier", value: identifier.definition))
    }
    return members
  }
}

extension IdentifierRule {
  init(_ part: DefinitionPart) throws {
    try part.refuseOthers(["field", "names", "form"])
    self.init(
      field: try part.optional("field"), names: try part.texts("names"),
      form: try part.optional("form").map(KeyTemplate.init))
  }

  var definition: JSONValue {
    var members: [JSONValue.Member] = []
    if let field { members.append(JSONValue.Member("field", value: .string(field))) }
    if !names.isEmpty {
      members.append(JSONValue.Member("names", value: .array(names.map(JSONValue.string))))
    }
    if let form { members.append(JSONValue.Member("form", value: .string(form.description))) }
    return .object(members)
  }
}

extension DefinitionPart {
  /// A list of texts; empty where there is none.
  func texts(_ member: String) throws -> [String] {
    try optionalList(member).map { element in
      guard let text = element.string, !text.isEmpty else {
        throw fault("its '\(member)' holds what is no text")
      }
      return text
    }
  }

  /// The object of that name; nil where there is none.
  func part(_ member: String, named name: String) throws -> DefinitionPart? {
    switch value[member] {
    case nil, .null: nil
    case let object?: DefinitionPart(object, named: "\(name) of \(self.name)")
    }
  }
}
