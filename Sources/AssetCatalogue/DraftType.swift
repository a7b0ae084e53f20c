package import Assets

/// What a file says of a type. A page of documentation leaves out how one asset is told from another, so it takes a
/// decision to make a type of it.
package struct DraftType: Hashable, Sendable {
  /// The name that it will have.
  package let name: TypeName
  /// For people.
  package let title: String?
  package let description: String?
  /// As the definition has it; for a page, the field that holds the provider's account.
  package let accountField: String?
  /// What a key is made of; nil where that is not known yet.
  package let keyTemplate: KeyTemplate?
  /// In the order of the page or the samples.
  package let fields: [Field]
  /// How exports show that a record is of the type.
  package var recognition = TypeRecognition()

  /// Whether its records bring their key themselves.
  package var hasKey: Bool { fields.contains { $0.name == Field.keyName } }

  /// The type, where what is given goes before what the file says.
  ///
  /// - Throws: a `usage` fault if there is no way to tell its assets apart, and for what no type may have.
  package func type(accountField: String? = nil, keyTemplate: String? = nil) throws -> AssetType {
    let template = try keyTemplate.map(KeyTemplate.init) ?? self.keyTemplate
    guard template != nil || hasKey else {
      let example = proposedKeyTemplate ?? "\(name.provider):{FIELD}"
      throw Fault(
        .usage, what: "type \(name)",
        why: "it has no field \(Field.keyName), and no key template instead",
        advice: "say which fields tell one asset from another: --key-template '\(example)'")
    }
    return try AssetType(
      name, title: title, description: description, accountField: accountField ?? self.accountField,
      keyTemplate: template, fields: fields, recognition: recognition)
  }
}
