internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// A backup that has been copied, verified and brought up to date, ready to be what a store holds.
struct VerifiedCopy: ~Copyable {
  private let file: TemporaryFile
  let connection: Connection
  /// How many assets it holds.
  let assets: Int
  /// How many runs are on record in it.
  let runs: Int

  /// - Parameters:
  ///   - path: beside which the copy is.
  ///   - becomesStore: whether the file itself is what stays.
  /// - Throws: `damaged` if the backup is not what was written.
  static func make(
    of backup: String, beside path: String, becomesStore: Bool,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws -> VerifiedCopy {
    try requireFile(backup)
    let source = try File.open(reading: backup)
    let file = try TemporaryFile(beside: path)
    try file.append(contentsOf: source, isCancelled: isCancelled)
    let copyPath = file.path
    let verify = {
      _ = try Verification.require(
        ofCopy: copyPath, named: backup, requiresManifest: true,
        advice: "use another backup; see: assetstore verify FILE", isCancelled: isCancelled)
    }
    try becomesStore ? file.syncing(verify) : verify()
    do {
      let connection = try connect(file.path, named: backup)
      connection.interrupt(when: isCancelled)
      let assets = try StoreInfo.types(connection).reduce(0) { $0 + $1.count }
      let runs = Int(try connection.integer("SELECT count(*) FROM runs") ?? 0)
      return VerifiedCopy(file: file, connection: connection, assets: assets, runs: runs)
    } catch let error as SQLiteError {
      throw error.fault(error.isOfWriting ? path : backup)
    }
  }

  private static func connect(_ path: String, named name: String) throws -> Connection {
    let connection = try Connection(path: path, access: .readWrite)
    // Nobody else reads it, and it is on disk before it counts.
    try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    try connection.prepareForStore()
    try connection.withTransaction(.immediate) {
      // A store at work has no manifest.
      try Manifest.remove(connection)
      try Migrator.migrate(connection, at: name)
    }
    return connection
  }

  /// The file, which nothing has open any more.
  consuming func closed() -> TemporaryFile { file }

  /// - Throws: a fault for what is no backup, as far as a look at it tells.
  static func requireBackup(_ backup: String) throws {
    try requireFile(backup)
    let (isGood, detail) = try FileHeader.check(backup)
    guard isGood else { throw damage(backup, why: "file: \(detail)") }
    do {
      let connection = try Connection(path: FileSystem.absolute(backup), access: .readOnly)
      try connection.prepareForStore()
      guard try Manifest.isThere(connection) else {
        throw damage(backup, why: "manifest: \(Manifest.isMissing)")
      }
    } catch let error as SQLiteError {
      throw error.fault(backup)
    }
  }

  private static func damage(_ backup: String, why: String) -> Fault {
    Fault(
      .damaged, what: backup, why: why, advice: "use another backup; see: assetstore verify FILE")
  }

  /// - Throws: a fault for what can't be a backup, whatever it holds.
  private static func requireFile(_ backup: String) throws {
    guard let status = try FileSystem.status(backup) else {
      throw Fault(.missing, what: backup, why: "there is no such file", advice: "check the path")
    }
    // A pipe or a device might never end.
    guard status.isRegular else {
      throw Fault(
        .input, what: backup, why: "it is no regular file", advice: "name the backup itself")
    }
    if let side = try SideFile.first(of: FileSystem.absolute(backup)) {
      throw damage(backup, why: "\(side) holds a part of it")
    }
  }
}
