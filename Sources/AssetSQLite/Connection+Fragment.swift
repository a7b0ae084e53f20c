extension Connection {
  /// Lends a prepared statement, with its values bound.
  package func withStatement<Result>(
    of query: SQLFragment, body: (inout Statement) throws -> Result
  ) throws -> Result {
    try withStatement(query.text) { statement in
      try statement.bind(query.values)
      return try body(&statement)
    }
  }

  /// The first column of the only row, as an integer; nil if there is no row or it is NULL.
  package func integer(of query: SQLFragment) throws -> Int64? {
    try withStatement(of: query) { try $0.step() ? $0.integer(at: 0) : nil }
  }

  /// Lends each row in turn.
  package func forEachRow(
    of query: SQLFragment, body: (borrowing Statement) throws -> Void
  ) throws {
    try withStatement(of: query) { statement in
      while try statement.step() { try body(statement) }
    }
  }
}
