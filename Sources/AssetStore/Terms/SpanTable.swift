internal import SQLite

/// The statements of the table `spans`.
enum SpanTable {
  static func hasSpan(_ span: Int64, _ connection: borrowing Connection) throws -> Bool {
    try connection.integer(
      "SELECT EXISTS (SELECT 1 FROM spans WHERE span = ?)", .integer(span)) == 1
  }

  /// The first span that is not below this one.
  static func next(from span: Int64, _ connection: borrowing Connection) throws -> Int64? {
    try connection.integer("SELECT min(span) FROM spans WHERE span >= ?", .integer(span))
  }

  /// Lends each span, in order and from this one on, until the body says false.
  static func forEachSpan(
    from first: Int64 = .min, _ connection: borrowing Connection, _ body: (Int64) throws -> Bool
  ) throws {
    var span = try next(from: first, connection)
    while let this = span {
      guard try body(this) else { return }
      span = this == .max ? nil : try next(from: this + 1, connection)
    }
  }

  /// Lends the ids of a term in a span, empty if there are none.
  static func withBlob<Result>(
    _ span: Int64, _ term: Int64, _ connection: borrowing Connection,
    _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    try connection.withStatement("SELECT ids FROM spans WHERE span = ? AND term = ?") { find in
      try find.bind([.integer(span), .integer(term)])
      return try find.step() ? try find.withBytes(at: 0, body) : try body(Span())
    }
  }

  /// Lends each term of a span and its ids.
  static func forEachBlob(
    _ span: Int64, _ connection: borrowing Connection, _ body: (Int64, Span<UInt8>) throws -> Void
  ) throws {
    try connection.forEachRow(
      "SELECT term, ids FROM spans WHERE span = ? ORDER BY term", [.integer(span)]
    ) { row in
      let term = row.integer(at: 0) ?? 0
      try row.withBytes(at: 1) { try body(term, $0) }
    }
  }

  /// Writes the ids of a term in a span: takes the span, the term and the blob.
  static let insertion = "INSERT OR REPLACE INTO spans VALUES (?, ?, ?)"

  static func remove(_ span: Int64, _ term: Int64, _ connection: borrowing Connection) throws {
    try connection.run(
      "DELETE FROM spans WHERE span = ? AND term = ?", .integer(span), .integer(term))
  }
}
