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
