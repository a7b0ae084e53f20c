internal import AssetFormats
internal import Assets
internal import SQLite

/// What a restore did.
public struct RestoreReport: Hashable, Sendable {
  /// How many assets the store now holds.
  public let assets: Int
  public let runs: Int
  /// Where the store's old content is kept; nil if there was none, or it was not to be kept.
  public let kept: BackupReport?
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
  /// - Throws: `damaged` if the backup is not what was written; `exists` if the store holds assets.
  public func restore(
    from backup: String, overwrites: Bool = false, keepsOld: Bool = true
  ) throws -> RestoreReport {
    let held = try info().assets
    guard held == 0 || overwrites else {
      throw Fault(
        .exists, path, why: "the store holds \(held) assets",
        advice: "use --force; what it holds is then kept beside it")
    }
    let copy = try TemporaryFile(beside: path)
    try copy.append(contentsOf: Self.open(backup))
    try Verification.require(ofCopy: copy.path, named: backup, isCancelled: isCancelled)
    let kept = try held > 0 && keepsOld ? backUp(to: nameForOld()) : nil
    return try replaceContent(with: copy.path, kept)
  }

  private static func open(_ backup: String) throws -> File {
    guard let status = try FileSystem.status(backup) else {
      throw Fault(.missing, backup, why: "there is no such file", advice: "check the path")
    }
    // A pipe or a device might never end.
    guard status.isRegular else {
      throw Fault(.input, backup, why: "it is no regular file", advice: "name the backup itself")
    }
    return try File.open(reading: backup)
  }

  private func replaceContent(with copy: String, _ kept: BackupReport?) throws -> RestoreReport {
    do {
      let source = try Connection(path: copy, .readWrite)
      try source.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
      try source.prepareForStore()
      // A store at work has no manifest.
      try Manifest.remove(source)
      try withConnection { try $0.replaceContent(with: source) }
    } catch let error as SQLiteError {
      throw error.fault(path)
    }
    let now = try info()
    return RestoreReport(assets: now.assets, runs: now.runs, kept: kept)
  }

  private func nameForOld() -> String {
    let time = Clock.now().filter { $0.isNumber || $0 == "T" }
    return "\(path).before-restore-\(time)"
  }
}
