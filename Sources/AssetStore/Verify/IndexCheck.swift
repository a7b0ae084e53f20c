internal import Assets
internal import AssetSQLite

/// Holds an index against its table: it has an entry for each row and no other, all in order. SQLite's own check looks up
/// each row; this reads table and index once from end to end, and compares what they come to. The tables of assets are read
/// by others, for more than this.
struct IndexCheck {
  /// The names of the table, the index and its columns as identifiers, quoted.
  let table: String
  let index: String
  let columns: [String]
  let isUnique: Bool

  /// Those of the keys of assets.
  static func ofKeys(_ connection: borrowing Connection) throws -> [IndexCheck] {
    try TypeRegistry.withTables(connection).map { type in
      let table = AssetTable(type)
      return IndexCheck(
        table: table.name, index: table.keyIndexName, columns: ["\"_key\""], isUnique: true)
    }
  }

  /// Those of the terms, and of what assets were: they may be large too.
  static func others(_ connection: borrowing Connection) throws -> [IndexCheck] {
    var checks: [IndexCheck] = []
    if try connection.hasTable("terms") {
      checks.append(
        IndexCheck(
          table: AssetTable.quote("terms"), index: "terms_by_text",
          columns: ["parent", "kind", "text"], isUnique: true))
    }
    guard try connection.hasTable("run_assets") else { return checks }
    for versions in try TypeRegistry.withVersions(connection).map(VersionTable.init) {
      checks += versions.indexes.map {
        IndexCheck(table: versions.name, index: $0.name, columns: $0.columns, isUnique: false)
      }
    }
    return checks
  }

  /// What the table comes to.
  func rows(_ connection: borrowing Connection, hash: KeyedHash) throws -> RowSum {
    var (entry, sum) = (IndexEntry(), RowSum())
    try connection.forEachRow(rowsOfTable) { row in
      entry.read(row)
      sum.add(entry, hash: hash)
    }
    return sum
  }

  /// What the index comes to.
  func entries(_ connection: borrowing Connection, hash: KeyedHash) throws -> Entries {
    var (entry, last, sum) = (IndexEntry(), IndexEntry(), RowSum())
    var (isFirst, isInOrder) = (true, true)
    try connection.forEachRow(entriesOfIndex) { row in
      entry.read(row)
      if !isFirst, !last.isBefore(entry, isUnique: isUnique) { isInOrder = false }
      isFirst = false
      sum.add(entry, hash: hash)
      swap(&last, &entry)
    }
    return Entries(sum: sum, isInOrder: isInOrder)
  }

  /// What is wrong with the index; nil if nothing is.
  ///
  /// - Parameter rows: what the table comes to, by the same hash.
  func flaw(of entries: Entries, against rows: RowSum?) -> String? {
    if entries.sum != rows { return "the index \(index) is not what \(table) says" }
    return entries.isInOrder ? nil : "the index \(index) is not in order"
  }

  struct Entries {
    let sum: RowSum
    /// Whether each comes behind the one before it.
    let isInOrder: Bool
  }

  var rowsOfTable: String {
    "SELECT _rowid_, \(columns.joined(separator: ", ")) FROM \(table) NOT INDEXED"
  }

  /// SQLite reads them from the index alone.
  var entriesOfIndex: String {
    let columns = columns.joined(separator: ", ")
    return "SELECT _rowid_, \(columns) FROM \(table) INDEXED BY \(index) ORDER BY \(columns)"
  }
}
