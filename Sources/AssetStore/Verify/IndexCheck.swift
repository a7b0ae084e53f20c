internal import Assets
internal import AssetSQLite

/// Holds an index against its table: it has an entry for each row and no other, all in order. SQLite's own check looks up
/// each row; this reads table and index once from end to end, and compares what they come to.
struct IndexCheck {
  /// The names of the table, the index and its columns as identifiers, quoted.
  let table: String
  let index: String
  let columns: [String]
  let isUnique: Bool

  /// Those that may be large: of the keys of assets, of their versions, and of the terms.
  static func all(_ connection: borrowing Connection) throws -> [IndexCheck] {
    var checks = try TypeRegistry.withTables(connection).map { type in
      let table = AssetTable(type)
      return IndexCheck(
        table: table.name, index: table.keyIndexName, columns: ["\"_key\""], isUnique: true)
    }
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

  /// What is wrong; nil if nothing is.
  func flaw(_ connection: borrowing Connection) throws -> String? {
    let hash = KeyedHash()
    var entry = IndexEntry()
    var ofTable = Contents()
    try connection.forEachRow(rowsOfTable) { row in
      entry.read(row)
      ofTable.add(hash.hash(entry.key.span, from: UInt64(bitPattern: entry.id)))
    }
    var ofIndex = Contents()
    var isInOrder = true
    var last = IndexEntry()
    try connection.forEachRow(entriesOfIndex) { row in
      entry.read(row)
      if ofIndex.count > 0, !last.isBefore(entry, isUnique: isUnique) { isInOrder = false }
      ofIndex.add(hash.hash(entry.key.span, from: UInt64(bitPattern: entry.id)))
      swap(&last, &entry)
    }
    if ofIndex != ofTable { return "the index \(index) is not what \(table) says" }
    return isInOrder ? nil : "the index \(index) is not in order"
  }

  var rowsOfTable: String {
    "SELECT _rowid_, \(columns.joined(separator: ", ")) FROM \(table) NOT INDEXED"
  }

  /// SQLite reads them from the index alone.
  var entriesOfIndex: String {
    let columns = columns.joined(separator: ", ")
    return "SELECT _rowid_, \(columns) FROM \(table) INDEXED BY \(index) ORDER BY \(columns)"
  }

  /// Which rows there are, in whatever order: the sum of their hashes.
  private struct Contents: Equatable {
    var count = 0
    var sum: UInt64 = 0

    mutating func add(_ hash: UInt64) {
      count += 1
      sum &+= hash
    }
  }
}

/// What an index has of a row: the id, and the columns spelled so that the order of bytes is that of the index.
private struct IndexEntry {
  private(set) var id: Int64 = 0
  private(set) var key: [UInt8] = []

  /// - Parameter row: the id, and the columns.
  mutating func read(_ row: borrowing Statement) {
    id = row.integer(at: 0) ?? 0
    key.removeAll(keepingCapacity: true)
    for column in 1..<row.columnCount {
      switch row.storageClass(at: column) {
      case .null: key.append(0)
      case .integer: append(UInt64(bitPattern: row.integer(at: column) ?? 0) ^ 1 << 63, tag: 1)
      case .real: append(row.real(at: column)?.bitPattern ?? 0, tag: 2)
      case .text, .blob:
        key.append(row.storageClass(at: column) == .text ? 3 : 4)
        row.withBytes(at: column) { key.append(span: $0) }
        // No text of ours has a zero in it.
        key.append(0)
      }
    }
  }

  private mutating func append(_ number: UInt64, tag: UInt8) {
    key.append(tag)
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      key.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  func isBefore(_ next: IndexEntry, isUnique: Bool) -> Bool {
    let order = compareBytes(key.span, with: next.key.span)
    return order < 0 || order == 0 && !isUnique && id < next.id
  }
}
