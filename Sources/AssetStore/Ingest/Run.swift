internal import AssetExports
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// One run while it is at work.
struct Run {
  private let id: Int64
  private let type: AssetType
  private let isDryRun: Bool
  private let absentFields: AbsentFields
  private let hasOneInput: Bool

  /// Begins the run: its row is there for its assets to refer to.
  init(
    _ request: IngestRequest, _ type: AssetType, _ context: MappingContext,
    _ connection: borrowing Connection
  ) throws {
    self.type = type
    isDryRun = request.isDryRun
    absentFields = request.absentFields
    hasOneInput = request.sources.count < 2
    if let stored = try TypeRegistry.stored(type.name.description, connection), stored != type {
      throw Fault(
        .busy, "type \(type.name)", why: "its definition has changed just now",
        advice: "run it again")
    }
    try TypeRegistry.ensureTable(of: type, connection)
    id = try Self.next("SELECT max(id) + 1 FROM runs", connection)
    let values = context.values.sorted { $0.key < $1.key }
      .map { JSONValue.Member($0.key, .string($0.value)) }
    try RunLog.begin(id, type.name, context: .object(values), at: Clock.now(), connection)
  }

  /// The next number of a series. Numbers grow one by one, so that one of 47 bits was not made here.
  private static func next(_ sql: String, _ connection: borrowing Connection) throws -> Int64 {
    let number = try connection.integer(sql) ?? 1
    guard (1..<SpanTable.idLimit).contains(number) else {
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
    let table = AssetTable(type)
    let nextID = try Self.next("SELECT next_id FROM store", connection)
    if try connection.integer("SELECT EXISTS (SELECT 1 FROM \(table.name))") == 0 {
      var writer = try LoadWriter(table, run: id, nextID: nextID, absentFields, connection)
      var terms: TermLoad? = try TermLoad(connection)
      return try ingest(&feed, with: &writer, &terms, rejects, connection, isCancelled, progress)
    }
    var writer = try AssetWriter(table, run: id, nextID: nextID, absentFields, connection)
    var terms: TermLoad?
    return try ingest(&feed, with: &writer, &terms, rejects, connection, isCancelled, progress)
  }

  /// - Parameter terms: for a load, whose feed brings them.
  private func ingest(
    _ feed: inout some RecordFeed & ~Copyable, with writer: inout some RunWriter & ~Copyable,
    _ terms: inout TermLoad?, _ rejects: RejectsFile?, _ connection: borrowing Connection,
    _ isCancelled: () -> Bool, _ progress: (IngestProgress) -> Void
  ) throws -> IngestReport {
    var report = IngestReport(run: isDryRun ? nil : Int(id))
    let firstID = writer.isLoad ? writer.firstNewID : nil
    while let item = try feed.next(loadsFrom: firstID, isCancelled: isCancelled) {
      switch item {
      case .records(let batch, let place):
        try rejects?.add(batch.rejections, of: place.source)
        try writer.write(batch, connection)
        progress(place)
      case .terms(let gathered):
        try terms?.write(gathered, connection)
      case .end(let source, let summary):
        var counts = writer.takeCounts()
        counts.rejected = summary.rejected
        report.add(
          IngestReport.Input(path: source, summary: summary, counts: counts), isOnly: hasOneInput)
        report.warnings.merge(writer.takeWarnings(), of: hasOneInput ? nil : source)
      }
    }
    try terms?.finish(connection)
    report.countAsUpdated(try writer.finish(connection))
    report.warnings.merge(writer.takeWarnings())
    report.warnings.addUnredacted(report.redacted)
    try writer.fields.requireNoLoss()
    report.warnings.addUnknownTags(
      of: type.name,
      count: try UnknownTags.note(
        writer.seen, newFrom: writer.firstNewID, writer.fields, connection))
    try connection.run("UPDATE store SET next_id = ?", .integer(writer.endID))
    try RunLog.finish(id, report, connection)
    report.rejectsPath = try rejects?.finish()
    return report
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
