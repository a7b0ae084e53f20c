internal import AssetJSON
package import Assets

/// The definitions that come with the program.
package enum Catalogue {
  /// The text of each definition, by type name. Read when it is asked for: a command needs one or two of them.
  package static let definitions = [
    integrationResponse, apiGatewayV2, apiGatewayV2Routes, awsCompute, awsNetworks, awsIdentity,
    awsData, awsMessaging, azure, gcp, kubernetes,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  /// The names of all types, in order.
  package static var names: [String] { definitions.keys.sorted() }

  /// Says that there is no such type, and which of the names is meant or spelled most like it.
  package static func noType(_ name: String, among names: Set<String>) -> Fault {
    let names = names.sorted()
    return Fault(
      .missing, "type \(name)", why: "there is no such type",
      advice: (ownName(name, among: names) ?? nearest(to: name, in: names))
        .map { "did you mean '\($0)'?" } ?? "see: assetstore types")
  }

  /// The name that one without the provider means; nil if it means none, or more than one.
  package static func ownName(_ name: String, among names: [String]) -> String? {
    let found = names.filter { $0.split(atFirst: ".")?.behind == name.lowercased() }
    return found.count == 1 ? found[0] : nil
  }

  /// The type that a name means: its own, or what a provider or one of its tools calls it.
  ///
  /// - Throws: `missing`, with the name that is spelled most like it.
  package static func require(_ name: String) throws -> AssetType {
    try type(named: name) ?? KnownTypes().require(name)
  }

  /// The type of that name; nil if the catalogue has none.
  package static func type(named name: String) throws -> AssetType? {
    guard let text = definitions[name] else { return nil }
    let type = try AssetType(
      definition: JSONValue(parsing: text.utf8, named: "the catalogue's \(name)"))
    return try type.withTagRules
  }
}
