internal import AssetCatalogue
package import AssetExports
internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// What to ingest, and what is known about all of it.
public struct IngestRequest: Sendable {
  /// Where an export is read from.
  public enum Source: Sendable {
    case file(String)
    case standardInput

    /// What reports call it.
    var name: String {
      switch self {
      case .file(let path): path
      case .standardInput: "-"
      }
    }
  }

  /// The type of its records: its name or what a provider calls it, or a pattern as in `aws.*`; nil for all types.
  public var type: String?
  /// One or more, read in this order.
  public var sources: [Source]
  /// For the type's account field, where a record says nothing of its own.
  public var account: String?
  /// For other fields, by name.
  public var values: [String: String] = [:]
  /// How the exports spell their records; nil to find it from the content of each.
  package var format: ExportFormat?
  /// Where the list of records is, where an object wraps it in a way that is not known: names joined by dots.
  package var path: String?
  /// How large one record may be, in bytes.
  package var recordLimit = RecordReader.recordLimit
  /// Whether a record with a value outside of its field's rules is refused.
  public var isStrict = false
  /// Where the records that are refused go, so that the others are taken; nil if one that is refused ends the run.
  package var rejectsPath: String?
  /// How many records may be refused before that ends the run; nil for any number.
  package var maxRejects: Int?
  /// Whether types are made of records whose kind no type is known for.
  public var infersTypes = false
  /// What is kept as digests only.
  package var redactions = RedactionRequest()
  /// What it means that a record does not have a field.
  public var absentFields = AbsentFields.clearedIfKnown
  /// Says that this is all there is, so that what is stored and not in it has vanished; nil if it may not be.
  package var snapshot: SnapshotRequest?
  /// Whether the file of rejects may take the place of one of an earlier run.
  package var replacesRejects = false
  /// Whether to do everything but keep it.
  public var isDryRun = false

  /// A run over these sources, which takes all types or only some.
  public init(type: String? = nil, sources: [Source]) {
    self.type = type
    self.sources = sources
  }
}

extension Store {
  /// Ingests exports in one run: all of it or, if anything is refused, nothing. With `rejectsPath` all but the records
  /// that are refused: those are in that file, whole and on the medium, before the run is committed. If nothing is
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
    let stored = try reading { try TypeRegistry.all($0) }
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
      return try writing { connection in
        let report = try write(connection, rejects)
        if request.isDryRun { throw DryRun(report: report) }
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

/// Thrown to roll back what a dry run has done.
private struct DryRun<Report: Sendable>: Error {
  let report: Report
}
