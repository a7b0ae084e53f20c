internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// A copy of a store, page by page, that becomes a backup.
struct StoreCopy: ~Copyable {
  private let file: TemporaryFile
  /// Of the store.
  private let path: String
  /// What the backup is to be called.
  private let name: String
  private let isCancelled: @Sendable () -> Bool
  /// Of what was read of the store.
  private var pages = PageHashes(pageSize: 1)
  /// How many pages were written since then.
  private var writtenPages = 0

  init(
    of path: String, named name: String, isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    file = try TemporaryFile(beside: name)
    self.path = path
    self.name = name
    self.isCancelled = isCancelled
  }

  /// Takes in all pages of the store.
  ///
  /// - Parameter connection: in a transaction that has written nothing.
  mutating func append(pagesOf connection: borrowing Connection) throws {
    var pages: PageHashes?
    try connection.forEachPieceOfFile { piece, pageSize in
      try requireNotCancelled()
      if pages == nil { pages = PageHashes(pageSize: pageSize) }
      pages?.append(piece)
      try file.append(piece)
    }
    if let pages { self.pages = pages }
  }

  /// Verifies what was taken in, while it goes to disk.
  ///
  /// - Returns: what the content comes to.
  /// - Throws: `damaged` where something is wrong: as the pages are the store's, it is so in the store.
  func verify() throws -> ContentDigest {
    try file.syncing {
      try Verification.require(
        ofCopy: file.path, named: path, requiresManifest: false,
        advice: "the store itself may be damaged; see: assetstore verify", isCancelled: isCancelled)
    }
  }

  /// Writes a manifest into the copy.
  ///
  /// - Parameter content: what its content comes to.
  mutating func write(_ content: ContentDigest) throws -> Manifest {
    do {
      let copy = try Connection(path: file.path, access: .readWrite)
      // The file has no reader and no past yet, so nothing is lost if this is cut short.
      try copy.prepareForStore()
      copy.interrupt(when: isCancelled)
      try copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
      let manifest = try Manifest(describing: copy, digest: content)
      try copy.withTransaction(.immediate) { try manifest.write(copy) }
      writtenPages = try copy.writtenPages()
      return manifest
    } catch let error as SQLiteError {
      // What can't be written is the copy.
      throw error.fault(error.isOfWriting ? name : path)
    }
  }

  /// Reads the whole copy again.
  ///
  /// - Parameter manifest: what was written.
  /// - Returns: the size in bytes, and the SHA-256 as hexadecimal digits.
  /// - Throws: `damaged` if other pages than those of the manifest are not what was read of the store.
  func read(_ manifest: Manifest) throws -> (size: Int, sha256: String) {
    do {
      let copy = try Connection(path: file.path, access: .readOnly)
      try copy.prepareForStore()
      let hash = try ParallelSHA256()
      var (size, differences, bytes) = (0, 0, [UInt8]())
      try copy.withTransaction(.deferred) {
        try copy.forEachPieceOfFile { piece, pageSize in
          try requireNotCancelled()
          bytes.append(span: piece)
          hash.update(taking: &bytes)
          differences += pages.differences(piece, from: size / pageSize + 1)
          size += piece.count
        }
        guard differences <= writtenPages, try manifest.isWhole(copy),
          try ExpectedSchema.check(copy).isGood, try FileHeader.check(file.path).isGood
        else {
          throw Fault(
            .damaged, what: name, why: "what is read back is not what was written",
            advice: "check the disk")
        }
      }
      return (size, try hash.finish())
    } catch let error as SQLiteError {
      throw error.fault(name)
    }
  }

  private func requireNotCancelled() throws {
    if isCancelled() { throw Errno.interrupted.fault(name) }
  }

  /// The file, which nothing has open any more.
  consuming func closed() -> TemporaryFile { file }
}
