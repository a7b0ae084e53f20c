internal import CAssetSQLite

extension Connection {
  /// Which locks a transaction takes when it begins.
  package enum TransactionKind: String, Sendable {
    /// Reads one moment of the file; must not write (a late upgrade fails at once, whatever the busy timeout).
    case deferred = "BEGIN DEFERRED"
    /// Takes the write lock first, waiting as long as the busy timeout says.
    case immediate = "BEGIN IMMEDIATE"
    /// Has the file for itself: waits for readers too, as long as the busy timeout says.
    case exclusive = "BEGIN EXCLUSIVE"
  }

  /// Commits if the body returns, rolls back if it throws.
  package func withTransaction<Result>(
    _ kind: TransactionKind, body: () throws -> Result
  ) throws -> Result {
    try execute(kind.rawValue)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // SQLite has already rolled back after some failures (full disk, I/O); a second ROLLBACK would be an error
      // of its own and hide the first.
      if isInTransaction { try? execute("ROLLBACK") }
      throw error
    }
  }
}
