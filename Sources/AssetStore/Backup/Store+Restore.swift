internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// What a restore did.
public struct RestoreReport: Hashable, Sendable {
  /// How many assets the store now holds.
  public let assets: Int
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
  ///   - backup: the backup's path.
  ///   - overwrites: whether it may replace a store that holds assets.
  ///   - keepsOld: whether the replaced content is kept, as a backup beside the store.
  /// - Throws: `damaged` if the backup is not what was written; `exists` if the store holds assets; `busy` if others
  ///   write to the store again and again.
  package func restore(
    from backup: String, overwrites: Bool = false, keepsOld: Bool = true
  ) throws -> RestoreReport {
    try Self.requireBackup(backup, otherThan: path)
    try requireReplaceable(overwrites: overwrites, held: try info().assets)
    let copy = try VerifiedCopy.make(
      of: backup, beside: path, becomesStore: false, isCancelled: isCancelled)
    return try restore(from: copy, overwrites: overwrites, keepsOld: keepsOld)
  }

  /// Does the same with a store that need not be there yet, or be whole: then the copy of the backup takes its name.
  public static func restore(
    from backup: String, into path: String, overwrites: Bool = false, keepsOld: Bool = true,
    busyTimeout: Int = defaultBusyTimeout, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> RestoreReport {
    let path = try absolute(path)
    try requireBackup(backup, otherThan: path)
    guard try FileSystem.status(path) != nil else {
      let copy = try VerifiedCopy.make(
        of: backup, beside: path, becomesStore: true, isCancelled: isCancelled)
      let report = RestoreReport(assets: copy.assets, runs: copy.runs, kept: nil)
      try copy.closed().take()
      return report
    }
    do {
      return try openOrCreate(path, busyTimeout: busyTimeout, isCancelled: isCancelled)
        .restore(from: backup, overwrites: overwrites, keepsOld: keepsOld)
    } catch let fault as Fault where fault.kind == .input && fault.what == path {
      throw Fault(
        .input, what: path, why: fault.why,
        advice: "move it away, and a new store is made in its place")
    } catch let fault as Fault where fault.kind == .damaged && fault.what == path {
      guard overwrites else {
        throw Fault(
          .damaged, what: path, why: fault.why,
          advice: "use --force to restore the backup; the damaged file is then kept beside it")
      }
    }
    let copy = try VerifiedCopy.make(
      of: backup, beside: path, becomesStore: true, isCancelled: isCancelled)
    var report = RestoreReport(assets: copy.assets, runs: copy.runs, kept: nil)
    report.damagedFile = try replaceDamaged(path, with: copy.closed(), keeps: keepsOld)
    return report
  }

  private static func requireBackup(_ backup: String, otherThan path: String) throws {
    guard try FileSystem.absolute(backup) != path else {
      throw Fault(
        .usage, what: backup, why: "it is the store itself",
        advice: "restore it with --store FILE into another one")
    }
    try VerifiedCopy.requireBackup(backup)
  }

  /// Puts a file in the place of one that can't be read, which has its name until then.
  ///
  /// - Returns: the other's new name; nil if it was not to be kept.
  private static func replaceDamaged(
    _ path: String, with file: consuming TemporaryFile, keeps: Bool
  ) throws -> String? {
    try file.sync()
    let name = nameForOld(path)
    try FileSystem.link(path, as: name)
    var moved: [(from: String, to: String)] = []
    do {
      // With what is a part of it: beside the new file it would be taken for a part of that.
      while let side = try SideFile.first(of: path) {
        let to = name + side.dropFirst(path.count)
        try FileSystem.rename(side, to: to)
        moved.append((side, to))
      }
      try file.replace()
    } catch {
      if (error as? Fault)?.isDone == false {
        for (side, to) in moved { try? FileSystem.rename(to, to: side) }
        try? FileSystem.unlink(path, as: name)
      }
      throw error
    }
    guard !keeps else { return name }
    // The store is restored: what can't be removed is told of.
    for old in [name] + moved.map(\.to) { try? FileSystem.remove(old) }
    return try FileSystem.status(name) == nil ? nil : name
  }

  private func requireReplaceable(overwrites: Bool, held: Int) throws {
    guard held == 0 || overwrites else {
      throw Fault(
        .exists, what: path, why: "the store holds \(held) assets",
        advice: "use --force; what it holds is then kept beside it")
    }
  }

  private func restore(
    from copy: borrowing VerifiedCopy, overwrites: Bool, keepsOld: Bool
  ) throws -> RestoreReport {
    for _ in 0..<3 {
      let (held, version, counter) = try reading { connection in
        (
          try StoreInfo.types(connection).reduce(0) { $0 + $1.count },
          try connection.contentVersion(), try connection.changeCounter()
        )
      }
      try requireReplaceable(overwrites: overwrites, held: held)
      let kept = try held > 0 && keepsOld ? keepOld() : nil
      do {
        // Nobody holds the store meanwhile. What others have written since then is in no file beside it.
        if try replaceContent(with: copy, version: version, counter: counter) {
          return RestoreReport(assets: copy.assets, runs: copy.runs, kept: kept)
        }
      } catch {
        // It goes only where the old content is known to be in its place.
        if let kept, (error as? Fault)?.isDone == false { try? FileSystem.remove(kept.path) }
        throw error
      }
      if let kept { try FileSystem.remove(kept.path) }
    }
    throw Fault(
      .busy, what: path, why: "others write to the store all the time",
      advice: "end them, then try again"
    )
  }

  private func keepOld() throws -> BackupReport {
    do { return try backUp(to: Self.nameForOld(path)) } catch let fault as Fault {
      throw fault.ofStep
    }
  }

  /// - Parameters:
  ///   - version: what `contentVersion` has to be.
  ///   - counter: the change counter with it.
  /// - Returns: false if it is another one, and nothing was replaced.
  private func replaceContent(
    with copy: borrowing VerifiedCopy, version: UInt32, counter: UInt32
  ) throws -> Bool {
    try withConnection { connection in
      do {
        return try connection.replaceContent(with: copy.connection, ifVersionIs: version)
      } catch let error as SQLiteError where ![.busy, .interrupted].contains(error.code.primary) {
        try FailedCommit(error: error, path: path, busyTimeout: busyTimeout)
          .settle(counterBefore: counter)
        return true
      }
    }
  }

  private static func nameForOld(_ path: String) -> String {
    let time = Clock.now().filter { $0.isNumber || $0 == "T" }
    return "\(path).before-restore-\(time)"
  }
}
