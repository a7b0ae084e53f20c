internal import AssetFormats
internal import Assets
internal import SQLite

/// The types of a store: those that have a table, and those that the catalogue could give one.
enum TypeRegistry {
  /// The types that have a table, by name.
  static func all(_ connection: borrowing Connection) throws -> [AssetType] {
    var types: [AssetType] = []
    try connection.forEachRow("SELECT name, definition FROM types ORDER BY name") { row in
      types.append(try read(name: row.text(at: 0) ?? "", definition: row.text(at: 1) ?? ""))
    }
    return types
  }

  /// The type of that name, if it has a table.
  static func stored(_ name: String, _ connection: borrowing Connection) throws -> AssetType? {
    let definition = try connection.text("SELECT definition FROM types WHERE name = ?", .text(name))
    return try definition.map { try read(name: name, definition: $0) }
  }

  /// The type of that name, from the store or else from the catalogue.
  ///
  /// - Throws: `missing`, with the name that is spelled most like it.
  static func require(_ name: String, _ connection: borrowing Connection) throws -> AssetType {
    if let type = try stored(name, connection) ?? Catalogue.type(named: name) { return type }
    var names = Set(Catalogue.names)
    try connection.forEachRow("SELECT name FROM types") { names.insert($0.text(at: 0) ?? "") }
    throw Fault(
      .missing, "type \(name)", why: "there is no such type",
      advice: nearest(to: name, in: names.sorted()).map { "did you mean '\($0)'?" }
        ?? "see: assetstore types")
  }

  /// Makes the type's table unless it has one.
  static func ensureTable(of type: AssetType, _ connection: borrowing Connection) throws {
    guard try stored(type.name.description, connection) == nil else { return }
    let isTaken = try connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE name = ? COLLATE NOCASE", .text(type.name.table))
    guard isTaken == 0 else {
      throw Fault(
        .usage, "type \(type.name)", why: "the store has something else named \(type.name.table)",
        advice: "choose another name for the type")
    }
    for statement in AssetTable(type).definition { try connection.execute(statement) }
    try register(type, connection)
  }

  /// Registers the catalogue's types whose tables a migration has made.
  static func registerMigrated(_ connection: borrowing Connection) throws {
    for name in Catalogue.names {
      guard let type = try Catalogue.type(named: name) else { continue }
      let isThere = try connection.integer(
        """
        SELECT count(*) FROM sqlite_schema
        WHERE type = 'table' AND name = ?1 AND NOT EXISTS (SELECT 1 FROM types WHERE table_name = ?1)
        """, .text(type.name.table))
      if isThere == 1 { try register(type, connection) }
    }
  }

  private static func register(_ type: AssetType, _ connection: borrowing Connection) throws {
    try connection.run(
      "INSERT INTO types(name, table_name, definition) VALUES (?, ?, ?)",
      .text(type.name.description), .text(type.name.table), .text(type.definition.text))
  }

  private static func read(name: String, definition: String) throws -> AssetType {
    try AssetType(
      definition: JSONValue(parsing: definition.utf8, named: "the definition of \(name)"))
  }
}
