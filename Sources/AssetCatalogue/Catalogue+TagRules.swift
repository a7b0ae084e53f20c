package import Assets

extension Catalogue {
  /// What AWS documents of the tags of all its services. Keys that begin with `aws:` are its own: nobody may set them,
  /// and exports have them.
  private static let awsTagRules = [
    FieldRule(.maxKeys(50), source: "AWS tag limits"),
    FieldRule(.keyLength(1...128), source: "AWS tag limits"),
    FieldRule(.valueLength(0...256), source: "AWS tag limits"),
  ]

  /// The rules that the tags of a provider's types share.
  fileprivate static func tagRules(of provider: String) -> [FieldRule] {
    provider == "aws" ? awsTagRules : []
  }
}

extension AssetType {
  /// The type with its provider's rules for tags, unless its definition has some of its own.
  package var withTagRules: AssetType {
    get throws {
      let rules = Catalogue.tagRules(of: name.provider)
      guard !rules.isEmpty, let tags = field(named: "tags"), tags.dataType.isMap,
        tags.rules.isEmpty
      else { return self }
      let fields = fields.map { field in
        guard field.name == tags.name else { return field }
        var field = field
        field.rules = rules
        return field
      }
      return try AssetType(
        name, title: title, description: description, accountField: accountField,
        keyTemplate: keyTemplate, fields: fields, recognition: recognition)
    }
  }
}
