internal import AssetExports
internal import AssetIndex
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// One run while it is at work.
struct Run {
  private let id: Int64
  private let types: RecordTypes
  private let isDryRun: Bool
  private let absentFields: AbsentFields
  private let hasOneInput: Bool

  /// Begins the run: its row is there for its assets to refer to.
  init(
    _ request: IngestRequest, _ types: RecordTypes, _ connection: borrowing Connection
  ) throws {
    self.types = types
    isDryRun = request.isDryRun
    absentFields = request.absentFields
    hasOneInput = request.sources.count < 2
    id = try Self.next("SELECT max(id) + 1 FROM runs", connection)
    let given = types.given.sorted { $0.key < $1.key }
      .map { JSONValue.Member($0.key, .string($0.value)) }
    try RunLog.begin(id, types.name, context: .object(given), at: Clock.now(), connection)
  }

  /// The next number of a series. Numbers grow one by one, so that one of 47 bits was not made here.
  private static func next(_ sql: String, _ connection: borrowing Connection) throws -> Int64 {
    let number = try connection.integer(sql) ?? 1
    guard (1..<BlockTable.idLimit).contains(number) else {
      throw Fault(
        .damaged, "the store", why: "its numbers have been changed", advice: "restore a backup")
    }
    return number
  }

  func ingest(
    _ feed: inout some RecordFeed & ~Copyable, _ rejects: RejectsFile?,
    _ connection: borrowing Connection,
    _ isCancelled: () -> Bool, _ progress: (IngestProgress) -> Void
  ) throws -> IngestReport {
    // What the mapper gives is JSON in canonical form; to parse it again for each check would take a third of the
    // run. `verify` runs the checks.
    try connection.execute("PRAGMA ignore_check_constraints = ON")
    defer { try? connection.execute("PRAGMA ignore_check_constraints = OFF") }
    let firstID = try Self.next("SELECT next_id FROM store", connection)
    var writers = try RunWriters.open(types, run: id, firstID: firstID, absentFields, connection)
    var report = IngestReport(run: isDryRun ? nil : Int(id))
    while let item = try feed.next(
      loadsFrom: writers.isLoad ? firstID : nil, isCancelled: isCancelled)
    {
      switch item {
      case .records(let batch, let place):
        try rejects?.add(batch.rejections, of: place.source)
        try writers.write(batch, connection)
        progress(place)
      case .terms(let gathered):
        try writers.write(gathered, connection)
      case .end(let source, let summary):
        try requireRecords(summary, source)
        report.add(
          source, summary, writers.takeCounts(), writers.takeWarnings(), isOnly: hasOneInput)
      }
    }
    for (type, surplus) in try writers.finish(connection) {
      report.countAsUpdated(surplus, of: type)
    }
    report.warnings.merge(writers.takeWarnings())
    report.newTypes = writers.newTypes
    report.warnings.addUnredacted(report.redacted)
    try writers.requireNoLoss()
    for (type, count) in try writers.noteUnknownTags(connection) {
      report.warnings.addUnknownTags(of: type, count: count)
    }
    try connection.run("UPDATE store SET next_id = ?", .integer(writers.nextID))
    try RunLog.finish(id, report, connection)
    report.rejectsPath = try rejects?.finish()
    return report
  }

  /// - Throws: for an input that had records, of which none was taken.
  private func requireRecords(_ summary: RecordReader.Summary, _ source: String) throws {
    guard summary.records == 0, summary.foreign > 0 else { return }
    let found = summary.skipped.sorted { $0.key < $1.key }.prefix(5)
      .map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
    throw Fault(
      .input, source, why: "none of its records is of \(types.description): \(found)",
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
