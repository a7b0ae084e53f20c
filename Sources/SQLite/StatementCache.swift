internal import CSQLite

/// Keeps statements that are not in use, by their text.
final class StatementCache {
  private let owner: ConnectionOwner
  private var idle: [String: Statement.Handle] = [:]
  private let capacity = 64

  init(_ owner: ConnectionOwner) { self.owner = owner }

  func take(_ sql: String) throws(SQLiteError) -> Statement {
    if let handle = idle.removeValue(forKey: sql) { return Statement(handle) }
    return Statement(try Statement.Handle(sql, owner))
  }

  func put(_ statement: borrowing Statement, _ sql: String) {
    // Forgetting all at once is crude and enough: a run uses a handful of statements.
    if idle.count >= capacity { idle.removeAll() }
    idle[sql] = statement.handle
  }
}
