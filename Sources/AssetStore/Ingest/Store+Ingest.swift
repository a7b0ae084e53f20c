internal import AssetCatalogue
internal import AssetExports
internal import AssetFiles
internal import Assets
internal import AssetSQLite

extension Store {
  /// Ingests exports in one run: all of it or, if anything is refused, nothing. With `rejectsPath` all but the records
  /// that are refused: those are in that file, whole and on disk, before the run is committed. If nothing is
  /// refused, or the run fails, there is no such file.
  ///
  /// - Parameter progress: told after each batch.
  /// - Throws: `input`, with the place, for a bad record, and for more than `maxRejects` of them; `missing` for a type
  ///   or file that isn't there; `exists` if something has the name of the file of rejects; `interrupted`.
  package func ingest(
    _ request: IngestRequest, progress: (IngestProgress) -> Void = { _ in }
  ) throws -> IngestReport {
    if let earlier = try RepeatedRun.find(request, in: self),
      let report = try ingest(request, repeating: earlier)
    {
      return report
    }
    let stored = try reading { try TypeRegistry.ingestible(for: request.type, on: $0) }
    let choice = try RecordTypes.Choice(request.type, stored: stored)
    return try ingest(PreparedIngest.read(request, choice: choice), progress: progress)
  }

  /// Does the same with a store that need not be there yet: it is made when the first records have been read.
  package static func ingest(
    _ request: IngestRequest, into path: String, busyTimeout: Int = defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (IngestProgress) -> Void = { _ in }
  ) throws -> IngestReport {
    let isThere = try FileSystem.status(FileSystem.absolute(path)) != nil
    let open = {
      try openOrCreate(path, busyTimeout: busyTimeout, isCancelled: isCancelled)
    }
    if isThere {
      // What is only tried changes nothing, not even an older schema.
      if request.isDryRun { _ = try Self.open(path, busyTimeout: busyTimeout) }
      return try open().ingest(request, progress: progress)
    }
    if let rejects = request.rejectsPath,
      try FileSystem.absolute(rejects) == FileSystem.absolute(path)
    {
      throw Fault(
        .usage, what: rejects, why: "the rejects can't go into the store",
        advice: "choose another name")
    }
    let choice = try RecordTypes.Choice(request.type, stored: [])
    let prepared = try PreparedIngest.read(request, choice: choice)
    let store = try request.isDryRun ? inMemory() : open()
    do {
      return try store.ingest(prepared, progress: progress)
    } catch {
      store.removeIfUnused()
      throw error
    }
  }

  /// Takes the store away again if this value has made it, and nobody has written to it since.
  func removeIfUnused() {
    guard let counterWhenMade else { return }
    try? withConnection { connection in
      try connection.withTransaction(.exclusive) {
        guard try !connection.hasMoved(), try connection.changeCounter() == counterWhenMade else {
          return
        }
        for suffix in ["-journal", ""] { try FileSystem.remove(path + suffix) }
      }
    }
  }

  /// Does the run and keeps it, unless it is a dry one.
  func ingest<Feed: RecordFeed & ~Copyable>(
    _ prepared: consuming PreparedIngest<Feed>, progress: (IngestProgress) -> Void
  ) throws -> IngestReport {
    var prepared = prepared
    return try keep(prepared.request) { connection, rejects in
      let run = try Run(prepared.request, types: prepared.types, on: connection)
      return try run.ingest(
        &prepared.feed, rejects: rejects, on: connection, isCancelled: isCancelled,
        progress: progress)
    }
  }

  /// Does the same as an earlier run, which left the store as it is; nil if there is no such run any more.
  private func ingest(
    _ request: IngestRequest, repeating earlier: RepeatedRun
  ) throws -> IngestReport? {
    try keep(request) { connection, rejects in
      var report = try earlier.repeatRun(request, on: connection)
      report?.rejectsPath = try rejects?.finish()
      return report
    }
  }

  /// Keeps what a run writes, unless it is a dry one.
  private func keep<Report: Sendable>(
    _ request: IngestRequest,
    write: (borrowing Connection, RejectsFile?) throws -> Report
  ) throws -> Report {
    let rejects = try RejectsFile(request)
    do {
      return try writingRun { connection in
        let report = try write(connection, rejects)
        if request.isDryRun {
          try request.look?(connection)
          throw DryRun(report: report)
        }
        return report
      }
    } catch let end as DryRun<Report> {
      return end.report
    } catch {
      // If the run is there, or may be, they belong to it.
      if (error as? Fault)?.isDone == false { rejects?.withdraw() }
      throw error
    }
  }
}

extension Store {
  /// Lends the connection in a transaction, as `writing` does. An asset refers to its run, whose row is there before
  /// it: to look that up for each asset takes a tenth of what its row takes.
  fileprivate func writingRun<Result: Sendable>(
    _ body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    try withConnection { try $0.execute("PRAGMA foreign_keys = OFF") }
    defer { try? withConnection { try $0.execute("PRAGMA foreign_keys = ON") } }
    return try writing(body)
  }
}

/// Thrown to roll back what a dry run has done.
private struct DryRun<Report: Sendable>: Error {
  let report: Report
}
