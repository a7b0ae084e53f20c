internal import AssetIndex
internal import AssetOutput
internal import AssetSQLite

/// Writes the rows of a query, up to its limit.
struct Page {
  private let limit: Int?
  private let readings: [ResultCell.Reading]
  /// What else may read at the same time; nil if nothing may.
  private let readers: ParallelReaders?
  private var cells: RowCells
  /// How many it has written.
  private(set) var count = 0
  /// Whether there is one more.
  private(set) var isCut = false
  /// The id of the last row, and what it is sorted by, once the page is full.
  private(set) var last: (id: Int64, values: [Value])?

  init(limit: Int?, readings: [ResultCell.Reading], readers: ParallelReaders? = nil) {
    self.limit = limit
    self.readings = readings
    self.readers = readers
    cells = RowCells(readings)
  }

  /// Writes the assets of a type in the order of their ids, from this one on.
  mutating func write(
    _ matches: TypeMatches, from first: Int64, on connection: borrowing Connection,
    into writer: inout some RowWriter & ~Copyable
  ) throws {
    // Where every asset has to be looked at, or all are wanted, reading the table in order is fastest.
    guard matches.select.narrowing.possible != .all, matches.select.past == nil else {
      if limit == nil,
        let rows = try readers?.rows(
          of: matches.select, readings: readings, from: first, writing: writer.partWriting,
          on: connection)
      {
        count += try rows.write(into: &writer)
        return
      }
      let rows = matches.select.rowsByID(from: first)
      return try write(
        "\(rows)\(.limit(limit.map { $0 - count }))", on: connection, into: &writer)
    }
    let row = matches.select.rowOfID(isDecided: matches.isExact)
    try connection.withStatement(of: row) { statement in
      try matches.possible.forEachBlock(from: first, on: connection) { block, bits in
        var low = 0
        while let next = bits.next(from: low) {
          low = Int(next) + 1
          try statement.rebind(
            row.values.count, to: .integer(AssetID(block: block, low: next).number))
          if try statement.step() { try write(statement, into: &writer) }
          if isCut { return false }
        }
        return true
      }
    }
  }

  mutating func write(
    _ rows: SQLFragment, on connection: borrowing Connection,
    into writer: inout some RowWriter & ~Copyable
  ) throws {
    try connection.withStatement(of: rows) { statement in
      while !isCut, try statement.step() { try write(statement, into: &writer) }
    }
  }

  private mutating func write(
    _ row: borrowing Statement, into writer: inout some RowWriter & ~Copyable
  ) throws {
    guard count != limit else { return isCut = true }
    try cells.write(row, into: &writer)
    count += 1
    if count == limit {
      let (start, end) = (cells.width, row.columnCount - 1)
      last = (row.integer(at: end) ?? 0, row.values(at: start..<end))
    }
  }
}
