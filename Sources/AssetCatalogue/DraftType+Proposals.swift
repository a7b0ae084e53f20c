package import Assets

extension DraftType {
  /// The field that says whose an asset is, by the provider's word for an account.
  package static func proposedAccountField(_ name: TypeName, fields: [Field]) -> String? {
    let words =
      switch name.provider {
      // What azure calls an account (a storage account) is no one who owns assets.
      case "azure": ["subscription_id"]
      case "gcp": ["project_id"]
      case "oci": ["compartment_id", "tenancy_id", "cloud_account_id"]
      default:
        ["account_id", "aws_account_id", "owner_account_id", "subscription_id", "project_id"]
      }
    return words.first { word in fields.contains { $0.name == word && $0.dataType == .string } }
  }

  /// A key template that may do: it names a field that looks like an identifier, and what it is unique in. Nil if none
  /// does.
  package var proposedKeyTemplate: String? {
    let names = fields.filter(\.dataType.isIdentifying).map(\.name)
    guard let identifier = identifier(among: names) else { return nil }
    let isGlobal = identifier == "arn" || identifier.hasSuffix("_arn")
    let scope = isGlobal ? [] : [accountField, "region"].compactMap { $0 }.filter(names.contains)
    let parts = scope.filter { $0 != identifier } + [identifier]
    return ([name.provider] + parts.map { "{\($0)}" }).joined(separator: ":")
  }

  /// Of the names the one that most likely is the asset's own identifier: an ARN before an id before a name, and one
  /// that is called after the type before one that isn't.
  private func identifier(among names: [String]) -> String? {
    let words = ["arn", "self_link", "uid", "id", "name"]
    for word in words {
      if names.contains(word) { return word }
      let own = names.first { field in
        guard field.hasSuffix("_\(word)") else { return false }
        let stem = String(field.dropLast(word.utf8.count + 1)).withoutUnderscores
        return name.resource.withoutUnderscores.hasSuffix(stem)
      }
      if let own { return own }
    }
    // What is called neither would make one asset of all that share it.
    return nil
  }
}

extension DataType {
  /// Whether a value of it can be part of a key.
  fileprivate var isIdentifying: Bool { self == .string || self == .int64 }
}

extension String {
  fileprivate var withoutUnderscores: String { String(filter { $0 != "_" }) }
}
