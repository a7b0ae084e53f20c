internal import AssetFiles
internal import AssetMigrations
internal import Assets
internal import AssetSQLite

extension Store {
  /// How long to wait for another process that holds the store, by default.
  package static let defaultBusyTimeout = 5_000

  /// What a writer keeps pages of the store in, in KiB.
  static let pageMemory = 32_768

  /// Opens a store to read.
  ///
  /// - Parameters:
  ///   - busyTimeout: in milliseconds.
  ///   - isCancelled: asked while something takes long; once it says yes that ends with an `interrupted` fault.
  /// - Throws: `missing` if there is none; `input` if the file is no store; `schema` if its schema is not this
  ///   program's.
  package static func open(
    _ path: String, busyTimeout: Int = defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Store {
    let path = try FileSystem.absolute(path)
    try requireThere(path)
    return try connect(path, busyTimeout, isCancelled) { connection in
      try connection.execute("PRAGMA query_only = ON")
      try connection.withTransaction(.deferred) { try Migrator.requireCurrent(connection, path) }
    }
  }

  /// Opens a store to write, and makes it if there is none. An older schema is brought up to date.
  ///
  /// A new file can be read and written by its owner only.
  package static func openOrCreate(
    _ path: String, busyTimeout: Int = defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Store {
    let path = try FileSystem.absolute(path)
    if let status = try FileSystem.status(path) {
      try checkIsFile(status, path)
    } else {
      try createFile(path)
    }
    return try connect(path, busyTimeout, isCancelled) { connection in
      // Measured: pages of 8 KiB load faster than the default of 4 (of effect in an empty file only), and a second
      // thread to sort the keys takes a tenth off a load.
      try connection.execute(
        """
        PRAGMA page_size = 8192; PRAGMA foreign_keys = ON; PRAGMA cache_size = -\(pageMemory);
        PRAGMA threads = 1;
        """)
      try connection.withTransaction(.immediate) {
        let isNew = try Migrator.isEmpty(connection)
        if !isNew { try requireSchema(connection, path) }
        try Migrator.migrate(connection, path)
      }
    }
  }

  /// Whoever writes relies on every table being what it is expected to be.
  private static func requireSchema(_ connection: borrowing Connection, _ path: String) throws {
    _ = try Migrator.requireStore(connection, path)
    let (isGood, detail) = try ExpectedSchema.check(connection)
    guard isGood else {
      throw Fault(
        .damaged, path, why: "its schema has been changed: \(detail)",
        advice: "undo that, restore a backup, or ingest into a new store")
    }
  }

  /// A store in memory, gone with the value.
  static func inMemory() throws -> Store {
    let connection = try Connection.inMemory()
    try connection.prepareForStore()
    try connection.withTransaction(.immediate) { try Migrator.migrate(connection, ":memory:") }
    return Store(path: ":memory:", connection: connection)
  }

  /// Opens a store that is there, and brings an older schema up to date.
  package static func openToMigrate(
    _ path: String, busyTimeout: Int = defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Store {
    try requireThere(FileSystem.absolute(path))
    return try openOrCreate(path, busyTimeout: busyTimeout, isCancelled: isCancelled)
  }

  private static func requireThere(_ path: String) throws {
    guard let status = try FileSystem.status(path) else {
      throw Fault(
        .missing, path, why: "there is no store",
        advice: "name one with --store FILE, or make one with: assetstore ingest")
    }
    try checkIsFile(status, path)
    // What is left if the first command was killed before it had made anything.
    guard status.size > 0 else {
      throw Fault(
        .missing, path, why: "the file is empty, so there is no store",
        advice: "make one with: assetstore ingest")
    }
  }

  private static func createFile(_ path: String) throws {
    do {
      _ = try File.create(path)
    } catch let fault as Fault where fault.kind == .exists {
      // Another process was faster; the transaction below waits for it.
    } catch let fault as Fault where fault.kind == .missing {
      throw Fault(.io, path, why: "it can't be made there", advice: "check the folder")
    }
  }

  private static func checkIsFile(_ status: FileStatus, _ path: String) throws {
    if status.isLink {
      throw Fault(
        .io, path, why: "it is a link, and a store is not opened through one",
        advice: "name the file itself")
    }
    guard status.isRegular else {
      throw Fault(.input, path, why: "it is no file, so it is no store", advice: "check the path")
    }
  }

  private static func connect(
    _ path: String, _ busyTimeout: Int, _ isCancelled: @escaping @Sendable () -> Bool,
    _ prepare: (borrowing Connection) throws -> Void
  ) throws -> Store {
    do {
      // Readers open for writing too, where the system lets them: a journal that a killed writer left behind has to
      // be rolled back by whoever comes next.
      let connection = try Connection(path: path, .readWrite)
      try connection.setBusyTimeout(milliseconds: busyTimeout)
      try connection.prepareForStore()
      connection.interrupt(when: isCancelled)
      try Durability.require(connection, path)
      try prepare(connection)
      return Store(path: path, connection: connection, isCancelled: isCancelled)
    } catch let error as SQLiteError {
      throw error.fault(path, isCancelled: isCancelled())
    }
  }
}

/// What keeps an acknowledged commit through a power cut: a rollback journal, truncated, and full synchronisation.
/// Measured on SQLite 3.40: the default (the journal deleted) loses commits, and so does a write-ahead log that is
/// not fully synchronised.
enum Durability {
  static func require(_ connection: borrowing Connection, _ path: String) throws {
    // Asked before it is set: to turn a write-ahead log off would change the file, which a reader must not.
    let mode = try connection.text("PRAGMA journal_mode")
    guard mode != "wal", try connection.text("PRAGMA journal_mode = TRUNCATE") == "truncate" else {
      throw Fault(
        .input, path, why: "another tool has switched its journal mode to \(mode ?? "something")",
        advice: "close what else has it open, then: sqlite3 \(path) 'PRAGMA journal_mode = DELETE'")
    }
    // Pages that are freed are zeroed where that costs no extra write.
    try connection.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST;")
    guard try connection.integer("PRAGMA synchronous") == 2 else {
      throw Fault(.program, path, why: "SQLite does not take PRAGMA synchronous = FULL")
    }
  }
}
