internal import CAssetSQLite

extension Connection {
  /// A number that is another one after each change to the file, whoever made it, as far as this connection has seen
  /// it: it looks when a transaction begins.
  package func contentVersion() throws(SQLiteError) -> UInt32 {
    var version: UInt32 = 0
    try check(
      unsafe sqlite3_file_control(owner.raw, "main", SQLITE_FCNTL_DATA_VERSION, &version))
    return version
  }

  /// Replaces the whole content of this connection's file by that of `source`, in one transaction.
  ///
  /// All pages go in one step under one read lock, so a busy writer can't make it start again and again: it either
  /// sees the source at one moment or fails with `.busy`, when the busy timeouts of both have passed. Until it has
  /// succeeded the old content is what a reader, or a restart after a crash, finds.
  ///
  /// - Parameter version: what `contentVersion` has to be when the file is locked; nil for any.
  /// - Returns: false if it is another one, and nothing was replaced.
  package func replaceContent(
    with source: borrowing Connection, ifVersionIs version: UInt32? = nil
  ) throws(SQLiteError) -> Bool {
    guard let backup = unsafe sqlite3_backup_init(owner.raw, "main", source.owner.raw, "main")
    else {
      throw unsafe SQLiteError(sqlite3_extended_errcode(owner.raw), on: owner.raw)
    }
    // To copy no page takes the locks all the same.
    var code = unsafe sqlite3_backup_step(backup, 0)
    var isSame = true
    if code == SQLITE_OK, let version {
      do throws(SQLiteError) {
        isSame = try contentVersion() == version
      } catch {
        unsafe sqlite3_backup_finish(backup)
        throw error
      }
    }
    if code == SQLITE_OK, isSame { code = unsafe sqlite3_backup_step(backup, -1) }
    let finished = unsafe sqlite3_backup_finish(backup)
    guard !isSame || code == SQLITE_DONE, finished == SQLITE_OK else {
      let code = [SQLITE_OK, SQLITE_DONE].contains(code) ? finished : code
      throw SQLiteError(
        code: ResultCode(rawValue: code), message: unsafe String(cString: sqlite3_errstr(code)),
        systemError: unsafe sqlite3_system_errno(owner.raw))
    }
    return isSame
  }
}
