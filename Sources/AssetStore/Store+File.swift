internal import AssetFiles
internal import Assets
internal import AssetSQLite

// What is asked of the file before it is opened as a store.
extension Store {
  static func requireThere(_ path: String) throws {
    guard let status = try FileSystem.status(path) else {
      throw Fault(
        .missing, what: path, why: "there is no store",
        advice: "name one with --store FILE, or make one with: assetstore ingest")
    }
    try checkIsFile(status, at: path)
    guard status.size > 0 else { throw emptyFile(path) }
  }

  /// What is left if the first command was killed before it had made anything.
  static func emptyFile(_ path: String) -> Fault {
    Fault(
      .missing, what: path, why: "the file is empty, so there is no store",
      advice: "make one with: assetstore ingest")
  }

  /// - Returns: whether the file was not there yet.
  static func createFile(_ path: String) throws -> Bool {
    do {
      _ = try File.create(path)
      return true
    } catch let fault as Fault where fault.kind == .exists {
      // Another process was faster; the transaction waits for it.
      return false
    } catch let fault as Fault where fault.kind == .missing {
      throw Fault(.io, what: path, why: "it can't be made there", advice: "check the folder")
    }
  }

  static func checkIsFile(_ status: FileStatus, at path: String) throws {
    if status.isLink {
      throw Fault(
        .io, what: path, why: "it is a link, and a store is not opened through one",
        advice: "name the file itself")
    }
    guard status.isRegular else {
      throw Fault(
        .input, what: path, why: "it is no file, so it is no store", advice: "check the path")
    }
  }

  /// Takes a file away again that this process has made, unless another has put a store into it.
  static func removeIfEmpty(_ path: String) {
    guard let connection = try? Connection(path: path, access: .readWrite) else { return }
    try? connection.withTransaction(.exclusive) {
      guard try Migrator.isEmpty(connection) else { return }
      for suffix in ["-journal", ""] { try FileSystem.remove(path + suffix) }
    }
  }
}
