internal import AssetCatalogue
internal import Assets

/// Which types a command is about.
struct TypeOptions {
  var type: String?

  /// - Throws: `usage` for what names no type, with what is meant if that is known.
  func selection() throws -> TypeSelection {
    guard let type else { return .all }
    do {
      return try TypeSelection(type)
    } catch let fault as Fault {
      let known = try KnownTypes()
      if let name = known.typeName(ofKind: type) { return .one(try TypeName(name)) }
      guard let meant = Catalogue.ownName(type, among: known.all) else { throw fault }
      throw Fault(fault.kind, what: fault.what, why: fault.why, advice: "did you mean '\(meant)'?")
    }
  }
}

extension TypeOptions: DirectOptions {
  mutating func set(_ name: String, to value: String) -> Bool {
    guard name == "type" else { return false }
    type = value
    return true
  }
}
