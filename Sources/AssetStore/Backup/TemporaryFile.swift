internal import AssetFormats

/// A file beside another that goes away unless it takes the other's place.
struct TemporaryFile: ~Copyable {
  let path: String
  private let file: File

  /// - Throws: a fault if it can't be made.
  init(beside target: String) throws {
    path = FileSystem.temporaryName(beside: target)
    file = try File.create(path)
  }

  /// Appends a copy of another file.
  func append(contentsOf source: consuming File, _ isCancelled: () -> Bool) throws {
    try source.forEachPiece(isCancelled) { piece in
      do throws(Errno) { try file.write(piece.span) } catch { throw error.fault(path) }
    }
  }

  /// Appends the bytes.
  func append(_ bytes: Span<UInt8>) throws {
    do throws(Errno) { try file.write(bytes) } catch { throw error.fault(path) }
  }

  /// Takes the target's name, whatever has it, when the content is on the medium.
  consuming func replace(_ target: String) throws {
    try file.sync()
    try FileSystem.replace(target, with: path)
  }

  /// Takes a name that nothing has, when the content is on the medium.
  ///
  /// - Throws: `exists` if something has it by now.
  consuming func take(_ target: String) throws {
    try file.sync()
    try FileSystem.rename(path, to: target)
  }

  deinit {
    // The name is random and was made by us; once it has been renamed there is nothing left to remove.
    for suffix in ["", "-journal"] { try? FileSystem.remove(path + suffix) }
  }
}
