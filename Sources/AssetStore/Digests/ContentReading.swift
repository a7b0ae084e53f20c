internal import AssetIndex
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// What one reading of all that a store says has found: each row is read once, for all that is asked of it.
struct ContentReading {
  let digest: ContentDigest
  /// What is wrong with the first text that is no UTF-8, or not the JSON that its column holds, and where it is.
  let fault: String?
  /// What the assets have in the index of terms, by the hash that was given; of no use where something is wrong.
  let terms: TermSum

  init(_ connection: borrowing Connection, hash: TermHash = TermHash()) throws {
    var reader = ContentReader(hash: hash)
    for type in try TypeRegistry.withTables(connection) { try reader.read(type, on: connection) }
    for table in try Self.ownTables(connection) {
      try reader.read(table, order: Self.order(of: table, on: connection), on: connection)
    }
    digest = reader.finish()
    fault = reader.fault
    terms = reader.terms
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

/// Reads the tables, one after the other.
private struct ContentReader {
  private let hash: TermHash
  private var content = ValueHash()
  private var store = ValueHash()
  private var counts: [String: Int] = [:]
  private(set) var fault: String?
  private(set) var terms = TermSum()

  init(hash: TermHash) { self.hash = hash }

  mutating func read(_ type: AssetType, on connection: borrowing Connection) throws {
    let table = AssetTable(type)
    content.add(type.name.description)
    var count = 0
    var columns = JSONColumns(type)
    var summer = TermSummer(type, hash: hash)
    try connection.forEachRow(
      "SELECT \(table.columns.joined(separator: ", ")), _id, _run FROM \(table.name) ORDER BY _id"
    ) { row in
      count += 1
      let own = row.columnCount - 2
      let id = row.integer(at: own) ?? 0
      var flaw: String?
      for column in 0..<own {
        content.add(row, column: column) { text in
          if flaw == nil { flaw = columns.flaw(of: text, in: column) }
        }
      }
      store.add(integer: id)
      store.add(row, column: own + 1) { _ in }
      if let flaw, fault == nil { fault = "\(flaw) in \(type.name.table), _id \(id)" }
      if fault == nil { try summer.add(row, from: 0, of: id, to: &terms) }
    }
    counts[type.name.description] = count
  }

  mutating func read(_ table: String, order: String, on connection: borrowing Connection) throws {
    store.add(table)
    var isUTF8 = true
    try connection.forEachRow("SELECT * FROM \(AssetTable.quote(table)) ORDER BY \(order)") { row in
      for column in 0..<row.columnCount {
        store.add(row, column: column) { if !UTF8Check.isValid($0) { isUTF8 = false } }
      }
    }
    if !isUTF8, fault == nil { fault = "no UTF-8 in \(table)" }
  }

  mutating func finish() -> ContentDigest {
    let content = content.finish()
    store.add(content)
    return ContentDigest(content: content, store: store.finish(), counts: counts)
  }
}

extension ValueHash {
  /// - Parameter onText: is lent a text.
  fileprivate mutating func add(
    _ row: borrowing Statement, column: Int, onText: (Span<UInt8>) -> Void
  ) {
    switch row.storageClass(at: column) {
    case .null: addNull()
    case .integer: add(integer: row.integer(at: column) ?? 0)
    case .real: add(real: row.real(at: column) ?? 0)
    case .blob: row.withBytes(at: column) { add(blob: $0) }
    case .text:
      row.withBytes(at: column) { text in
        add(text: text)
        onText(text)
      }
    }
  }
}
