internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// The hashes that assets and indexes are held against one another with.
struct ContentHashes {
  let terms = TermHash()
  let rows = KeyedHash()
}

/// What one reading of all that a store says has found: each row is read once, for all that is asked of it.
struct ContentReading {
  let digest: ContentDigest
  /// What is wrong with the first text that is no UTF-8, or not the JSON that its column holds, and where it is.
  let fault: String?
  /// What the assets have in the index of terms; of no use where something is wrong.
  let terms: TermSum
  /// What the index of its keys has to come to, by the name of a type's table.
  let keys: [String: RowSum]
  /// The first table with an asset whose run there is not; nil if all are there.
  let strayTable: String?
  /// What is wrong with what assets say of the runs that changed them; nil if nothing is.
  let flawOfHistory: Result<String?, any Error>

  /// - Parameter hashes: those that indexes are summed up with.
  init(_ connection: borrowing Connection, hashes: ContentHashes = ContentHashes()) throws {
    var reader = try AssetReader(connection, hashes: hashes)
    for type in try TypeRegistry.withTables(connection) { try reader.read(type, on: connection) }
    for table in try Self.ownTables(connection) {
      try reader.read(table, order: Self.order(of: table, on: connection), on: connection)
    }
    digest = try reader.finish()
    fault = reader.fault
    terms = reader.terms
    keys = reader.keys
    strayTable = reader.strayTable
    flawOfHistory = reader.history.map { $0?.flaw }
  }

  /// The store's own tables by name, in whatever schema it has, but for those that follow from the others (blocks were
  /// called spans once).
  private static func ownTables(_ connection: borrowing Connection) throws -> [String] {
    var tables: [String] = []
    try connection.forEachRow(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'
        AND name NOT IN ('manifest', 'terms', 'blocks', 'spans')
        AND name NOT IN (SELECT table_name FROM types WHERE has_table)
      ORDER BY name
      """
    ) { tables.append($0.text(at: 0) ?? "") }
    return tables
  }

  /// The order of a table's key.
  private static func order(
    of table: String, on connection: borrowing Connection
  ) throws -> String {
    var columns: [String] = []
    try connection.forEachRow(
      "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", with: [.text(table)]
    ) { columns.append(AssetTable.quote($0.text(at: 0) ?? "")) }
    return columns.isEmpty ? "rowid" : columns.joined(separator: ", ")
  }
}
