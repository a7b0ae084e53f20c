internal import AssetCatalogue
package import Assets

extension RecordTypes.Choice {
  /// What is chosen by a type's name, by what a provider or one of its tools calls it, by a pattern, or by nothing.
  ///
  /// - Parameter stored: the types that the store knows.
  /// - Throws: `missing` for a name that means no type, with the one that is spelled most like it.
  package init(_ name: String?, stored: [AssetType]) throws {
    guard let name else {
      self = .known(try KnownTypes(stored: stored), matching: nil)
      return
    }
    if name.utf8.contains(UInt8(ascii: "*")) {
      _ = try TypeSelection(name)
      self = .known(try KnownTypes(stored: stored), matching: name)
      return
    }
    let own = stored.first { $0.name.description == name }
    if let type = try own ?? Catalogue.type(named: name) {
      self = .only(type)
      return
    }
    self = .only(try KnownTypes(stored: stored).require(name))
  }
}
