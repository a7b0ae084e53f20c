internal import CSQLite

/// Keeps statements that are not in use, by the bytes of their text: two Strings are equal too if a letter with an
/// accent is composed in one and not in the other, and a statement may hold either as a literal.
final class StatementCache {
  private let owner: ConnectionOwner
  private var idle: [[UInt8]: Statement.Handle] = [:]
  private let capacity = 64

  init(_ owner: ConnectionOwner) { self.owner = owner }

  func take(_ sql: String) throws(SQLiteError) -> Statement {
    if let handle = idle.removeValue(forKey: Array(sql.utf8)) { return Statement(handle) }
    return Statement(try Statement.Handle(sql, owner))
  }

  func put(_ statement: borrowing Statement, _ sql: String) {
    // Forgetting all at once is crude and enough: a run uses a handful of statements.
    if idle.count >= capacity { idle.removeAll() }
    idle[Array(sql.utf8)] = statement.handle
  }
}
