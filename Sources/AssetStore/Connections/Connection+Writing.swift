internal import Assets
internal import AssetSQLite

extension Connection {
  /// Runs the body in a transaction that is committed if it returns, and leaves nothing if it throws.
  ///
  /// - Parameter path: the connection's file.
  /// - Throws: a fault that says so (`isDone`) if the commit failed and is kept all the same.
  func withWriteTransaction<Result>(
    of path: String, busyTimeout: Int, body: () throws -> Result
  ) throws -> Result {
    var written: (result: Result, counter: UInt32)?
    do {
      return try withTransaction(.immediate) {
        guard try !hasMoved() else { throw Fault.movedStore(path) }
        let counter = try changeCounter()
        let result = try body()
        written = (result, counter)
        return result
      }
    } catch let error as SQLiteError where error.sql == "COMMIT" && !error.isHarmless {
      // A store in memory has no file to look at.
      guard let written, path.utf8.first == UInt8(ascii: "/") else { throw error }
      try FailedCommit(error: error, path: path, busyTimeout: busyTimeout)
        .settle(counterBefore: written.counter)
      return written.result
    }
  }
}

extension SQLiteError {
  /// Whether it comes before a commit has changed anything.
  fileprivate var isHarmless: Bool { [.busy, .interrupted].contains(code.primary) }
}

extension Fault {
  /// The file has lost its name while it was open: what is written to it now, nobody would find.
  fileprivate static func movedStore(_ path: String) -> Fault {
    Fault(
      .busy, what: path, why: "another process has put another file in its place, or removed it",
      advice: "run it again")
  }
}

/// A commit that failed. It may have failed behind the step that makes it one, which is the end of the journal: then
/// what is written stays.
struct FailedCommit {
  let error: SQLiteError
  let path: String
  let busyTimeout: Int

  /// Looks on a new connection what became of it, and does again what failed. Returns if all is there, and on disk.
  ///
  /// - Parameter counterBefore: the file's change counter when the transaction began.
  /// - Throws: the error if nothing is there; a fault that says what is, if that is known.
  func settle(counterBefore: UInt32) throws {
    var isThere: Bool?
    do {
      let again = try Connection(path: path, access: .readWrite)
      try again.setBusyTimeout(milliseconds: busyTimeout)
      try again.prepareForStore()
      try Durability.require(again, at: path)
      // The first read rolls back what a commit that failed early has left.
      isThere = try again.withTransaction(.deferred) {
        _ = try again.integer("SELECT count(*) FROM sqlite_schema")
        return try again.changeCounter() != counterBefore
      }
      guard isThere == true else { throw error }
      // A commit writes the end of the journal to the disk once more, for both.
      try again.withTransaction(.immediate) {
        let version = try again.integer("PRAGMA user_version") ?? 0
        try again.execute("PRAGMA user_version = \(version)")
      }
    } catch {
      guard isThere != false else { throw self.error }
      throw fault(isThere: isThere)
    }
  }

  private func fault(isThere: Bool?) -> Fault {
    let plain = error.fault(path)
    var fault = Fault(
      plain.kind, what: path,
      why: isThere == true
        ? "what was written is in the store, but may not survive a power cut: \(plain.why)"
        : "whether what was written is in the store is not known: \(plain.why)",
      advice: "check the disk, then look with: assetstore runs --store \(path)")
    fault.isDone = isThere
    return fault
  }
}
