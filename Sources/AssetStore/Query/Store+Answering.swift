internal import Assets
internal import AssetSQLite

extension Store {
  /// Reads what a query asks. What the value of some asset is not, as a number, the expression has to say.
  ///
  /// - Throws: `usage` for that; what the body throws.
  func answering<Result: Sendable>(
    _ query: Query, body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    try reading { connection in
      do {
        return try body(connection)
      } catch let error as SQLiteError
        where query.isComputed && error.code.primary == .error && !error.isOfSchema
      {
        throw Fault(
          .usage, what: "expression", why: error.message,
          advice: "leave such assets out in it: CASE WHEN x ~ '^[0-9]+$' THEN x::BIGINT END")
      }
    }
  }
}

extension SQLiteError {
  /// Whether it is about a table or column that the store lacks: then it is damaged, and no value is to blame.
  fileprivate var isOfSchema: Bool { message.utf8.starts(with: "no such ".utf8) }
}

extension Query {
  /// Whether SQLite needs our functions for it.
  var isComputed: Bool {
    expression.isComputed
      || ((fields ?? []) + sort.map(\.path)).contains { path in
        // The key may be a step into JSON.
        path.isExpression || path.key != nil
      }
  }
}
