internal import AssetExports
internal import AssetFiles
internal import AssetIndex
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// One run while it is at work.
struct Run {
  private let id: Int64
  private let types: RecordTypes
  private let request: IngestRequest
  private let hasOneInput: Bool
  private let mark: StateMark

  /// Begins the run: its row is there for its assets to refer to.
  init(
    _ request: IngestRequest, types: RecordTypes, on connection: borrowing Connection
  ) throws {
    self.types = types
    self.request = request
    hasOneInput = request.sources.count < 2
    mark = try StateMark(connection)
    id = try RunLog.nextID(connection)
    let given = types.given.sorted { $0.key < $1.key }
      .map { JSONValue.Member($0.key, value: .string($0.value)) }
    try RunLog.begin(id, of: .ingest, type: types.name, context: .object(given), on: connection)
  }

  func ingest(
    _ feed: inout some RecordFeed & ~Copyable, rejects: RejectsFile?,
    on connection: borrowing Connection,
    isCancelled: () -> Bool, progress: (IngestProgress) -> Void
  ) throws -> IngestReport {
    // What the mapper gives is JSON in canonical form; to parse it again for each check would take a third of the
    // run. `verify` runs the checks.
    try connection.execute("PRAGMA ignore_check_constraints = ON")
    defer { try? connection.execute("PRAGMA ignore_check_constraints = OFF") }
    let firstID = try RunLog.nextAsset(connection)
    var writers = try RunWriters.open(
      types, run: id, firstID: firstID, request: request, on: connection)
    var report = IngestReport(run: request.isDryRun ? nil : Int(id))
    var writeBack = connection.path.flatMap { WriteBack($0) }
    while let item = try feed.next(
      loadsFrom: writers.isLoad ? firstID : nil, isCancelled: isCancelled)
    {
      switch item {
      case .records(let batch, let place):
        try rejects?.add(batch.rejections, of: place.source)
        try writers.write(batch, on: connection)
        writeBack?.advance()
        progress(place)
      case .terms(let gathered):
        try writers.write(gathered, on: connection)
      case .end(let source, let summary):
        try requireRecords(summary, source: source)
        try writers.endInput(connection)
        report.add(
          source, summary: summary, counts: writers.takeCounts(),
          writersWarnings: writers.takeWarnings(), isOnly: hasOneInput)
      }
    }
    for (type, corrections) in try writers.finish(connection) {
      report.correct(corrections, of: type)
    }
    report.warnings.merge(writers.takeWarnings())
    report.newTypes = writers.newTypes
    report.warnings.addUnredacted(report.redacted)
    try writers.requireNoLoss()
    for (type, count) in try writers.noteUnknownTags(connection) {
      report.warnings.addUnknownTags(of: type, count: count)
    }
    if let snapshot = request.snapshot {
      try Snapshot(request: snapshot, run: id).finish(
        &report, found: writers.scopes, seen: writers.ids(\.seen), new: writers.ids(\.new),
        on: connection)
    }
    try writers.noteHistory(connection)
    try connection.run("UPDATE store SET next_id = ?", with: .integer(writers.nextID))
    try RunLog.finish(id, report: report, on: connection)
    try mark.note(
      id, report: report, request: isRepeatable(report) ? request.digest(on: connection) : nil,
      on: connection)
    report.rejectsPath = try rejects?.finish()
    return report
  }

  /// Whether the same run over what this one has made would find each record unchanged. An asset with several records
  /// would be changed by each of them again, and a type that was made of the records is there now.
  private func isRepeatable(_ report: IngestReport) -> Bool {
    !request.sources.isEmpty && report.counts.rejected == 0 && report.newTypes.isEmpty
      && report.warnings.entries["asset-twice"] == nil
  }

  /// - Throws: for an input that had records, of which none was taken.
  private func requireRecords(_ summary: RecordReader.Summary, source: String) throws {
    guard summary.records == 0, summary.foreign > 0 else { return }
    let found = summary.skipped.sorted { $0.key < $1.key }.prefix(5)
      .map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
    throw Fault(
      .input, what: source, why: "none of its records is of \(types.description): \(found)",
      advice: types.adviceForForeign)
  }
}

extension Warnings {
  fileprivate mutating func addUnknownTags(of type: TypeName, count: Int) {
    guard count > 0 else { return }
    add(
      "unknown-tags", count: count,
      example:
        "no export has said which tags these assets of \(type) have; feed one that lists them")
  }

  /// A misspelt name would keep what it was to hide.
  fileprivate mutating func addUnredacted(_ counts: [String: Int]) {
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) where count == 0 {
      add(
        "not-redacted", example: "no record has '\(name.shortened(toScalars: 200))' to be redacted")
    }
  }
}
