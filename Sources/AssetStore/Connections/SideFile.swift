internal import AssetFiles

/// What SQLite keeps beside a database file, and takes for a part of it whoever put it there.
enum SideFile {
  private static let suffixes = ["-journal", "-wal", "-shm"]

  /// The first file beside this one that holds a part of it; nil if there is none.
  static func first(of path: String) throws -> String? {
    try suffixes.lazy.map { path + $0 }.first { try (FileSystem.status($0)?.size ?? 0) > 0 }
  }

  /// Whether a path is where SQLite keeps a part of a file.
  static func isOne(_ path: String, of file: String) -> Bool {
    suffixes.contains { path == file + $0 }
  }
}
