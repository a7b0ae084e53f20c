internal import AssetIndex
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Reads the tables, one after the other, for a `ContentReading`.
struct AssetReader {
  private let hashes: ContentHashes
  private let runs: Set<Int64>
  private(set) var history: Result<HistoryCheck?, any Error>
  private var content: ValueHash
  private var store: ValueHash
  private var counts: [String: Int] = [:]
  private(set) var fault: String?
  private(set) var terms = TermSum()
  private(set) var keys: [String: RowSum] = [:]
  private(set) var strayTable: String?

  init(_ connection: borrowing Connection, hashes: ContentHashes) throws {
    self.hashes = hashes
    var runs: Set<Int64> = []
    try connection.forEachRow("SELECT id FROM runs") { runs.insert($0.integer(at: 0) ?? 0) }
    self.runs = runs
    history = Result { try HistoryCheck(connection) }
    content = try ValueHash()
    store = try ValueHash()
  }

  mutating func read(_ type: AssetType, on connection: borrowing Connection) throws {
    let table = AssetTable(type)
    let columns = table.columns
    content.add(type.name.description)
    let key = 2 + (type.fields.firstIndex { $0.name == Field.keyName } ?? 0)
    var (count, sum, entry) = (0, RowSum(), IndexEntry())
    var lastRun: Int64?
    var check = try? history.get()
    let texts = JSONColumns(type)
    var summer = TermSummer(type, hash: hashes.terms)
    try connection.forEachRow(
      "SELECT _id, _run, \(columns.joined(separator: ", ")) FROM \(table.name) ORDER BY _id"
    ) { row in
      let (id, run) = (row.integer(at: 0) ?? 0, row.integer(at: 1) ?? 0)
      var flaw: String?
      count += 1
      summer.begin()
      row.forEachColumn(in: 2..<2 + columns.count) { column, value, bytes in
        content.add(value, bytes: bytes)
        switch value {
        case .text:
          let found = summer.add(bytes, in: column - 2)
          flaw = flaw ?? texts.flaw(of: bytes, in: column - 2, found: found)
          if column == key {
            entry.read(id, text: bytes)
            sum.add(entry, hash: hashes.rows)
          }
        case .integer(let number): summer.add(number, in: column - 2)
        case .null, .real, .blob: break
        }
      }
      summer.add(to: &terms, as: id)
      store.add(id)
      store.add(run)
      if let flaw, fault == nil { fault = "\(flaw) in \(type.name.table), _id \(id)" }
      if run != lastRun, !runs.contains(run), strayTable == nil {
        strayTable = type.name.table
      }
      lastRun = run
      check?.add(id, run: run, of: table.name)
    }
    counts[type.name.description] = count
    keys[table.name] = sum
    if let check { history = .success(check) }
  }

  mutating func read(_ table: String, order: String, on connection: borrowing Connection) throws {
    store.add(table)
    var isUTF8 = true
    try connection.forEachRow("SELECT * FROM \(AssetTable.quote(table)) ORDER BY \(order)") { row in
      row.forEachColumn(in: 0..<row.columnCount) { _, value, bytes in
        store.add(value, bytes: bytes)
        if case .text = value, !UTF8Check.isValid(bytes) { isUTF8 = false }
      }
    }
    if !isUTF8, fault == nil { fault = "no UTF-8 in \(table)" }
  }

  mutating func finish() throws -> ContentDigest {
    let content = try content.finish()
    store.add(content)
    return ContentDigest(content: content, store: try store.finish(), counts: counts)
  }
}
