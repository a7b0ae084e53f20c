internal import AssetIndex
internal import AssetJSON
internal import AssetMigrations
internal import Assets
internal import AssetSQLite

extension Verification {
  /// Checks what the tables hold; the first check that fails is the last.
  mutating func checkContent(
    _ connection: borrowing Connection, requiresManifest: Bool
  ) throws {
    // First of all, as SQLite advises for files from strangers.
    try check("integrity") {
      let answer = try connection.text("PRAGMA integrity_check(1)") ?? "no answer"
      return (answer == "ok", answer)
    }
    try check("schema") { try ExpectedSchema.check(connection) }
    try check("references") {
      let broken = try connection.text("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1")
      return (broken == nil, broken.map { "a row of \($0) refers to nothing" } ?? "ok")
    }
    var digest: ContentDigest?
    try check("content") {
      let read = try ContentDigest(connection)
      digest = read
      return (read.fault == nil, read.fault ?? "\(read.assets) assets")
    }
    try check("ids") {
      try TermIndexCheck.requireIDs(connection)
      return (true, "ok")
    }
    var isBackup = false
    // Before the index, which would say as much of an asset that somebody has changed.
    try check("manifest") {
      guard let manifest = try Manifest.read(connection) else {
        return requiresManifest
          ? (false, Manifest.isMissing)
          : (true, "none: a store at work")
      }
      isBackup = true
      // Which is over the content's digest too.
      return manifest["store_digest"]?.string == digest?.store
        ? (true, "written \(manifest["created_at"]?.string ?? "")")
        : (false, "the content is not what was backed up")
    }
    var flaw: String?
    try check("index of terms") {
      // Whoever brings the store up to date rebuilds it.
      let version = try connection.integer("PRAGMA user_version") ?? 0
      guard version == Migration.latest else { return (true, "of schema version \(version)") }
      let found = try TermIndexCheck.flaw(connection)
      flaw = found
      return (found == nil, found ?? "ok")
    }
    try check("unknown tags") {
      let flaw = try UnknownTags.flaw(connection)
      return (flaw == nil, flaw ?? "ok")
    }
    try check("history") {
      let flaw = try HistoryCheck.flaw(connection)
      return (flaw == nil, flaw ?? "ok")
    }
    isReindexable = flaw != nil && !isBackup
  }
}
