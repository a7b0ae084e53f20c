internal import AssetSQLite

/// The statements of the table `spans`.
enum SpanTable {
  /// Ids are below this number: their spans are numbers of 31 bits.
  static let idLimit: Int64 = 1 << 47

  private static let spans: ClosedRange<Int64> = 0...Int64(Int32.max)

  /// The key of a row; nil where there can be none.
  static func place(_ span: Int64, _ term: Int64) -> Int64? {
    spans.contains(span) && 0...Int64(UInt32.max) ~= term ? span << 32 | term : nil
  }

  static func hasSpan(_ span: Int64, _ connection: borrowing Connection) throws -> Bool {
    try next(from: span, connection) == span
  }

  /// The first span that is not below this one.
  static func next(from span: Int64, _ connection: borrowing Connection) throws -> Int64? {
    guard span <= spans.upperBound else { return nil }
    // A span below 0 is none of ours: whoever checks wants to see it.
    let first = max(span, Int64(Int32.min)) << 32
    return try connection.integer("SELECT min(place) FROM spans WHERE place >= ?", .integer(first))
      .map { $0 >> 32 }
  }

  /// Lends each span, in order and from this one on, until the body says false.
  static func forEachSpan(
    from first: Int64 = .min, _ connection: borrowing Connection, _ body: (Int64) throws -> Bool
  ) throws {
    var span = try next(from: first, connection)
    while let this = span {
      guard try body(this) else { return }
      span = try next(from: this + 1, connection)
    }
  }

  /// Lends the ids of a term in a span, empty if there are none.
  static func withBlob<Result>(
    _ span: Int64, _ term: Int64, _ connection: borrowing Connection,
    _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    guard let place = place(span, term) else { return try body(Span()) }
    return try connection.withStatement("SELECT ids FROM spans WHERE place = ?") { find in
      try find.bind([.integer(place)])
      return try find.step() ? try find.withBytes(at: 0, body) : try body(Span())
    }
  }

  /// To look up more terms of a span than this takes longer than to read all of them.
  static let maxSought = 2_000

  /// Lends each of these terms that a span has, in order, and its ids.
  static func forEachBlob(
    _ span: Int64, in terms: ClosedRange<Int64> = 0...Int64(UInt32.max),
    _ connection: borrowing Connection, _ body: (Int64, Span<UInt8>) throws -> Void
  ) throws {
    guard let first = place(span, terms.lowerBound), let last = place(span, terms.upperBound) else {
      return
    }
    try connection.forEachRow(
      "SELECT place, ids FROM spans WHERE place BETWEEN ? AND ? ORDER BY place",
      [.integer(first), .integer(last)]
    ) { row in
      let term = (row.integer(at: 0) ?? 0) & Int64(UInt32.max)
      try row.withBytes(at: 1) { try body(term, $0) }
    }
  }

  /// Writes the ids of a term in a span: takes the place and the blob.
  static let insertion = "INSERT OR REPLACE INTO spans VALUES (?, ?)"

  static func remove(_ place: Int64, _ connection: borrowing Connection) throws {
    try connection.run("DELETE FROM spans WHERE place = ?", .integer(place))
  }
}
