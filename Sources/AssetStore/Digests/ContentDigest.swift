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
    for table in try Self.ownTables(connection) {
      store.add(table)
      let rows = "SELECT * FROM \(AssetTable.quote(table))"
      try connection.forEachRow(rows + Self.order(of: table, on: connection)) { row in
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
    return " ORDER BY " + (columns.isEmpty ? "rowid" : columns.joined(separator: ", "))
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
      case .blob: append(row, column: column, tag: "b")
      case .text:
        append(row, column: column, tag: "t")
        if !row.withBytes(at: column, body: UTF8Check.isValid) { isUTF8 = false }
      }
    }
    flush(over: 1 << 16)
    return isUTF8
  }

  private mutating func append(_ row: borrowing Statement, column: Int, tag: Unicode.Scalar) {
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
