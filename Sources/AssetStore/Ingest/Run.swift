internal import AssetFormats
internal import Assets
internal import SQLite

/// One run while it is at work.
struct Run {
  private let id: Int64
  private let type: AssetType
  private let isDryRun: Bool

  /// Begins the run: its row is there for its assets to refer to.
  init(
    _ request: IngestRequest, _ type: AssetType, _ context: MappingContext,
    _ connection: borrowing Connection
  ) throws {
    self.type = type
    isDryRun = request.isDryRun
    if let stored = try TypeRegistry.stored(type.name.description, connection), stored != type {
      throw Fault(
        .busy, "type \(type.name)", why: "its definition has changed just now",
        advice: "run it again")
    }
    try TypeRegistry.ensureTable(of: type, connection)
    id = try (connection.integer("SELECT max(id) FROM runs") ?? 0) + 1
    let values = context.values.sorted { $0.key < $1.key }
      .map { JSONValue.Member($0.key, .string($0.value)) }
    try RunLog.begin(id, type.name, context: .object(values), at: Clock.now(), connection)
  }

  func ingest(
    _ prepared: inout PreparedIngest, _ connection: borrowing Connection,
    _ isCancelled: () -> Bool, _ progress: (IngestProgress) -> Void
  ) throws -> IngestReport {
    // What the mapper gives is JSON in canonical form; to parse it again for each check would take a third of the
    // run. `verify` runs the checks.
    try connection.execute("PRAGMA ignore_check_constraints = ON")
    defer { try? connection.execute("PRAGMA ignore_check_constraints = OFF") }
    let table = AssetTable(type)
    let load = try FirstLoad(table, connection)
    let nextID = try connection.integer("SELECT next_id FROM store") ?? 1
    var writer = AssetWriter(table, run: id, nextID: nextID)
    var report = IngestReport(run: isDryRun ? nil : Int(id))
    try prepared.forEachBatch { batch, place in
      if isCancelled() {
        throw Fault(
          .interrupted, place.source, why: "it was interrupted",
          advice: "the store is as it was before")
      }
      try load == nil ? writer.write(batch, connection) : writer.load(batch, connection)
      progress(place)
    } finish: { source, summary in
      report.add(
        IngestReport.Input(path: source.name, summary: summary, counts: writer.takeCounts()))
    }
    report.warnings.merge(writer.warnings)
    if let load { report.countAsUpdated(try load.finish(connection, &report.warnings)) }
    try connection.run("UPDATE store SET next_id = ?", .integer(writer.endID))
    try RunLog.finish(id, report, connection)
    return report
  }
}
