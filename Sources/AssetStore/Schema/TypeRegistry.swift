internal import AssetCatalogue
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// The types of a store: those that it knows, and those that the catalogue could give it.
enum TypeRegistry {
  /// The types that have a table, by name.
  static func withTables(
    _ connection: borrowing Connection, matching pattern: String = "*"
  ) throws -> [AssetType] {
    try read("WHERE has_table AND name GLOB ?", values: [.text(pattern)], on: connection)
  }

  /// The types that have a table and match a pattern, by name.
  ///
  /// - Throws: `missing` if no type that is known matches it: whoever asked has misspelt it.
  static func requireWithTables(
    _ pattern: String, on connection: borrowing Connection
  ) throws -> [AssetType] {
    let found = try withTables(connection, matching: pattern)
    guard found.isEmpty else { return found }
    let isKnown =
      try connection.integer(
        "SELECT EXISTS (SELECT 1 FROM types WHERE name GLOB ?1) OR EXISTS (SELECT 1 FROM json_each(?2) WHERE value GLOB ?1)",
        with: .text(pattern), .text(JSONValue.array(Catalogue.names.map(JSONValue.string)).text))
      == 1
    guard isKnown else {
      throw Fault(
        .missing, what: "type \(pattern)", why: "no type matches it",
        advice: "see: assetstore types")
    }
    return []
  }

  /// The types that have versions, by name.
  static func withVersions(_ connection: borrowing Connection) throws -> [AssetType] {
    try read("WHERE has_versions", values: [], on: connection)
  }

  /// Those of the types of a selection that have a table.
  ///
  /// - Throws: `missing` if no type that is known matches it.
  static func selected(
    _ selection: TypeSelection, on connection: borrowing Connection
  ) throws -> [AssetType] {
    let types = try asked(selection, on: connection)
    guard case .one = selection else { return types }
    return try types.filter { try hasTable($0, on: connection) }
  }

  /// The same, and the type that is named even if it has no table.
  static func asked(
    _ selection: TypeSelection, on connection: borrowing Connection
  ) throws -> [AssetType] {
    switch selection {
    case .all: try withTables(connection)
    case .matching(let pattern): try requireWithTables(pattern, on: connection)
    case .one(let name): [try require(name.description, on: connection)]
    }
  }

  /// All types that the store knows, by name.
  static func all(_ connection: borrowing Connection) throws -> [AssetType] {
    try read("", values: [], on: connection)
  }

  /// The types that the store knows and that were not removed, by name.
  static func listed(_ connection: borrowing Connection) throws -> [AssetType] {
    try read("WHERE removed_by IS NULL", values: [], on: connection)
  }

  /// The type of that name, if the store knows it.
  static func stored(_ name: String, on connection: borrowing Connection) throws -> AssetType? {
    try read("WHERE name = ?", values: [.text(name)], on: connection).first
  }

  /// The type whose table has that name, if the store knows it.
  static func ofTable(_ table: String, on connection: borrowing Connection) throws -> AssetType? {
    try read("WHERE table_name = ?", values: [.text(table)], on: connection).first
  }

  /// The type of which the view of that name shows the tags.
  static func ofTagsView(_ name: String, on connection: borrowing Connection) throws -> AssetType? {
    guard name.hasSuffix("_tags") else { return nil }
    return try ofTable(String(name.dropLast("_tags".count)), on: connection)
  }

  /// The type whose table would have that name, if it is one that has no assets yet.
  static func withoutTable(
    _ table: String, on connection: borrowing Connection
  ) throws -> AssetType? {
    if let type = try ofTable(table, on: connection) {
      return try hasTable(type, on: connection) ? nil : type
    }
    let name = Catalogue.names.first { name in
      name.utf8.elementsEqual(table.utf8) { $0 == $1 || $0 == 0x2E && $1 == 0x5F }
    }
    return try name.flatMap { try Catalogue.type(named: $0) }
  }

  static func hasTable(_ type: AssetType, on connection: borrowing Connection) throws -> Bool {
    try connection.integer(
      "SELECT has_table FROM types WHERE name = ?", with: .text(type.name.description)) == 1
  }

  /// The type of that name, from the store or else from the catalogue.
  ///
  /// - Throws: `missing`, with the name that is spelled most like it.
  static func require(_ name: String, on connection: borrowing Connection) throws -> AssetType {
    if let type = try stored(name, on: connection) ?? Catalogue.type(named: name) { return type }
    return try KnownTypes(stored: all(connection)).require(name)
  }

  private static func read(
    _ condition: String, values: [Value], on connection: borrowing Connection
  ) throws -> [AssetType] {
    var types: [AssetType] = []
    try connection.forEachRow(
      "SELECT name, definition, table_name, has_table FROM types \(condition) ORDER BY name",
      with: values
    ) { row in types.append(try type(row)) }
    return types
  }

  /// - Throws: `damaged` for a row that no run can have written.
  private static func type(_ row: borrowing Statement) throws -> AssetType {
    let name = row.text(at: 0) ?? ""
    let definition = (row.text(at: 1) ?? "").utf8
    do {
      let type = try AssetType(
        definition: JSONValue(parsing: definition, named: "the definition"), isStored: true)
      let isItsOwn = type.name.description == name && type.name.table == row.text(at: 2)
      if isItsOwn, 0...1 ~= row.integer(at: 3) ?? 0 { return type }
    } catch is Fault {}
    throw Fault(
      .damaged, what: "the type \(name)", why: "its definition is not what was stored",
      advice: "restore a backup")
  }
}
