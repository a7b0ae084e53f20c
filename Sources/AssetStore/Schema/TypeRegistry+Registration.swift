internal import AssetCatalogue
internal import AssetJSON
internal import Assets
internal import AssetSQLite

extension TypeRegistry {
  /// Makes the type known; its table comes with its first asset.
  static func register(_ type: AssetType, on connection: borrowing Connection) throws {
    try refuseTakenNames(type, on: connection)
    try connection.run(
      "INSERT INTO types(name, table_name, definition, has_table) VALUES (?, ?, ?, 0)",
      with: .text(type.name.description), .text(type.name.table), .text(type.definition.text))
  }

  /// Makes the type's table unless it has one.
  static func ensureTable(of type: AssetType, on connection: borrowing Connection) throws {
    if try stored(type.name.description, on: connection) == nil {
      try register(type, on: connection)
    }
    try restore(type, on: connection)
    guard try !hasTable(type, on: connection) else { return }
    for statement in AssetTable(type).definition { try connection.execute(statement) }
    try markTable(of: type, on: connection)
    try AssetsView.rebuild(connection)
  }

  /// Registers the catalogue's types whose tables a migration has made.
  static func registerMigrated(_ connection: borrowing Connection) throws {
    let names = try connection.tableNames()
    for name in Catalogue.names where try stored(name, on: connection) == nil {
      guard let type = try Catalogue.type(named: name), names.contains(type.name.table) else {
        continue
      }
      try connection.run(
        "INSERT INTO types(name, table_name, definition, has_table) VALUES (?, ?, ?, 1)",
        with: .text(type.name.description), .text(type.name.table), .text(type.definition.text))
    }
  }

  /// Replaces the definition of a type that is known.
  static func replace(_ type: AssetType, on connection: borrowing Connection) throws {
    try connection.run(
      "UPDATE types SET definition = ?, removed_by = NULL WHERE name = ?",
      with: .text(type.definition.text), .text(type.name.description))
  }

  private static func markTable(of type: AssetType, on connection: borrowing Connection) throws {
    try connection.run(
      "UPDATE types SET has_table = 1 WHERE name = ?", with: .text(type.name.description))
  }

  /// Two types must not need the same name for a table, a view or an index: `a.b_c` and `a_b.c`, or `a.b_tags` and the
  /// view of the tags of `a.b`.
  private static func refuseTakenNames(
    _ type: AssetType, on connection: borrowing Connection
  ) throws {
    let wanted = AssetTable.names(of: type.name.table)
    var taken = try connection.tableNames()
    try connection.forEachRow("SELECT table_name FROM types") { row in
      taken.formUnion(AssetTable.names(of: row.text(at: 0) ?? ""))
    }
    // Those that ship with the program may come later.
    for name in Catalogue.names where name != type.name.description {
      taken.formUnion(AssetTable.names(of: try TypeName(name).table))
    }
    if let clash = wanted.intersection(taken).min() {
      throw takenName(
        type, why: "it needs the name '\(clash)', which is given to something else")
    }
    if try connection.isNameOfSQLite(type.name.table) {
      throw takenName(
        type, why: "it needs the name '\(type.name.table)', which means something in SQL")
    }
  }

  private static func takenName(_ type: AssetType, why: String) -> Fault {
    Fault(
      .usage, what: "type \(type.name)", why: why, advice: "choose another name for the type")
  }
}

extension Connection {
  /// The names of everything in the schema.
  fileprivate borrowing func tableNames() throws -> Set<String> {
    var names: Set<String> = []
    try forEachRow("SELECT name FROM sqlite_schema") { names.insert($0.text(at: 0) ?? "") }
    return names
  }

  /// Whether a table of that name could not be made, or would hide a function that queries, and the views of tags, use
  /// as a table. SQLite lists not all of its own, and later versions have more of them.
  fileprivate borrowing func isNameOfSQLite(_ table: String) throws -> Bool {
    if ["sqlite_", "pragma_"].contains(where: table.hasPrefix) || tableFunctions.contains(table) {
      return true
    }
    return try integer(
      "SELECT EXISTS (SELECT 1 FROM pragma_module_list WHERE name = ?)", with: .text(table)) == 1
  }
}

/// SQLite's own, and those of PostgreSQL that `sql` takes.
private let tableFunctions: Set<String> = [
  "json_each", "json_tree", "jsonb_each", "jsonb_tree", "generate_series", "tables_used",
  "json_array_elements", "json_array_elements_text",
]
