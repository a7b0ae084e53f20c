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
    var copy = try StoreCopy(of: path, named: target, isCancelled: isCancelled)
    try reading { try copy.append(pagesOf: $0) }
    let content = try copy.verify()
    let manifest = try copy.write(content)
    let (size, sha256) = try copy.read(manifest)
    let file = copy.closed()
    try overwrites ? file.replace() : file.take()
    return BackupReport(
      path: target, size: size, sha256: sha256, assets: content.assets, runs: manifest.runs,
      contentDigest: content.content)
  }

  /// SQLite takes a journal beside a file for the file's own, and rolls it back into whatever the file holds.
  private static func requireAlone(_ target: String) throws {
    guard let side = try SideFile.first(of: target) else { return }
    throw Fault(
      .exists, what: side, why: "another file's journal would be taken for one of the backup's",
      advice: "choose another name, or remove it if nothing uses it")
  }
}

extension SQLiteError {
  /// Whether the medium, the quota or a permission is in the way of a write.
  var isOfWriting: Bool {
    [.full, .readOnly, .cannotOpen].contains(code.primary)
      || code.primary == .ioError && code != .ioErrorRead && code != .ioErrorShortRead
  }
}
