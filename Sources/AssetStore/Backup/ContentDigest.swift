internal import AssetExports
internal import AssetFiles
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Digests over what a store says, whatever its pages look like. SQLite's own integrity check is no checksum: most
/// single flipped bits pass it.
struct ContentDigest: Hashable {
  /// Over the types and, in the order of their ids, the assets, without ids and runs: two stores that were fed the same
  /// have the same.
  let content: String
  /// Over the same and the ids, the runs, and the rest of the store's own tables.
  let store: String
  /// How many assets there are of each type, by name.
  let counts: [String: Int]
  var assets: Int { counts.values.reduce(0, +) }
  /// What is wrong with the first text that is no UTF-8, or not the JSON that its column holds, and where it is.
  let fault: String?

  init(_ connection: borrowing Connection) throws {
    var content = RowHash()
    var store = RowHash()
    var counts: [String: Int] = [:]
    var fault: String?
    for type in try TypeRegistry.withTables(connection) {
      let table = AssetTable(type)
      content.add(type.name.description)
      var count = 0
      let check = JSONColumns(type)
      try connection.forEachRow(
        "SELECT \(table.columns.joined(separator: ", ")), _id, _run FROM \(table.name) ORDER BY _id"
      ) { row in
        let own = row.columnCount - 2
        let isText = content.add(row, columns: 0..<own)
        if fault == nil, let flaw = isText ? check.flaw(row) : "no UTF-8" {
          fault = "\(flaw) in \(type.name.table), _id \(row.integer(at: own) ?? 0)"
        }
        _ = store.add(row, columns: own..<own + 2)
        count += 1
      }
      counts[type.name.description] = count
    }
    for (table, key) in try Self.ownTables + Self.versionTables(connection)
    where try connection.hasTable(table) {
      store.add(table)
      let name = AssetTable.quote(table)
      try connection.forEachRow("SELECT * FROM \(name) ORDER BY \(key)") { row in
        if !store.add(row, columns: 0..<row.columnCount), fault == nil {
          fault = "no UTF-8 in \(table)"
        }
      }
    }
    self.content = content.finish()
    store.add(self.content)
    self.store = store.finish()
    self.counts = counts
    self.fault = fault
  }
}

extension ContentDigest {
  /// The store's own tables, each with its key, or an integer that is one. A backup that an older program wrote has fewer
  /// of them.
  private static let ownTables = [
    ("migrations", "1"), ("run_files", "1, 2"), ("runs", "1"), ("store", "1"), ("types", "1"),
    ("unknown_tags", "1"), ("run_assets", "1, 2, 3"),
  ]

  private static func versionTables(
    _ connection: borrowing Connection
  ) throws -> [(String, String)] {
    guard try connection.hasTable("run_assets") else { return [] }
    return try TypeRegistry.withVersions(connection).map {
      (VersionTable($0).plainName, "_until, _id")
    }
  }
}

/// A hash over values, each with its storage class and, where it has one, its length: no two lists of values look the
/// same to it.
private struct RowHash {
  private var hash = SHA256()
  /// Collects small values: a call to the hash costs more than their bytes.
  private var buffer: [UInt8] = []

  mutating func add(_ text: String) {
    append(tag: "t", count: text.utf8.count)
    buffer.append(contentsOf: text.utf8)
    flush(over: 1 << 16)
  }

  /// Whether all of the texts are UTF-8.
  mutating func add(_ row: borrowing Statement, columns: Range<Int>) -> Bool {
    var isUTF8 = true
    for column in columns {
      switch row.storageClass(at: column) {
      case .null: buffer.append(UInt8(ascii: "n"))
      case .integer: append(tag: "i", count: Int(row.integer(at: column) ?? 0))
      case .real:
        append(tag: "r", count: Int(bitPattern: UInt(row.real(at: column)?.bitPattern ?? 0)))
      case .blob: append(row, column, tag: "b")
      case .text:
        append(row, column, tag: "t")
        if !row.withBytes(at: column, UTF8Check.isValid) { isUTF8 = false }
      }
    }
    flush(over: 1 << 16)
    return isUTF8
  }

  private mutating func append(_ row: borrowing Statement, _ column: Int, tag: Unicode.Scalar) {
    row.withBytes(at: column) { bytes in
      append(tag: tag, count: bytes.count)
      buffer.append(span: bytes)
    }
  }

  private mutating func append(tag: Unicode.Scalar, count: Int) {
    buffer.append(UInt8(ascii: tag))
    for byte in 0..<8 { buffer.append(UInt8(truncatingIfNeeded: count >> (8 * byte))) }
  }

  private mutating func flush(over size: Int) {
    guard buffer.count > size else { return }
    var pending: [UInt8] = []
    swap(&pending, &buffer)
    hash.update(pending.span)
    pending.removeAll(keepingCapacity: true)
    swap(&pending, &buffer)
  }

  mutating func finish() -> String {
    flush(over: 0)
    return hash.hexDigest
  }
}
