internal import AssetCatalogue
internal import AssetMigrations
internal import Assets
internal import AssetSQLite

/// What the schema of a store has to be, to the letter: that of the migrations, and of its types' definitions. A file
/// with a table, view or trigger beyond it is not taken. What ANALYZE keeps for SQLite alone is no part of it.
enum ExpectedSchema {
  static func check(_ connection: borrowing Connection) throws -> (isGood: Bool, detail: String) {
    let actual = try objects(connection)
    let expected = try expected(like: connection)
    if let strange = actual.first(where: { expected[$0.key] != $0.value }) {
      return (
        false,
        "'\(strange.key)' is "
          + (expected[strange.key] == nil ? "no part of a store" : "not as this program makes it")
      )
    }
    if let missing = expected.keys.sorted().first(where: { actual[$0] == nil }) {
      return (false, "'\(missing)' is missing")
    }
    return (true, "version \(try connection.integer("PRAGMA user_version") ?? 0)")
  }

  private static func expected(like connection: borrowing Connection) throws -> [String: String] {
    let version = Int(try connection.integer("PRAGMA user_version") ?? 0)
    guard (1...Migration.latest).contains(version) else { return [:] }
    let model = try Connection.inMemory()
    try model.prepareForStore()
    try Migrator.apply(Migration.all[..<version], on: model, at: "")
    let made = try objects(model)
    let types = try TypeRegistry.withTables(connection)
    try model.execute(AssetsView.removal)
    // Made by a migration, and perhaps removed or brought to a newer definition since.
    for name in Catalogue.names {
      guard made[try TypeName(name).table] != nil, let type = try Catalogue.type(named: name) else {
        continue
      }
      for drop in AssetTable(type).removal { try model.execute(drop) }
    }
    for type in types {
      for statement in AssetTable(type).definition { try model.execute(statement) }
    }
    guard version >= 7 else { return try objects(model) }
    for type in try TypeRegistry.withVersions(connection) {
      for statement in VersionTable(type).definition { try model.execute(statement) }
    }
    if version >= 8 { try model.execute(AssetsView.definition(of: types)) }
    return try objects(model)
  }

  /// What there is, by name: its kind and text.
  private static func objects(_ connection: borrowing Connection) throws -> [String: String] {
    var objects: [String: String] = [:]
    let schema =
      "SELECT name, type, tbl_name, sql FROM sqlite_schema "
      + "WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4')"
    try connection.forEachRow(schema) { row in
      let parts = (1...3).map { row.text(at: $0) ?? "" }
      objects[row.text(at: 0) ?? ""] = parts.joined(separator: " ")
    }
    return objects
  }
}
