internal import AssetCatalogue
internal import AssetLanguage
internal import Assets
internal import AssetSQLite

/// What a statement names, on a PostgreSQL server: tables of types by their names there.
struct PostgreSQLTableNames: PostgreSQLNames {
  private struct Named {
    /// Nil where it is what was written.
    let name: String?
    /// Of which type it has the assets; nil for what else there is of it.
    let table: PostgreSQLTable?
  }

  /// By the names that they have for SQLite.
  private var tables: [String: Named] = [:]

  /// - Parameter names: those that a statement has for tables, in their parts.
  init(_ names: [[String]], found: SQLTables, on connection: borrowing Connection) throws {
    for parts in names {
      guard let table = try found.found[parts]?.get() else { continue }
      tables[table.name] = try Self.named(parts, on: connection)
    }
  }

  private static func named(
    _ parts: [String], on connection: borrowing Connection
  ) throws -> Named? {
    let parts = parts.count == 2 && ["main", "temp"].contains(parts[0]) ? [parts[1]] : parts
    let name = parts.joined(separator: ".")
    if name.utf8.contains(UInt8(ascii: ".")) {
      let table = PostgreSQLTable(try TypeRegistry.require(name, on: connection))
      let isSame = parts == [table.schema, table.plainName]
      return Named(name: isSame ? nil : table.name, table: table)
    }
    if let type = try type(ofTable: name, on: connection) {
      let table = PostgreSQLTable(type)
      return Named(name: table.name, table: table)
    }
    if let type = try TypeRegistry.ofTagsView(name, on: connection) {
      return Named(name: PostgreSQLTable(type).tagsName, table: nil)
    }
    guard name.hasSuffix("_versions"),
      let type = try TypeRegistry.ofTable(
        String(name.dropLast("_versions".count)), on: connection)
    else { return nil }
    return Named(name: PostgreSQLVersions(type).name, table: nil)
  }

  private static func type(
    ofTable name: String, on connection: borrowing Connection
  ) throws -> AssetType? {
    try TypeRegistry.ofTable(name, on: connection)
      ?? TypeRegistry.withoutTable(name, on: connection)
  }

  func column(_ column: Typed.Column) -> String? { nil }

  func table(_ table: Table) -> String? { tables[table.name]?.name }

  func condition(_ map: PostgreSQLMap, contains pairs: MapLiteral) -> String? {
    guard let table = map.table else { return nil }
    return tables[table.name]?.table?.condition(
      field: map.column.name, qualifier: map.qualifier, contains: pairs)
  }
}
