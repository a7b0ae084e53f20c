internal import AssetIndex
internal import AssetOutput
internal import AssetSQLite

/// Writes the rows of a query, up to its limit.
struct Page {
  private let limit: Int?
  private let readings: [ResultCell.Reading]
  /// How many it has written.
  private(set) var count = 0
  /// Whether there is one more.
  private(set) var isCut = false
  /// The id of the last row, and what it is sorted by, once the page is full.
  private(set) var last: (id: Int64, values: [Value])?

  init(limit: Int?, readings: [ResultCell.Reading]) {
    self.limit = limit
    self.readings = readings
  }

  /// Writes the assets of a type in the order of their ids, from this one on.
  mutating func write(
    _ matches: TypeMatches, from first: Int64, on connection: borrowing Connection,
    into writer: inout some RowWriter & ~Copyable
  ) throws {
    // Where every asset has to be looked at, or all are wanted, reading the table in order is fastest.
    guard matches.select.narrowing.possible != .all, matches.select.past == nil else {
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
    try writer.write(row, readings: readings)
    count += 1
    if count == limit {
      let (start, end) = (readings.reduce(0) { $0 + $1.width }, row.columnCount - 1)
      last = (row.integer(at: end) ?? 0, row.values(at: start..<end))
    }
  }
}

extension RowWriter where Self: ~Copyable {
  /// Writes a row of a query.
  ///
  /// - Parameter first: the column of the first cell.
  mutating func write(
    _ row: borrowing Statement, readings: [ResultCell.Reading], from first: Int = 0
  ) throws {
    var column = first
    for reading in readings {
      try write(row, column: column, reading: reading)
      column += reading.width
    }
    try endRow()
  }

  private mutating func write(
    _ row: borrowing Statement, column: Int, reading: ResultCell.Reading
  ) throws {
    guard !row.isNull(at: column) else { return try null() }
    switch reading {
    case .text: try row.withBytes(at: column) { try text($0) }
    case .json: try row.withBytes(at: column) { try json($0) }
    case .integer: try integer(row.integer(at: column) ?? 0)
    case .real: try real(row.real(at: column) ?? 0)
    case .bool: try bool(value: row.integer(at: column) == 1)
    case .mapValue:
      let isList = row.text(at: column + 1) == "array"
      try row.withBytes(at: column) { try isList ? json($0) : text($0) }
    }
  }
}
