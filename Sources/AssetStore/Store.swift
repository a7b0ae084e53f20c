internal import AssetSQLite
internal import Synchronization

/// One store: the file that holds an organisation's assets.
///
/// Safe to share: one connection serves one call after the other. What a method throws is a `Fault`, or comes from the
/// writer that it was given.
public final class Store: Sendable {
  /// Absolute.
  package let path: String
  private let connection: Mutex<Connection>
  /// Asked while something takes long; once it says yes that ends with an `interrupted` fault.
  let isCancelled: @Sendable () -> Bool
  /// How long to wait for a lock, in milliseconds.
  let busyTimeout: Int
  /// The file's change counter behind the transaction that has made it; nil if it was there before.
  let counterWhenMade: UInt32?

  init(
    path: String, connection: consuming sending Connection, busyTimeout: Int = 0,
    counterWhenMade: UInt32? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.path = path
    self.busyTimeout = busyTimeout
    self.counterWhenMade = counterWhenMade
    self.isCancelled = isCancelled
    self.connection = Mutex(connection)
  }

  deinit {
    // A truncated journal stays as an empty file; at rest a store is one file. If someone else is at work the journal
    // is theirs, and stays.
    connection.withLock { connection in
      // Beside another file of that name it would be that file's.
      guard (try? connection.hasMoved()) == false else { return }
      _ = try? connection.setBusyTimeout(milliseconds: 0)
      _ = try? connection.text("PRAGMA journal_mode = DELETE")
    }
  }

  /// Lends the connection; what SQLite refuses becomes a fault that names the store.
  func withConnection<Result: Sendable>(
    _ body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    do {
      return try connection.withLock { try body($0) }
    } catch let error as SQLiteError {
      throw error.fault(path, isCancelled: isCancelled())
    }
  }

  /// Lends the connection in a transaction that sees one moment of the store.
  func reading<Result: Sendable>(_ body: (borrowing Connection) throws -> Result) throws -> Result {
    try withConnection { connection in
      try connection.withTransaction(.deferred) { try body(connection) }
    }
  }

  /// Lends the connection in a transaction that is committed if the body returns, and leaves nothing if it throws.
  func writing<Result: Sendable>(_ body: (borrowing Connection) throws -> Result) throws -> Result {
    try withConnection { connection in
      try connection.withWriteTransaction(of: path, busyTimeout: busyTimeout) {
        try Manifest.requireNone(connection, at: path)
        return try body(connection)
      }
    }
  }
}
