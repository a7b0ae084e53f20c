internal import AssetIndex
internal import AssetJSON
internal import AssetMigrations
internal import Assets
internal import AssetSQLite

extension Verification {
  /// Checks what the tables hold; the first check that fails is the last. One thread reads what is stored, while this one
  /// looks at how: the results come in a fixed order all the same.
  ///
  /// - Parameters:
  ///   - connection: sees one moment of the file; it is in a transaction that has read, or nobody writes to the file.
  ///   - path: the connection's file.
  mutating func checkContent(
    _ connection: borrowing Connection, at path: String, requiresManifest: Bool,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    let hash = TermHash()
    var reading = try ParallelReading(
      path, counter: connection.changeCounter(), hash: hash, isCancelled: isCancelled)
    try checkStructure(connection)
    guard isGood else { return }
    let index = Result { try Self.indexedTerms(connection, hash: hash) }
    let history = Result { try HistoryCheck.flaw(connection) }
    var read: ContentReading?
    try check("content") {
      let found = try reading.value()
      read = found
      return (found.fault == nil, found.fault ?? "\(found.digest.assets) assets")
    }
    content = read?.digest
    try check("ids") {
      try IDCheck.require(connection)
      return (true, "ok")
    }
    // Before the index, which would say as much of an asset that somebody has changed.
    let isBackup = try checkManifest(connection, requiresManifest: requiresManifest)
    var flaw: String?
    try check("index of terms") {
      guard let index = try index.get(), let read else {
        // Whoever brings the store up to date rebuilds it.
        let version = try connection.integer("PRAGMA user_version") ?? 0
        return (true, "of schema version \(version)")
      }
      flaw = index.flaw(against: read.terms)
      return (flaw == nil, flaw ?? "ok")
    }
    isReindexable = flaw != nil && !isBackup
    try check("unknown tags") {
      let flaw = try UnknownTags.flaw(connection)
      return (flaw == nil, flaw ?? "ok")
    }
    try check("history") {
      let flaw = try history.get()
      return (flaw == nil, flaw ?? "ok")
    }
  }

  private mutating func checkStructure(_ connection: borrowing Connection) throws {
    // First of all, as SQLite advises for files from strangers.
    try check("integrity") {
      let flaw = try StructureCheck.flaw(connection)
      return (flaw == nil, flaw ?? "ok")
    }
    try check("schema") { try ExpectedSchema.check(connection) }
    try check("indexes") {
      let flaw = try StructureCheck.flawOfIndexes(connection)
      return (flaw == nil, flaw ?? "ok")
    }
    try check("references") {
      let broken = try connection.text("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1")
      return (broken == nil, broken.map { "a row of \($0) refers to nothing" } ?? "ok")
    }
  }

  /// What the index of terms says; nil in an older schema, whose index is another.
  private static func indexedTerms(
    _ connection: borrowing Connection, hash: TermHash
  ) throws -> IndexedTerms? {
    guard try connection.integer("PRAGMA user_version") ?? 0 == Migration.latest else { return nil }
    return try IndexedTerms(connection, hash: hash)
  }

  /// Whether the file is a backup.
  private mutating func checkManifest(
    _ connection: borrowing Connection, requiresManifest: Bool
  ) throws -> Bool {
    var isBackup = false
    let digest = content?.store
    try check("manifest") {
      guard let manifest = try Manifest.read(connection) else {
        return requiresManifest
          ? (false, Manifest.isMissing)
          : (true, "none: a store at work")
      }
      isBackup = true
      // Which is over the content's digest too.
      return manifest["store_digest"]?.string == digest
        ? (true, "written \(manifest["created_at"]?.string ?? "")")
        : (false, "the content is not what was backed up")
    }
    return isBackup
  }
}
