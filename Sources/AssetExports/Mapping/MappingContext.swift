package import Assets

/// What the one who ingests knows about all records of a run: the account, the region, the API that was asked. A
/// record's own value goes first.
package struct MappingContext: Hashable, Sendable {
  /// By field name.
  package let values: [String: String]
  /// What of the records is kept as digests only.
  package let redactions: RedactionRequest
  /// The same as their fields hold them.
  let given: [String: GivenValue]

  /// - Parameters:
  ///   - account: for the type's account field.
  ///   - values: for other fields, by name.
  ///   - redactions: what is kept as digests only.
  /// - Throws: a `usage` fault for a field that the type does not have, and for an account where the type has none.
  package init(
    for type: AssetType, account: String? = nil, values: [String: String] = [:],
    redactions: RedactionRequest = RedactionRequest()
  ) throws {
    var values = values
    guard values[Field.keyName] == nil else {
      throw Fault(
        .usage, what: "--set \(Field.keyName)", why: "all records would be the same asset",
        advice: "name the fields that tell them apart in the type's key template")
    }
    for name in values.keys.sorted() where type.field(named: name) == nil {
      let near = nearest(to: name, in: type.fields.map(\.name))
      throw Fault(
        .usage, what: "--set \(name)", why: "\(type.name) has no field '\(name)'",
        advice: near.map { "did you mean '\($0)'?" } ?? "see: assetstore types show \(type.name)")
    }
    if let account {
      guard let field = type.accountField else {
        throw Fault(
          .usage, what: "--account \(account)", why: "\(type.name) has no account field",
          advice: "leave it out, or name one in the type's definition")
      }
      guard (values[field] ?? account).exactly == account.exactly else {
        throw Fault(
          .usage, what: "--account \(account)",
          why: "--set gives the \(field) too, and another one",
          advice: "give it once")
      }
      values[field] = account
    }
    self.values = values
    self.redactions = redactions
    given = try Dictionary(
      uniqueKeysWithValues: values.map { name, value in
        let option = account != nil && name == type.accountField ? "--account" : "--set \(name)"
        return (name, try GivenValue(value, for: name, of: type, by: option))
      })
  }
}
