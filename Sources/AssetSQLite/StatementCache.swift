internal import CAssetSQLite

/// Keeps statements that are not in use.
final class StatementCache {
  private let owner: ConnectionOwner
  /// A list, not a dictionary: a run uses a handful of statements, which their lengths mostly tell apart, and the runtime
  /// takes longer to make a type for a dictionary than most questions need their statements.
  private var idle: [(sql: String, handle: Statement.Handle)] = []
  private let capacity = 64

  init(_ owner: ConnectionOwner) { self.owner = owner }

  func take(_ sql: String) throws(SQLiteError) -> Statement {
    guard let index = idle.lastIndex(where: { Self.isSame($0.sql, sql) }) else {
      return Statement(try Statement.Handle(sql, owner: owner))
    }
    idle.swapAt(index, idle.count - 1)
    return Statement(idle.removeLast().handle)
  }

  func put(_ statement: borrowing Statement, sql: String) {
    // Forgetting all at once is crude and enough: a run uses a handful of statements.
    if idle.count >= capacity { idle.removeAll() }
    idle.append((sql, statement.handle))
  }

  /// Whether the bytes are the same: two Strings are equal too if a letter with an accent is composed in one and not in
  /// the other, and a statement may hold either as a literal. All bytes at once: one by one, that was a twentieth of an
  /// ingest.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count == other.utf8.count else { return false }
    let isSame = unsafe one.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe other.utf8.withContiguousStorageIfAvailable { others in
        unsafe csqlite_is_same(bytes.baseAddress, others.baseAddress, UInt64(bytes.count)) != 0
      }
    }
    return isSame.flatMap { $0 } ?? one.utf8.elementsEqual(other.utf8)
  }
}
