internal import CAssetSQLite

extension Connection {
  /// What this connection refuses whatever a file's schema says: the settings for files from other people.
  /// <https://sqlite.org/security.html>
  package func distrust() throws(SQLiteError) {
    try set(SQLITE_DBCONFIG_DEFENSIVE, on: true)
    try set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, on: false)
    try set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, on: false)
    try set(SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, on: false)
    try set(SQLITE_DBCONFIG_ENABLE_TRIGGER, on: false)
    // A misspelt name in double quotes is an error, not a string.
    try set(SQLITE_DBCONFIG_DQS_DML, on: false)
    try set(SQLITE_DBCONFIG_DQS_DDL, on: false)
    try execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;")
  }

  private func set(_ option: Int32, on: Bool) throws(SQLiteError) {
    try check(unsafe csqlite_db_config_flag(owner.raw, option, on ? 1 : 0))
  }

  /// SQLite's version and the check-in it was built from.
  package static var libraryVersion: (number: String, source: String) {
    unsafe (String(cString: sqlite3_libversion()), String(cString: sqlite3_sourceid()))
  }
}
