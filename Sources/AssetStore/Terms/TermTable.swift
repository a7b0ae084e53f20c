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
      let key: [Statement.Slice] = [
        .text(0..<step.text.count), .integer(row.id), .integer(Int64(step.kind.rawValue)),
      ]
      let found = try connection.withStatement(
        "SELECT id, assets FROM terms WHERE parent = ?2 AND kind = ?3 AND text = ?1"
      ) { find in
        try find.first(key, in: step.text.span) { found in
          Row(id: found.integer(at: 0) ?? 0, assets: Int(found.integer(at: 1) ?? 0))
        }
      }
      guard let found else { return nil }
      row = found
    }
    return row
  }
}
