internal import CAssetSQLite

extension Connection {
  /// The longest path, in bytes, beside which there is room for the names that are made of it: SQLite opens none of more
  /// than 512 bytes, its journal's included.
  package static let maxPathLength = 460

  /// Whether the connection's file has lost its name, or another file has it by now.
  package func hasMoved() throws(SQLiteError) -> Bool {
    var hasMoved: Int32 = 0
    let code = unsafe sqlite3_file_control(
      owner.raw, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
    // A store in memory has no file.
    if code != SQLITE_NOTFOUND { try check(code) }
    return hasMoved != 0
  }

  /// A number in the file that each commit counts up. Call it in a transaction, before anything is written.
  package func changeCounter() throws(SQLiteError) -> UInt32 {
    var bytes: [UInt8] = [0, 0, 0, 0]
    let code = unsafe csqlite_change_counter(owner.raw, &bytes)
    // A file that is empty has none yet, and a store in memory never.
    let isAbsent = [ResultCode.ioErrorShortRead.rawValue, SQLITE_NOTFOUND].contains(code)
    if !isAbsent { try check(code) }
    return bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
