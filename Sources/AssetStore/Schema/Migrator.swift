internal import AssetFiles
internal import AssetIndex
internal import AssetMigrations
internal import Assets
internal import AssetSQLite

/// Brings a file's schema to this program's version, and tells stores from other files.
enum Migrator {
  /// "ASST", in the file's header.
  static let applicationID: Int64 = 0x4153_5354

  /// Applies what is missing. Call it inside a write transaction: the steps and the record of them are one.
  static func migrate(_ connection: borrowing Connection, at path: String) throws {
    let isNew = try isEmpty(connection)
    let version = try isNew ? 0 : requireStore(connection, at: path)
    guard version < Migration.latest else { return }
    let now = Clock.now()
    try apply(Migration.all[version...], on: connection, at: now)
    if isNew {
      try connection.run(
        "INSERT INTO store(one, created_at, next_id) VALUES (1, ?, 1)", with: .text(now))
    }
    try TypeRegistry.registerMigrated(connection)
    try AssetsView.rebuild(connection)
    guard !isNew else { return }
    // An older store may have no index of terms, or one with other terms.
    try TermLoad.rebuild(connection)
    if version < 5 { try UnknownTags.inferFromRuns(connection) }
  }

  /// Whether the file holds nothing at all yet.
  static func isEmpty(_ connection: borrowing Connection) throws -> Bool {
    try connection.integer("SELECT count(*) FROM sqlite_schema") == 0
      && connection.integer("PRAGMA application_id") == 0
  }

  static func apply(
    _ migrations: ArraySlice<Migration>, on connection: borrowing Connection, at now: String
  ) throws {
    for migration in migrations {
      try connection.execute(migration.sql)
      try connection.run(
        "INSERT INTO migrations VALUES (?, ?, ?)", with: .integer(Int64(migration.number)),
        .text(migration.name), .text(now))
    }
    guard let last = migrations.last else { return }
    // Pragmas take no parameters; both are integers of ours.
    try connection.execute(
      "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(last.number);")
  }

  /// The version of the store's schema.
  static func requireStore(_ connection: borrowing Connection, at path: String) throws -> Int {
    let isStore = try connection.integer("PRAGMA application_id") == applicationID
    guard isStore, let version = try connection.integer("PRAGMA user_version"), version > 0 else {
      throw Fault(
        .input, what: path, why: "it is no store of this program", advice: "check the path")
    }
    guard version <= Migration.latest else {
      throw tooNew(Int(version), at: path)
    }
    return Int(version)
  }

  static func tooOld(_ version: Int, at path: String, isBackup: Bool) -> Fault {
    Fault(
      .schema, what: path,
      why: "its schema is version \(version), and this program reads version \(Migration.latest)",
      advice: isBackup
        ? "it is a backup: make a store of it with: assetstore restore \(path) --store FILE"
        : "bring it up to date with: assetstore migrate --store \(path)")
  }

  static func tooNew(_ version: Int, at path: String) -> Fault {
    Fault(
      .schema, what: path,
      why: "its schema is version \(version), newer than this program's \(Migration.latest)",
      advice: "use the program that wrote it, or a newer one")
  }
}
