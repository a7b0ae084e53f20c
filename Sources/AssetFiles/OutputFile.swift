internal import AssetFaults

/// A file in the making that gets its name when it is whole, and whose bytes are counted and digested on their way.
package final class OutputFile {
  private let path: String
  private var file: TemporaryFile?
  private var hash = SHA256()
  private var size = 0

  /// - Throws: a fault, of the path, if no file can be made beside it.
  package init(_ path: String) throws {
    self.path = path
    file = try TemporaryFile(beside: path)
  }

  /// Appends the bytes.
  package func write(_ bytes: Span<UInt8>) throws {
    try file?.append(bytes)
    hash.update(bytes)
    size += bytes.count
  }

  /// Gives the file its name, when its content is on disk.
  ///
  /// - Parameter overwrites: whether another file may have the name.
  /// - Returns: the size in bytes, and the SHA-256 as hexadecimal digits.
  /// - Throws: `exists` if one has it that may not.
  package func finish(overwrites: Bool) throws -> (size: Int, sha256: String) {
    let file = file.take()
    guard let file = consume file else { throw Fault(.program, what: path, why: "it is finished") }
    if overwrites { try file.replace() } else { try file.take() }
    return (size, hash.hexDigest)
  }
}
