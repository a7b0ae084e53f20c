internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Writes a run into a table that was empty, without asking what is there: every record is taken for new. The index of
/// keys is made when all rows are in, in order, instead of being filled at random. Measured on a million records, that
/// takes a fifth of the time.
struct LoadWriter: RunWriter {
  private let table: AssetTable
  private let state: RunState
  private let insertion: String
  private(set) var seen = IDSet()
  private(set) var scopes: ScopeCollector?
  private(set) var fields: KnownFields
  private let tagRecords: TagRecords
  private var row = AssetRow()
  var counts = IngestReport.Counts()
  var warnings = Warnings()

  /// In KiB.
  private static let sortMemory = 4_096

  init(_ table: AssetTable, state: RunState, on connection: borrowing Connection) throws {
    self.table = table
    self.state = state
    insertion = AssetStatements(table).insert
    fields = KnownFields(table.type, request: state.request)
    tagRecords = TagRecords(table.type, policy: state.request.absentFields)
    scopes = state.request.snapshot.map { _ in ScopeCollector(table.type) }
    try connection.execute("DROP INDEX \(table.keyIndexName)")
  }

  var new: IDSet { seen }

  var changed: IDSet { seen }

  mutating func write(_ batch: RecordBatch, on connection: borrowing Connection) throws {
    let (firstID, run) = (state.nextID, state.run)
    var id = firstID
    defer { state.nextID = id }
    try connection.withStatement(insertion) { insert in
      for index in 0..<batch.count {
        try row.write(with: &insert, id: id, batch: batch, at: index, run: run)
        scopes?.note(batch, at: index)
        let cells = batch.record(index)
        fields.note(cells, of: id, isTagsAlone: tagRecords.contains(cells))
        id += 1
      }
    }
    seen.insert(contentsOf: firstID..<id)
    counts.inserted += batch.count
  }

  mutating func endInput(_ connection: borrowing Connection) throws {
    _ = fields.tags?.endInput(seen)
  }

  /// Makes the index. Assets that came more than once keep their first id and their last content.
  mutating func finish(_ connection: borrowing Connection) throws -> [IngestReport.Counts] {
    // SQLite sorts in two or three times the memory that it may keep pages in, and writes more in parts.
    try connection.execute("PRAGMA cache_size = -\(Self.sortMemory)")
    defer { try? connection.execute("PRAGMA cache_size = -\(Store.pageMemory)") }
    return try makeKeyIndex(connection)
  }

  private mutating func makeKeyIndex(
    _ connection: borrowing Connection
  ) throws -> [IngestReport.Counts] {
    if try hasEachOnce(connection) { return [] }
    let surplus = SurplusRecords(in: table)
    try surplus.list(connection)
    let corrections = try corrections(surplus, on: connection)
    warnings.addTwice(
      try surplus.example(connection), count: corrections.reduce(0) { $0 - $1.inserted })
    seen.subtract(try surplus.remove(&fields.tags, run: state.run, on: connection))
    try connection.execute(table.keyIndex)
    return corrections
  }

  /// Makes the index if no asset came more than once.
  private func hasEachOnce(_ connection: borrowing Connection) throws -> Bool {
    do {
      try connection.execute(table.keyIndex)
      return true
    } catch  where error.code.primary == .constraint {
      return false
    }
  }

  /// As if each record had been held against the one before it: one that differs is an update.
  private func corrections(
    _ surplus: SurplusRecords, on connection: borrowing Connection
  ) throws -> [IngestReport.Counts] {
    var corrections = state.inputEnds.map { _ in IngestReport.Counts() }
    var input = 0
    try surplus.forEach(connection) { id, isChange in
      while id >= state.inputEnds[input] { input += 1 }
      corrections[input].inserted -= 1
      if isChange { corrections[input].updated += 1 } else { corrections[input].unchanged += 1 }
    }
    return corrections
  }
}
