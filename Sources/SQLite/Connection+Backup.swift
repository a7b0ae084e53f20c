internal import CSQLite

extension Connection {
  /// Replaces the whole content of this connection's file by that of `source`, in one transaction.
  ///
  /// All pages go in one step under one read lock, so a busy writer can't make it start again and again: it either
  /// sees the source at one moment or fails with `.busy`. Until it has succeeded the old content is what a reader,
  /// or a restart after a crash, finds.
  public func replaceContent(with source: borrowing Connection) throws(SQLiteError) {
    guard let backup = unsafe sqlite3_backup_init(owner.raw, "main", source.owner.raw, "main")
    else {
      throw unsafe SQLiteError(sqlite3_extended_errcode(owner.raw), on: owner.raw)
    }
    // The backup itself doesn't wait for locks: what the step says is busy is tried again by the caller, who knows
    // how long it may wait.
    let stepped = unsafe sqlite3_backup_step(backup, -1)
    let finished = unsafe sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
      let code = stepped == SQLITE_DONE ? finished : stepped
      throw SQLiteError(
        code: ResultCode(rawValue: code), message: unsafe String(cString: sqlite3_errstr(code)),
        systemError: unsafe sqlite3_system_errno(owner.raw))
    }
  }
}
