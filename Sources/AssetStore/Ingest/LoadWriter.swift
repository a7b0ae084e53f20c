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
  private var row = AssetRow()
  var counts = IngestReport.Counts()
  var warnings = Warnings()

  /// In KiB.
  private static let sortMemory = 16_384

  /// - Parameter nextID: the id of the first record.
  init(
    _ table: AssetTable, run: Int64, nextID: Int64, _ connection: borrowing Connection
  ) throws {
    self.table = table
    self.run = run
    insertion = AssetStatements(table).insert
    firstID = nextID
    self.nextID = nextID
    try connection.execute("DROP INDEX \(table.keyIndexName)")
  }

  var firstIDOfLoad: Int64? { firstID }

  var endID: Int64 { nextID }

  mutating func write(_ batch: RecordBatch, _ connection: borrowing Connection) throws {
    try connection.withStatement(insertion) { insert in
      for index in 0..<batch.count {
        try row.write(with: &insert, id: nextID, batch, index, run: run)
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
      let (surplus, example) = try SurplusRecords(in: table).remove(connection)
      warnings.addTwice(example, count: surplus)
      try connection.execute(table.keyIndex)
      return surplus
    }
  }
}
