internal import AssetJSON
internal import Assets

/// What is proposed for a type beside the fields of its samples: its identifier, its account and region, its tags and
/// its key.
struct TypeProposal {
  private let name: TypeName
  private var fields: [SampleField]
  private let samples: [SampleRecord]
  private let kinds: [String]
  /// What the assets are called.
  private let words: [String]
  private var account: String?
  private var recognition = TypeRecognition()

  init(
    _ name: TypeName, fields: [SampleField], samples: [SampleRecord], kinds: [String],
    lists: [String]
  ) {
    words = [name.resource] + lists
    self.name = name
    self.fields = fields
    self.samples = samples
    self.kinds = kinds
  }

  mutating func type(hasKey: Bool) throws -> AssetType {
    recognition.kinds = kinds
    let identifier = identifier
    if identifier?.provider == .aws {
      // The field is the one that the key is made of.
      let names = ["arn", "resource_arn"].filter { name in
        !fields.contains { $0.field.name == name }
      }
      recognition.identifier = IdentifierRule(names: names)
    }
    proposeAccount(identifier?.provider)
    proposeTags()
    let draft = DraftType(
      name: name, title: nil, description: nil, accountField: account, keyTemplate: nil,
      fields: fields.map(\.field))
    var template: KeyTemplate?
    if !hasKey {
      let text = identifier.map { "\(name.provider):{\($0.field)}" } ?? draft.proposedKeyTemplate
      template = try text.map(KeyTemplate.init)
    }
    if let proposed = template, !tells(proposed) { template = nil }
    return try AssetType(
      name, accountField: account, keyTemplate: template,
      fields: [Field(Field.keyName, dataType: .string)] + fields.map(\.field),
      recognition: recognition)
  }

  /// The field whose values are the identifiers of the samples themselves.
  private var identifier: (field: String, provider: Identifier.Provider)? {
    for field in fields where field.field.dataType == .string {
      let values = samples.map { $0.value(at: field.path)?.string }
      var provider: Identifier.Provider?
      let areOwn = values.allSatisfy { value in
        let text = Array((value ?? "").utf8)
        guard let identifier = Identifier(text.span),
          identifier.isOwn(named: field.field.name, in: text.span, of: words)
        else { return false }
        provider = identifier.provider
        return true
      }
      if areOwn, let provider { return (field.field.name, provider) }
    }
    return nil
  }

  /// Whoever has an identifier has an account, which it says; and who has none may be given one.
  private mutating func proposeAccount(_ provider: Identifier.Provider?) {
    account = DraftType.proposedAccountField(name, fields: fields.map(\.field))
    let word = provider == nil && !kinds.isEmpty ? name.provider : ""
    var (owner, place): (String?, String?) = (nil, nil)
    if provider == .aws || word == "aws" {
      (owner, place) = ("account_id", "region")
    } else if provider == .azure || word == "azure" {
      owner = "subscription_id"
    } else if provider == .google || word == "gcp" {
      (owner, place) = ("project_id", "region_id")
    }
    if account == nil, let owner { account = add(owner) }
    if let place { _ = add(place) }
  }

  private mutating func add(_ field: String) -> String? {
    if let known = fields.first(where: { $0.field.name == field }) {
      return known.field.dataType == .string ? field : nil
    }
    fields.append(SampleField(field: Field(field, dataType: .string), path: ""))
    return field
  }

  private mutating func proposeTags() {
    let hasTags = fields.contains { $0.field.name == "tags" }
    let hasLabels = fields.contains { $0.field.name == "labels" && $0.field.dataType.isMap }
    if hasLabels, !hasTags { recognition.tagField = "labels" }
  }

  /// Whether all samples have what the key is made of, and no two of them the same. What none of them has is given.
  private func tells(_ template: KeyTemplate) -> Bool {
    let paths = template.fieldNames.compactMap { name in
      fields.first { $0.field.name == name && !$0.path.isEmpty }?.path
    }
    var seen: Set<[JSONValue?]> = []
    return samples.allSatisfy { sample in
      let values = paths.map { sample.value(at: $0) }
      guard values.allSatisfy({ $0 != nil && $0 != .null }) else { return false }
      return seen.insert(values).inserted
    }
  }
}
