internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// What a restore did.
package struct RestoreReport: Hashable, Sendable {
  /// How many assets the store now holds.
  package let assets: Int
  /// How many runs are on record in it.
  package let runs: Int
  /// Where the store's old content is kept; nil if there was none, or it was not to be kept.
  package let kept: BackupReport?
  /// Where the store's old file is, if what it held could not be read.
  package internal(set) var damagedFile: String?
}

extension Store {
  /// Makes the store's content that of a backup.
  ///
  /// The backup is copied and verified first, as a file from a stranger. The store changes in one transaction: a
  /// reader, or the next command after a crash, finds the old content or the new.
  ///
  /// - Parameters:
  ///   - overwrites: whether it may replace a store that holds assets.
  ///   - keepsOld: whether the replaced content is kept, as a backup beside the store.
  /// - Throws: `damaged` if the backup is not what was written; `exists` if the store holds assets; `busy` if others
  ///   write to the store again and again.
  package func restore(
    from backup: String, overwrites: Bool = false, keepsOld: Bool = true
  ) throws -> RestoreReport {
    try VerifiedCopy.requireFile(backup)
    guard try FileSystem.absolute(backup) != path else {
      throw Fault(
        .usage, backup, why: "it is the store itself",
        advice: "restore it with --store FILE into another one")
    }
    try requireReplaceable(overwrites, try info().assets)
    let copy = try VerifiedCopy.make(of: backup, beside: path, isCancelled)
    return try restore(from: copy, overwrites, keepsOld)
  }

  /// Does the same with a store that need not be there yet, or be whole: it is made when the backup has been verified.
  package static func restore(
    from backup: String, into path: String, overwrites: Bool = false, keepsOld: Bool = true,
    busyTimeout: Int = defaultBusyTimeout, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> RestoreReport {
    let path = try FileSystem.absolute(path)
    let open = { try openOrCreate(path, busyTimeout: busyTimeout, isCancelled: isCancelled) }
    let isThere = try FileSystem.status(path) != nil
    if isThere {
      do {
        return try open().restore(from: backup, overwrites: overwrites, keepsOld: keepsOld)
      } catch let fault as Fault where fault.kind == .input && fault.what == path {
        throw Fault(
          .input, path, why: fault.why, advice: "move it away, and a new store is made in its place"
        )
      } catch let fault as Fault where fault.kind == .damaged && fault.what == path {
        guard overwrites else {
          throw Fault(
            .damaged, path, why: fault.why,
            advice: "use --force to restore the backup; the damaged file is then kept beside it")
        }
      }
    }
    let copy = try VerifiedCopy.make(of: backup, beside: path, isCancelled)
    let damaged = try isThere ? setAside(path, keepsOld) : nil
    var report = try open().restore(from: copy, overwrites, keepsOld)
    report.damagedFile = damaged
    return report
  }

  /// Takes the name from a file that can't be read.
  ///
  /// - Returns: its new name; nil if it was not to be kept.
  private static func setAside(_ path: String, _ keeps: Bool) throws -> String? {
    let name = nameForOld(path)
    // With what is a part of it: beside the new file it would be taken for a part of that.
    while let side = try SideFile.first(of: path) {
      try FileSystem.rename(side, to: name + side.dropFirst(path.count))
    }
    try FileSystem.rename(path, to: name)
    guard !keeps else { return name }
    try FileSystem.remove(name)
    while let side = try SideFile.first(of: name) { try FileSystem.remove(side) }
    return nil
  }

  private func requireReplaceable(_ overwrites: Bool, _ held: Int) throws {
    guard held == 0 || overwrites else {
      throw Fault(
        .exists, path, why: "the store holds \(held) assets",
        advice: "use --force; what it holds is then kept beside it")
    }
  }

  private func restore(
    from copy: borrowing VerifiedCopy, _ overwrites: Bool, _ keepsOld: Bool
  ) throws -> RestoreReport {
    for _ in 0..<3 {
      let (held, version) = try reading { connection in
        (
          try StoreInfo.types(connection).reduce(0) { $0 + $1.count },
          try connection.contentVersion()
        )
      }
      try requireReplaceable(overwrites, held)
      let kept = try held > 0 && keepsOld ? backUp(to: Self.nameForOld(path)) : nil
      do {
        // Nobody holds the store meanwhile. What others have written since then is in no file beside it.
        let isDone = try withConnection {
          try $0.replaceContent(with: copy.connection, ifVersionIs: version)
        }
        if isDone {
          let now = try info()
          return RestoreReport(assets: now.assets, runs: now.runs, kept: kept)
        }
      } catch {
        if let kept { try? FileSystem.remove(kept.path) }
        throw error
      }
      if let kept { try FileSystem.remove(kept.path) }
    }
    throw Fault(
      .busy, path, why: "others write to the store all the time", advice: "end them, then try again"
    )
  }

  private static func nameForOld(_ path: String) -> String {
    let time = Clock.now().filter { $0.isNumber || $0 == "T" }
    return "\(path).before-restore-\(time)"
  }
}

/// A backup that has been copied and verified, ready to be what a store holds.
private struct VerifiedCopy: ~Copyable {
  private let file: TemporaryFile
  let connection: Connection

  static func make(
    of backup: String, beside path: String, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws -> VerifiedCopy {
    try requireFile(backup)
    let source = try File.open(reading: backup)
    let file = try TemporaryFile(beside: path)
    try file.append(contentsOf: source, isCancelled)
    try Verification.require(
      ofCopy: file.path, named: backup, advice: "use another backup; see: assetstore verify FILE",
      isCancelled: isCancelled)
    let connection = try connect(file.path, named: backup)
    return VerifiedCopy(file: file, connection: connection)
  }

  private static func connect(_ path: String, named name: String) throws -> Connection {
    do {
      let connection = try Connection(path: path, .readWrite)
      try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
      try connection.prepareForStore()
      // A store at work has no manifest.
      try Manifest.remove(connection)
      return connection
    } catch let error as SQLiteError {
      throw error.fault(name)
    }
  }

  /// - Throws: a fault for what can't be a backup, whatever it holds.
  static func requireFile(_ backup: String) throws {
    guard let status = try FileSystem.status(backup) else {
      throw Fault(.missing, backup, why: "there is no such file", advice: "check the path")
    }
    // A pipe or a device might never end.
    guard status.isRegular else {
      throw Fault(.input, backup, why: "it is no regular file", advice: "name the backup itself")
    }
    if let side = try SideFile.first(of: FileSystem.absolute(backup)) {
      throw Fault(
        .damaged, backup, why: "\(side) holds a part of it",
        advice: "use another backup; see: assetstore verify FILE")
    }
  }
}
