internal import AssetIndex
internal import AssetJSON
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
    let hashes = ContentHashes()
    var reading = try ParallelReading(
      path, counter: connection.changeCounter(), hashes: hashes, isCancelled: isCancelled)
    // First of all, as SQLite advises for files from strangers.
    try check("integrity") {
      let flaw = try StructureCheck.flaw(connection)
      return (flaw == nil, flaw ?? "ok")
    }
    try check("schema") { try ExpectedSchema.check(connection) }
    guard isGood else { return }
    let structure = StructureReading(connection, hashes: hashes)
    let read = Result { try reading.value() }
    try check(structure, against: try? read.get())
    try check("content") {
      let read = try read.get()
      return (read.fault == nil, read.fault ?? "\(read.digest.assets) assets")
    }
    content = try? read.get().digest
    try check("ids") {
      try structure.ids.get()
      return (true, "ok")
    }
    // Before the index, which would say as much of an asset that somebody has changed.
    let isBackup = try checkManifest(connection, requiresManifest: requiresManifest)
    var flaw: String?
    try check("index of terms") {
      guard let index = try structure.terms.get() else {
        // Whoever brings the store up to date rebuilds it.
        let version = try connection.integer("PRAGMA user_version") ?? 0
        return (true, "of schema version \(version)")
      }
      flaw = try index.flaw(against: read.get().terms)
      return (flaw == nil, flaw ?? "ok")
    }
    isReindexable = flaw != nil && !isBackup
    try check("unknown tags") {
      let flaw = try UnknownTags.flaw(connection)
      return (flaw == nil, flaw ?? "ok")
    }
    try check("history") {
      let flaw = try read.get().flawOfHistory.get() ?? structure.flawOfVersions.get()
      return (flaw == nil, flaw ?? "ok")
    }
  }

  /// Checks the indexes and references.
  ///
  /// - Parameter reading: what was read of the assets; nil where that failed, which the next check says.
  private mutating func check(
    _ structure: StructureReading, against reading: ContentReading?
  ) throws {
    try check("indexes") {
      let flaw =
        try structure.flawOfIndexes.get()
        ?? structure.keys.get().lazy
        .compactMap { check, entries in
          reading.flatMap { check.flaw(of: entries, against: $0.keys[check.table]) }
        }.first
      return (flaw == nil, flaw ?? "ok")
    }
    try check("references") {
      let table = try reading?.strayTable ?? structure.tableOfStray.get()
      return (table == nil, table.map { "a row of \($0) refers to nothing" } ?? "ok")
    }
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
