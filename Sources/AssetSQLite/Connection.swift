internal import CAssetSQLite

/// One connection to one file: opens it, and closes it when the value goes away.
///
/// Not `Sendable`: whoever shares one keeps it behind a lock.
package struct Connection: ~Copyable {
  /// The raw connection. It outlives every statement made from it: they hold the same owner.
  let owner: ConnectionOwner
  let statements: StatementCache

  /// What a connection may do to its file.
  package enum Access: Sendable {
    case readOnly
    /// The file has to be there already: a new one is made by the caller, with the permissions it wants.
    case readWrite
  }

  /// Opens the file at an absolute path, literally: it is never taken for a URI, and never followed through a link.
  ///
  /// - Throws: `SQLITE_CANTOPEN` if it isn't there or is a link. A file that is no SQLite file is only noticed by
  ///   the first statement.
  package init(path: String, access: Access) throws(SQLiteError) {
    precondition(path.hasPrefix("/"), "a path that isn't absolute could be taken for a URI")
    let flags = access == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    try self.init(name: path, flags: flags | SQLITE_OPEN_NOFOLLOW)
  }

  /// An empty store in memory.
  package static func inMemory() throws(SQLiteError) -> Connection {
    try Connection(name: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY)
  }

  private init(name: String, flags: Int32) throws(SQLiteError) {
    var raw: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      name, &raw, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened = unsafe raw else {
      let error = unsafe SQLiteError(code, on: raw)
      unsafe sqlite3_close_v2(raw)
      throw error
    }
    unsafe owner = ConnectionOwner(opened)
    statements = StatementCache(owner)
  }

  /// Whether a transaction is open.
  package var isInTransaction: Bool { unsafe sqlite3_get_autocommit(owner.raw) == 0 }

  func check(_ code: Int32, sql: String? = nil) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw unsafe SQLiteError(code, on: owner.raw, sql: sql) }
  }
}

/// Closes the raw connection when its last user is gone. Safe to hold: the pointer is private to this module and
/// valid as long as the object.
@safe final class ConnectionOwner {
  let raw: OpaquePointer
  /// What the progress handler asks.
  var question: Question?
  /// What waits for locks.
  var patience: Patience?
  /// What is asked whether a statement may do what it wants.
  var authorizer: Authorizer?

  init(_ raw: OpaquePointer) { unsafe self.raw = raw }

  // `close_v2` waits for statements that are still alive, so the order of release doesn't matter.
  deinit { unsafe sqlite3_close_v2(raw) }
}
