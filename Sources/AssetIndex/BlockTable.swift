package import AssetSQLite

/// The statements of the table `blocks`.
package enum BlockTable {
  /// Ids are below this number: their blocks are numbers of 31 bits.
  package static let idLimit: Int64 = 1 << 47

  private static let blocks: ClosedRange<Int64> = 0...Int64(Int32.max)

  /// The key of a row; nil where there can be none.
  package static func place(_ block: Int64, term: Int64) -> Int64? {
    blocks.contains(block) && 0...Int64(UInt32.max) ~= term ? block << 32 | term : nil
  }

  package static func hasBlock(_ block: Int64, on connection: borrowing Connection) throws -> Bool {
    try next(from: block, on: connection) == block
  }

  /// The first block that is not below this one.
  package static func next(from block: Int64, on connection: borrowing Connection) throws -> Int64?
  {
    guard block <= blocks.upperBound else { return nil }
    // A block below 0 is none of ours: whoever checks wants to see it.
    let first = max(block, Int64(Int32.min)) << 32
    return try connection.integer(
      "SELECT min(place) FROM blocks WHERE place >= ?", with: .integer(first)
    )
    .map { $0 >> 32 }
  }

  /// Lends each block, in order and from this one on, until the body says false.
  package static func forEachBlock(
    from first: Int64 = .min, on connection: borrowing Connection, body: (Int64) throws -> Bool
  ) throws {
    var block = try next(from: first, on: connection)
    while let this = block {
      guard try body(this) else { return }
      block = try next(from: this + 1, on: connection)
    }
  }

  /// Lends the ids of a term in a block, empty if there are none.
  package static func withBlob<Result>(
    _ block: Int64, term: Int64, on connection: borrowing Connection,
    body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    guard let place = place(block, term: term) else { return try body(Span()) }
    return try connection.withStatement("SELECT ids FROM blocks WHERE place = ?") { find in
      try find.bind([.integer(place)])
      return try find.step() ? try find.withBytes(at: 0, body: body) : try body(Span())
    }
  }

  /// To look up more terms of a block than this takes longer than to read all of them.
  package static let maxSought = 2_000

  /// Lends each of these terms that a block has, in order, and its ids.
  package static func forEachBlob(
    _ block: Int64, in terms: ClosedRange<Int64> = 0...Int64(UInt32.max),
    on connection: borrowing Connection, body: (Int64, Span<UInt8>) throws -> Void
  ) throws {
    guard let first = place(block, term: terms.lowerBound),
      let last = place(block, term: terms.upperBound)
    else {
      return
    }
    try connection.forEachRow(
      "SELECT place, ids FROM blocks WHERE place BETWEEN ? AND ? ORDER BY place",
      with: [.integer(first), .integer(last)]
    ) { row in
      let term = (row.integer(at: 0) ?? 0) & Int64(UInt32.max)
      try row.withBytes(at: 1) { try body(term, $0) }
    }
  }

  /// Writes the ids of a term in a block: takes the place and the blob.
  package static let insertion = RowInsertion("INSERT OR REPLACE INTO blocks", columns: 2)

  package static func remove(_ place: Int64, on connection: borrowing Connection) throws {
    try connection.run("DELETE FROM blocks WHERE place = ?", with: .integer(place))
  }
}
