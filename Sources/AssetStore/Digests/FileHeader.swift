internal import AssetFiles
internal import AssetMigrations
internal import Assets

/// The first hundred bytes of a SQLite file. <https://sqlite.org/fileformat2.html#the_database_header>
enum FileHeader {
  /// What opening the file would not notice: SQLite takes an empty file for an empty store, and does not mind bytes
  /// that are missing at the end or left over.
  static func check(_ path: String) throws -> (isGood: Bool, detail: String) {
    guard let status = try FileSystem.status(path), status.isRegular else {
      return (false, "it is no regular file")
    }
    var header = [UInt8](repeating: 0, count: 100)
    guard try File.open(reading: path).read(into: &header, at: 0..<100) == 100,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else { return (false, "it is no SQLite file") }

    let number = { (offset: Int, count: Int) in
      header[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
    let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
    guard status.size == pageSize * number(28, 4) else {
      return (
        false,
        "it has \(status.size) bytes, and its header says \(number(28, 4)) pages of \(pageSize)"
      )
    }
    // The integrity check does not look for a list that begins nowhere, and a writer trips over it.
    guard (number(32, 4) == 0) == (number(36, 4) == 0) else {
      return (false, "its list of free pages is not what was written")
    }
    guard header[18] == 1, header[19] == 1 else {
      return (false, "it needs a write-ahead log beside it")
    }
    guard Int64(number(68, 4)) == Migrator.applicationID else { return (false, "it is no store") }
    guard number(60, 4) <= Migration.latest else {
      throw Migrator.tooNew(number(60, 4), at: path)
    }
    return (true, "\(status.size) bytes")
  }
}
