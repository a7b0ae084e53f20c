internal import SQLite

/// The statements that read the table `terms`.
enum TermTable {
  struct Row {
    let id: Int64
    /// How many assets it is a fact of.
    let assets: Int
  }

  /// The row of a term; nil if no asset has it.
  static func find(_ term: Term, _ connection: borrowing Connection) throws -> Row? {
    var row = Row(id: 0, assets: 0)
    for step in term.steps {
      guard let found = try find(below: row.id, step.kind, step.text.span, connection) else {
        return nil
      }
      row = found
    }
    return row
  }

  /// The row of the term below a parent; nil if no asset has it.
  static func find(
    below parent: Int64, _ kind: Term.Kind, _ text: Span<UInt8>,
    _ connection: borrowing Connection
  ) throws -> Row? {
    let key: [Statement.Slice] = [
      .text(0..<text.count), .integer(parent), .integer(Int64(kind.rawValue)),
    ]
    return try connection.withStatement(
      "SELECT id, assets FROM terms WHERE parent = ?2 AND kind = ?3 AND text = ?1"
    ) { find in
      try find.first(key, in: text) { found in
        // A count that was tampered with is no more than an estimate gone wrong.
        let assets = min(max(0, found.integer(at: 1) ?? 0), 1 << 60)
        return Row(id: found.integer(at: 0) ?? 0, assets: Int(assets))
      }
    }
  }

  /// Lends the terms below a parent in the order of their texts' bytes.
  static func forEachChild(
    of parent: Int64, _ kind: Term.Kind, _ connection: borrowing Connection,
    _ body: (Int64) -> Void
  ) throws {
    try connection.forEachRow(
      "SELECT id FROM terms WHERE parent = ? AND kind = ? ORDER BY text",
      [.integer(parent), .integer(Int64(kind.rawValue))]
    ) { row in
      body(row.integer(at: 0) ?? 0)
    }
  }

  static func withText(
    of term: Int64, _ connection: borrowing Connection, _ body: (Span<UInt8>) -> Void
  ) throws {
    try connection.forEachRow("SELECT text FROM terms WHERE id = ?", [.integer(term)]) { row in
      row.withBytes(at: 0, body)
    }
  }
}
