internal import AssetExports
internal import Assets
internal import AssetSQLite

/// Writes a run into a table that was empty, without asking what is there: every record is taken for new. The index of
/// keys is made when all rows are in, in order, instead of being filled at random. Measured on a million records, that
/// takes a fifth of the time.
struct LoadWriter: RunWriter, ~Copyable {
  private let table: AssetTable
  private let run: Int64
  private let insertion: String
  private let firstID: Int64
  private var nextID: Int64
  /// The ids of records that turned out to be of assets that came before.
  private var surplus = IDSet()
  private(set) var fields: KnownFields
  private var row = AssetRow()
  var counts = IngestReport.Counts()
  var warnings = Warnings()

  /// In KiB.
  private static let sortMemory = 16_384

  /// - Parameter nextID: the id of the first record.
  init(
    _ table: AssetTable, run: Int64, nextID: Int64, _ absentFields: AbsentFields,
    _ connection: borrowing Connection
  ) throws {
    self.table = table
    self.run = run
    insertion = AssetStatements(table).insert
    firstID = nextID
    self.nextID = nextID
    fields = KnownFields(table.type, absentFields)
    try connection.execute("DROP INDEX \(table.keyIndexName)")
  }

  var isLoad: Bool { true }

  var firstNewID: Int64 { firstID }

  var seen: IDSet {
    var seen = IDSet()
    seen.insert(contentsOf: firstID..<nextID)
    seen.subtract(surplus)
    return seen
  }

  var endID: Int64 { nextID }

  mutating func write(_ batch: RecordBatch, _ connection: borrowing Connection) throws {
    try connection.withStatement(insertion) { insert in
      for index in 0..<batch.count {
        try row.write(with: &insert, id: nextID, batch, index, run: run)
        fields.note(batch.record(index), of: nextID)
        nextID += 1
      }
    }
    counts.inserted += batch.count
  }

  /// Makes the index. Assets that came more than once keep their first id and their last content.
  mutating func finish(_ connection: borrowing Connection) throws -> Int {
    // SQLite sorts in two or three times the memory that it may keep pages in, and writes more in parts.
    try connection.execute("PRAGMA cache_size = -\(Self.sortMemory)")
    defer { try? connection.execute("PRAGMA cache_size = -\(Store.pageMemory)") }
    return try makeKeyIndex(connection)
  }

  private mutating func makeKeyIndex(_ connection: borrowing Connection) throws -> Int {
    do {
      try connection.execute(table.keyIndex)
      return 0
    } catch  where error.code.primary == .constraint {
      let found = try SurplusRecords(in: table).remove(connection)
      warnings.addTwice(found.example, count: found.count)
      surplus = found.ids
      try connection.execute(table.keyIndex)
      return found.count
    }
  }
}
