internal import CAssetSQLite

/// Keeps statements that are not in use.
final class StatementCache {
  private let owner: ConnectionOwner
  private var idle: [SQLText: Statement.Handle] = [:]
  private let capacity = 64

  init(_ owner: ConnectionOwner) { self.owner = owner }

  func take(_ sql: String) throws(SQLiteError) -> Statement {
    if let handle = idle.removeValue(forKey: SQLText(sql: sql)) { return Statement(handle) }
    return Statement(try Statement.Handle(sql, owner: owner))
  }

  func put(_ statement: borrowing Statement, sql: String) {
    // Forgetting all at once is crude and enough: a run uses a handful of statements.
    if idle.count >= capacity { idle.removeAll() }
    idle[SQLText(sql: sql)] = statement.handle
  }
}

/// The text of a statement, told from others by its bytes: two Strings are equal too if a letter with an accent is
/// composed in one and not in the other, and a statement may hold either as a literal.
private struct SQLText: Hashable {
  let sql: String

  static func == (one: SQLText, other: SQLText) -> Bool {
    guard one.sql.utf8.count == other.sql.utf8.count else { return false }
    let isSame = unsafe one.sql.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe other.sql.utf8.withContiguousStorageIfAvailable { others in
        unsafe csqlite_is_same(bytes.baseAddress, others.baseAddress, UInt64(bytes.count)) != 0
      }
    }
    return isSame.flatMap { $0 } ?? one.sql.utf8.elementsEqual(other.sql.utf8)
  }

  /// All bytes at once, here and above: one by one, that was a twentieth of an ingest.
  func hash(into hasher: inout Hasher) {
    _ = unsafe sql.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
  }
}
