internal import CAssetSQLite

extension Connection {
  /// Runs every statement in the text, in order; result rows are thrown away.
  package func execute(_ sql: String) throws(SQLiteError) {
    try check(unsafe sqlite3_exec(owner.raw, sql, nil, nil, nil), sql: sql)
  }

  /// Lends a prepared statement, made on first use and kept for the next; it comes back reset, with nothing bound.
  ///
  /// - Parameter sql: one statement. Anything after the first is refused.
  package func withStatement<Result, Failure: Error>(
    _ sql: String, body: (inout Statement) throws(Failure) -> Result
  ) throws -> Result {
    var statement = try statements.take(sql)
    defer {
      statement.reset()
      statements.put(statement, sql: sql)
    }
    return try body(&statement)
  }

  /// The first column of the only row, as an integer; nil if there is no row or it is NULL.
  package func integer(_ sql: String, with parameters: Value...) throws -> Int64? {
    try withStatement(sql) { statement in
      try statement.bind(parameters)
      return try statement.step() ? statement.integer(at: 0) : nil
    }
  }

  /// The first column of the only row, as text; nil if there is no row or it is NULL.
  package func text(_ sql: String, with parameters: Value...) throws -> String? {
    try withStatement(sql) { statement in
      try statement.bind(parameters)
      return try statement.step() ? statement.text(at: 0) : nil
    }
  }

  /// Runs a statement that gives no rows.
  package func run(_ sql: String, with parameters: Value...) throws {
    try run(sql, with: parameters)
  }

  /// Runs a statement that gives no rows.
  package func run(_ sql: String, with parameters: [Value]) throws {
    try withStatement(sql) { statement in
      try statement.bind(parameters)
      while try statement.step() {}
    }
  }

  /// Lends each row in turn.
  package func forEachRow(
    _ sql: String, with parameters: [Value] = [], body: (borrowing Statement) throws -> Void
  ) throws {
    try withStatement(sql) { statement in
      try statement.bind(parameters)
      while try statement.step() { try body(statement) }
    }
  }
}
