internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// What a backup is and holds.
public struct BackupReport: Hashable, Sendable {
  /// Absolute.
  public let path: String
  /// In bytes.
  package let size: Int
  /// Of the file.
  public let sha256: String
  /// How many assets it holds.
  package let assets: Int
  /// How many runs are on record in it.
  package let runs: Int
  /// Over what the store says, whatever its pages look like.
  public let contentDigest: String
}

extension Store {
  /// Writes the whole store, as it is at one moment, to one file that needs nothing beside it.
  ///
  /// The file appears under its name when it is whole, verified and on disk; until then whatever had the name is
  /// untouched. A writer at work delays it by no more than the busy timeout.
  ///
  /// - Parameters:
  ///   - target: the path of the file.
  ///   - overwrites: whether it may replace a file.
  /// - Throws: `exists` if something has the name; `damaged` if what was written is not what was read.
  public func backUp(to target: String, overwrites: Bool = false) throws -> BackupReport {
    let target = try Self.absolute(target)
    guard target != path, !SideFile.isOne(target, of: path) else {
      throw Fault(
        .usage, what: target, why: "it is the store itself, or a part of it",
        advice: "choose another name")
    }
    if let packing = [".gz", ".zst"].first(where: target.hasSuffix) {
      throw Fault(
        .usage, what: target, why: "a backup is not packed, as its name would say",
        advice: "leave \(packing) out, and pack it when it is written")
    }
    if let status = try FileSystem.status(target) {
      guard status.isRegular || status.isLink else {
        throw Fault(
          .exists, what: target,
          why: status.isDirectory ? "it is a directory" : "it is no regular file",
          advice: status.isDirectory ? "name a file in it" : "choose another name")
      }
      guard overwrites else {
        throw Fault(
          .exists, what: target, why: "something of that name is there",
          advice: "choose another name, or use --force")
      }
    }
    try Self.requireAlone(target)
    let temporary = try TemporaryFile(beside: target)
    let manifest = try writeCopy(to: temporary.path, named: target)
    try Verification.require(
      ofCopy: temporary.path, named: path,
      advice: "the store itself may be damaged; see: assetstore verify", isCancelled: isCancelled)
    let (size, sha256) = try FileDigest.sha256(of: temporary.path, isCancelled: isCancelled)
    try overwrites ? temporary.replace() : temporary.take()
    return BackupReport(
      path: target, size: size, sha256: sha256, assets: manifest.digest.assets, runs: manifest.runs,
      contentDigest: manifest.digest.content)
  }

  /// SQLite takes a journal beside a file for the file's own, and rolls it back into whatever the file holds.
  private static func requireAlone(_ target: String) throws {
    guard let side = try SideFile.first(of: target) else { return }
    throw Fault(
      .exists, what: side, why: "another file's journal would be taken for one of the backup's",
      advice: "choose another name, or remove it if nothing uses it")
  }

  private func writeCopy(to copyPath: String, named name: String) throws -> Manifest {
    do {
      let copy = try Connection(path: copyPath, access: .readWrite)
      // The file has no reader and no past yet, so nothing is lost if this is cut short.
      try copy.prepareForStore()
      copy.interrupt(when: isCancelled)
      try copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
      _ = try withConnection { source in
        do throws(SQLiteError) { _ = try copy.replaceContent(with: source) } catch {
          if error.isOfWriting { throw error.fault(name) }
          throw error
        }
      }
      let manifest = try Manifest(describing: copy)
      try manifest.write(copy)
      return manifest
    } catch let error as SQLiteError {
      // What can't be written is the copy; what can't be read is the store that it is one of.
      throw error.fault(error.isOfWriting ? name : path)
    }
  }
}

extension SQLiteError {
  /// Whether the medium, the quota or a permission is in the way of a write.
  var isOfWriting: Bool {
    [.full, .readOnly, .cannotOpen].contains(code.primary)
      || code.primary == .ioError && code != .ioErrorRead && code != .ioErrorShortRead
  }
}
