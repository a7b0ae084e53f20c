internal import AssetFiles
internal import Assets
internal import AssetSQLite

extension Store {
  /// Of a file, in bytes: most systems have names of 255, and SQLite puts `-journal` behind it.
  private static let maxNameLength = 247

  /// The absolute path of a store or a backup.
  ///
  /// - Throws: `usage` for one that is longer than SQLite takes.
  static func absolute(_ path: String) throws -> String {
    let path = try FileSystem.absolute(path)
    guard path.utf8.count <= Connection.maxPathLength else {
      throw Fault(
        .usage, what: path,
        why: "its path has \(path.utf8.count) bytes, and SQLite takes \(Connection.maxPathLength)",
        advice: "use a folder with a shorter path")
    }
    let name = FileSystem.split(path).name
    guard name.utf8.count <= maxNameLength else {
      throw Fault(
        .usage, what: path,
        why: "its name has \(name.utf8.count) bytes, and with that of its journal only "
          + "\(maxNameLength) are possible", advice: "choose a shorter name")
    }
    return path
  }
}
