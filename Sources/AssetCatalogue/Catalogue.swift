internal import AssetDefinitions
internal import AssetJSON
package import Assets

/// The definitions that come with the program.
package enum Catalogue {
  /// The names of all types, in order.
  package static var names: [String] { AssetDefinitions.names }

  /// Says that there is no such type, and which of the names is meant or spelled most like it.
  package static func noType(_ name: String, among names: Set<String>) -> Fault {
    let names = names.sorted()
    return Fault(
      .missing, what: "type \(name)", why: "there is no such type",
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
    guard let text = AssetDefinitions.text(of: name) else { return nil }
    let type = try AssetType(
      definition: JSONValue(parsing: text.description.utf8, named: "the catalogue's \(name)"))
    return try type.withTagRules
  }
}
