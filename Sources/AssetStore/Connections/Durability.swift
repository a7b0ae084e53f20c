internal import Assets
internal import AssetSQLite

/// What keeps an acknowledged commit through a power cut: a rollback journal, truncated, and full synchronisation.
/// Measured on SQLite 3.40: the default (the journal deleted) loses commits, and so does a write-ahead log that is
/// not fully synchronised.
enum Durability {
  static func require(_ connection: borrowing Connection, at path: String) throws {
    // Asked before it is set: to turn a write-ahead log off would change the file, which a reader must not.
    let mode = try connection.text("PRAGMA journal_mode")
    guard mode != "wal", try connection.text("PRAGMA journal_mode = TRUNCATE") == "truncate" else {
      throw Fault(
        .input, what: path,
        why: "another tool has switched its journal mode to \(mode ?? "something")",
        advice: "close what else has it open, then: sqlite3 \(path) 'PRAGMA journal_mode = DELETE'")
    }
    // Pages that are freed are zeroed where that costs no extra write.
    try connection.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST;")
    guard try connection.integer("PRAGMA synchronous") == 2 else {
      throw Fault(.program, what: path, why: "SQLite does not take PRAGMA synchronous = FULL")
    }
  }
}
