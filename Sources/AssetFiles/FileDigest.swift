/// The SHA-256 of a file's bytes.
package enum FileDigest {
  /// The file's size in bytes and its digest as hexadecimal digits.
  ///
  /// - Parameter isCancelled: once it says yes that ends with an `interrupted` fault.
  package static func sha256(
    of path: String, isCancelled: () -> Bool = { false }
  ) throws -> (size: Int, digest: String) {
    let file = try File.open(reading: path)
    var hash = SHA256()
    var size = 0
    try file.forEachPiece(isCancelled) { bytes in
      hash.update(bytes.span)
      size += bytes.count
    }
    return (size, hash.hexDigest)
  }
}

extension File {
  /// Reads to the end, a piece at a time.
  ///
  /// - Parameter isCancelled: once it says yes that ends with an `interrupted` fault.
  package func forEachPiece(
    _ isCancelled: () -> Bool = { false }, body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    // A piece is still in the processor's own cache when it is written, or hashed.
    var buffer = [UInt8](repeating: 0, count: 128 << 10)
    while true {
      if isCancelled() { throw Errno.interrupted.fault(name) }
      let count = try read(into: &buffer, at: 0..<buffer.count)
      if count == 0 { return }
      try body(buffer[..<count])
    }
  }
}
