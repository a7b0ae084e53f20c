internal import AssetFormats
internal import Assets
internal import SQLite

/// Writes batches of one type's records in a run: inserts the assets that are new, updates those that differ, and
/// leaves the others as they are.
struct AssetWriter {
  private let run: Int64
  private let sql: SQL
  private var nextID: Int64
  private var seen = IDSet()
  private(set) var counts = IngestReport.Counts()
  private(set) var warnings = Warnings()
  private var slices: [Statement.Slice] = []

  private struct SQL {
    let find: String
    let insert: String
    let update: String

    init(_ table: AssetTable) {
      let columns = table.columns
      let parameters = (2...columns.count + 1).map { "?\($0)" }
      find = "SELECT id, \(columns.joined(separator: ", ")) FROM \(table.name) WHERE _key = ?1"
      insert = """
        INSERT INTO \(table.name)(id, \(columns.joined(separator: ", ")), _run)
        VALUES (?1, \(parameters.joined(separator: ", ")), ?\(columns.count + 2))
        """
      update = """
        UPDATE \(table.name)
        SET \(zip(columns, parameters).map { "\($0) = \($1)" }.joined(separator: ", ")), _run = ?\(columns.count + 2)
        WHERE id = ?1
        """
    }
  }

  /// - Parameter nextID: the id of the next new asset.
  init(_ table: AssetTable, run: Int64, nextID: Int64) {
    self.run = run
    self.nextID = nextID
    sql = SQL(table)
  }

  /// The id that the next new asset would have.
  var endID: Int64 { nextID }

  /// What has been counted since the last call.
  mutating func takeCounts() -> IngestReport.Counts {
    defer { counts = IngestReport.Counts() }
    return counts
  }

  mutating func write(_ batch: RecordBatch, _ connection: borrowing Connection) throws {
    try connection.withStatement(sql.find) { find in
      try connection.withStatement(sql.insert) { insert in
        try connection.withStatement(sql.update) { update in
          for index in 0..<batch.count {
            try write(batch, index, find: &find, insert: &insert, update: &update)
          }
        }
      }
    }
  }

  private mutating func write(
    _ batch: RecordBatch, _ index: Int, find: inout Statement, insert: inout Statement,
    update: inout Statement
  ) throws {
    let cells = batch.record(index)
    let key = CollectionOfOne(slice(cells[cells.startIndex]))
    let known = try find.first(key, in: batch.bytes.span) { row in
      (id: row.integer(at: 0) ?? 0, isSame: row.holds(cells, of: batch.bytes))
    }
    guard let known else {
      try run(&insert, id: nextID, cells, batch)
      _ = seen.insert(nextID)
      nextID += 1
      counts.inserted += 1
      return
    }
    if !seen.insert(known.id) { warnOfSecond(batch, index) }
    if known.isSame {
      counts.unchanged += 1
    } else {
      try run(&update, id: known.id, cells, batch)
      counts.updated += 1
    }
  }

  private mutating func run(
    _ statement: inout Statement, id: Int64, _ cells: ArraySlice<RecordBatch.Cell>,
    _ batch: RecordBatch
  ) throws {
    slices.removeAll(keepingCapacity: true)
    slices.append(.integer(id))
    for cell in cells { slices.append(slice(cell)) }
    slices.append(.integer(run))
    try statement.run(slices, in: batch.bytes.span)
  }

  private func slice(_ cell: RecordBatch.Cell) -> Statement.Slice {
    switch cell {
    case .null: .null
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .text(let range): .text(range)
    }
  }

  private mutating func warnOfSecond(_ batch: RecordBatch, _ index: Int) {
    guard case .text(let range)? = batch.record(index).first else { return }
    let line = batch.places[index].line
    warnings.add(
      "asset-twice",
      example:
        "line \(line): '\(String(decoding: batch.bytes[range], as: UTF8.self))' came before; the last counts"
    )
  }
}

extension Statement {
  /// Whether the columns from the second on are what the cells say.
  fileprivate borrowing func holds(_ cells: ArraySlice<RecordBatch.Cell>, of bytes: [UInt8]) -> Bool
  {
    for (offset, cell) in cells.enumerated() {
      let column = offset + 1
      let isSame =
        switch cell {
        case .null: isNull(at: column)
        case .integer(let value): integer(at: column) == value
        case .real(let value): real(at: column) == value
        case .text(let range):
          !isNull(at: column)
            && withBytes(at: column) { $0.isIdentical(inBytesTo: bytes.span.extracting(range)) }
        }
      guard isSame else { return false }
    }
    return true
  }
}
