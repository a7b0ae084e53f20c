internal import AssetFiles
internal import AssetMigrations
internal import Assets
internal import AssetSQLite

extension Store {
  /// How long to wait for another process that holds the store, by default.
  public static let defaultBusyTimeout = 5_000

  /// What a writer keeps pages of the store in, in KiB.
  static let pageMemory = 32_768

  /// Makes loads faster in a process that runs no SQL of others: the memory that such may take can't be limited any
  /// more. Of effect before the first store is opened.
  package static func prepareForLoads() { Connection.leaveMemoryUncounted() }

  /// Opens a store to read.
  ///
  /// - Parameters:
  ///   - path: the file of the store.
  ///   - busyTimeout: in milliseconds.
  ///   - isCancelled: asked while something takes long; once it says yes that ends with an `interrupted` fault.
  /// - Throws: `missing` if there is none; `input` if the file is no store; `schema` if its schema is not this
  ///   program's.
  public static func open(
    _ path: String, busyTimeout: Int = defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Store {
    let path = try absolute(path)
    try requireThere(path)
    return try connect(path, busyTimeout: busyTimeout, isCancelled: isCancelled) { connection in
      try connection.execute("PRAGMA query_only = ON")
      try connection.withTransaction(.deferred) {
        // It may be so since a journal was rolled back just now.
        guard try !Migrator.isEmpty(connection) else { throw emptyFile(path) }
        let version = try Migrator.requireStore(connection, at: path)
        guard version == Migration.latest else {
          throw Migrator.tooOld(version, at: path, isBackup: try Manifest.isThere(connection))
        }
      }
      return nil
    }
  }

  /// Opens a store to write, and makes it if there is none. An older schema is brought up to date.
  ///
  /// A new file can be read and written by its owner only.
  public static func openOrCreate(
    _ path: String, busyTimeout: Int = defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Store {
    let path = try absolute(path)
    if let status = try FileSystem.status(path) {
      try checkIsFile(status, at: path)
    } else if try createFile(path) {
      do {
        return try connectToWrite(
          path, busyTimeout: busyTimeout, isCancelled: isCancelled, isMade: true)
      } catch {
        removeIfEmpty(path)
        throw error
      }
    }
    return try connectToWrite(
      path, busyTimeout: busyTimeout, isCancelled: isCancelled, isMade: false)
  }

  private static func connectToWrite(
    _ path: String, busyTimeout: Int, isCancelled: @escaping @Sendable () -> Bool,
    isMade: Bool
  ) throws -> Store {
    try connect(path, busyTimeout: busyTimeout, isCancelled: isCancelled) { connection in
      // Measured: pages of 8 KiB load faster than the default of 4 (of effect in an empty file only), and a second
      // thread to sort the keys takes a tenth off a load.
      try connection.execute(
        """
        PRAGMA page_size = 8192; PRAGMA foreign_keys = ON; PRAGMA cache_size = -\(pageMemory);
        PRAGMA threads = 1;
        """)
      var counterWhenMade: UInt32?
      try connection.withWriteTransaction(of: path, busyTimeout: busyTimeout) {
        let isNew = try Migrator.isEmpty(connection)
        if !isNew {
          try requireSchema(connection, at: path)
          try Manifest.requireNone(connection, at: path)
        }
        if isNew, isMade { counterWhenMade = try connection.changeCounter() &+ 1 }
        try Migrator.migrate(connection, at: path)
      }
      return counterWhenMade
    }
  }

  /// Whoever writes relies on every table being what it is expected to be.
  private static func requireSchema(_ connection: borrowing Connection, at path: String) throws {
    _ = try Migrator.requireStore(connection, at: path)
    let (isGood, detail) = try ExpectedSchema.check(connection)
    guard isGood else {
      throw Fault(
        .damaged, what: path, why: "its schema has been changed: \(detail)",
        advice: "undo that, restore a backup, or ingest into a new store")
    }
  }

  /// A store in memory, gone with the value.
  static func inMemory() throws -> Store {
    let connection = try Connection.inMemory()
    try connection.prepareForStore()
    try connection.withTransaction(.immediate) { try Migrator.migrate(connection, at: ":memory:") }
    return Store(path: ":memory:", connection: connection)
  }

  /// Opens a store that is there, and brings an older schema up to date.
  package static func openToMigrate(
    _ path: String, busyTimeout: Int = defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Store {
    try requireThere(absolute(path))
    return try openOrCreate(path, busyTimeout: busyTimeout, isCancelled: isCancelled)
  }

  private static func connect(
    _ path: String, busyTimeout: Int, isCancelled: @escaping @Sendable () -> Bool,
    prepare: (borrowing Connection) throws -> UInt32?
  ) throws -> Store {
    do {
      // Readers open for writing too, where the system lets them: a journal that a killed writer left behind has to
      // be rolled back by whoever comes next.
      let connection = try Connection(path: path, access: .readWrite)
      try connection.setBusyTimeout(milliseconds: busyTimeout)
      try connection.prepareForStore()
      connection.interrupt(when: isCancelled)
      try Durability.require(connection, at: path)
      let counter = try prepare(connection)
      return Store(
        path: path, connection: connection, busyTimeout: busyTimeout, counterWhenMade: counter,
        isCancelled: isCancelled)
    } catch let error as SQLiteError {
      throw error.fault(path, isCancelled: isCancelled())
    }
  }
}
