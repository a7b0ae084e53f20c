internal import AssetCatalogue
internal import Assets
internal import AssetSQLite

extension TypeRegistry {
  /// Takes a type out of the lists. Its definition stays for its versions to be read.
  static func remove(
    _ type: AssetType, by run: Int64, on connection: borrowing Connection
  ) throws {
    try connection.run(
      "UPDATE types SET removed_by = ? WHERE name = ?", with: .integer(run),
      .text(type.name.description))
  }

  static func isRemoved(_ type: AssetType, on connection: borrowing Connection) throws -> Bool {
    try connection.integer(
      "SELECT removed_by IS NOT NULL FROM types WHERE name = ?", with: .text(type.name.description))
      == 1
  }

  /// The types that a run may take. One that was removed can be fed again only if it comes with the program.
  ///
  /// - Parameter name: the type that is asked for, if it is one.
  /// - Throws: `missing` if that one was added and then removed.
  static func ingestible(
    for name: String?, on connection: borrowing Connection
  ) throws -> [AssetType] {
    if let name { try requireNotRemoved(name, on: connection) }
    return try all(connection).filter { type in
      try Catalogue.type(named: type.name.description) != nil || !isRemoved(type, on: connection)
    }
  }

  /// - Throws: `missing` for a type that was added and then removed.
  static func requireNotRemoved(_ name: String, on connection: borrowing Connection) throws {
    guard
      let run = try connection.integer(
        "SELECT removed_by FROM types WHERE name = ?", with: .text(name)),
      try Catalogue.type(named: name) == nil
    else { return }
    throw Fault(
      .missing, what: "type \(name)", why: "run \(run) removed it",
      advice: "assetstore undo \(run) brings it back with its assets, "
        + "assetstore types add without them")
  }

  /// Puts a type back into the lists.
  static func restore(_ type: AssetType, on connection: borrowing Connection) throws {
    guard try isRemoved(type, on: connection) else { return }
    try connection.run(
      "UPDATE types SET removed_by = NULL WHERE name = ?", with: .text(type.name.description))
  }

  /// Puts the types back that a run has removed.
  static func restore(removedBy run: Int64, on connection: borrowing Connection) throws {
    try connection.run(
      "UPDATE types SET removed_by = NULL WHERE removed_by = ?", with: .integer(run))
  }

  /// Takes all that there is of a type out of the store. It has to have no assets and no versions.
  static func drop(_ type: AssetType, on connection: borrowing Connection) throws {
    try connection.execute(AssetsView.removal)
    if try VersionTable(type).exists(connection) {
      try connection.execute("DROP TABLE \(VersionTable(type).name)")
    }
    if try hasTable(type, on: connection) {
      for statement in AssetTable(type).removal { try connection.execute(statement) }
    }
    try connection.run("DELETE FROM types WHERE name = ?", with: .text(type.name.description))
    try AssetsView.rebuild(connection)
  }
}
