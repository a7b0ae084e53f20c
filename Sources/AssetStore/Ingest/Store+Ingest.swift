internal import AssetFormats
internal import Assets
internal import SQLite

/// What to ingest, and what is known about all of it.
public struct IngestRequest: Sendable {
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

  public var type: String
  public var sources: [Source]
  /// For the type's account field, where a record says nothing of its own.
  public var account: String?
  /// For other fields, by name.
  public var values: [String: String] = [:]
  /// Whether to do everything but keep it.
  public var isDryRun = false

  public init(type: String, sources: [Source]) {
    self.type = type
    self.sources = sources
  }
}

extension Store {
  /// Ingests exports in one run: all of it or, if anything is refused, nothing.
  ///
  /// - Parameter isCancelled: asked between batches; once it says yes the run is rolled back.
  /// - Throws: `input`, with the place, for a bad record; `missing` for a type or file that isn't there;
  ///   `interrupted`.
  public func ingest(
    _ request: IngestRequest, isCancelled: () -> Bool = { false }
  ) throws -> IngestReport {
    do {
      return try writing { connection in
        let report = try Run(request, connection).ingest(connection, isCancelled)
        if request.isDryRun { throw DryRun(report: report) }
        return report
      }
    } catch let end as DryRun {
      return end.report
    }
  }

  /// Thrown to roll back what a dry run has done.
  private struct DryRun: Error {
    let report: IngestReport
  }
}

/// One run while it is at work.
private struct Run {
  private let id: Int64
  private let request: IngestRequest
  private let type: AssetType
  private let context: MappingContext
  private let startedAt = Clock.now()

  init(_ request: IngestRequest, _ connection: borrowing Connection) throws {
    self.request = request
    type = try TypeRegistry.require(request.type, connection)
    context = try MappingContext(for: type, account: request.account, values: request.values)
    try TypeRegistry.ensureTable(of: type, connection)
    id = try (connection.integer("SELECT max(id) FROM runs") ?? 0) + 1
  }

  func ingest(
    _ connection: borrowing Connection, _ isCancelled: () -> Bool
  ) throws -> IngestReport {
    try begin(connection)
    // What the mapper gives is JSON in canonical form; to parse it again for each check would take a third of the
    // run. `verify` runs the checks.
    try connection.execute("PRAGMA ignore_check_constraints = ON")
    defer { try? connection.execute("PRAGMA ignore_check_constraints = OFF") }
    let table = AssetTable(type)
    let load = try FirstLoad(table, connection)
    let nextID = try connection.integer("SELECT next_id FROM store") ?? 1
    var writer = AssetWriter(table, run: id, nextID: nextID)
    var report = IngestReport(run: request.isDryRun ? nil : Int(id))
    for source in request.sources {
      report.add(
        try ingest(source, &writer, isLoad: load != nil, connection, isCancelled))
    }
    report.warnings.merge(writer.warnings)
    if let load { report.countAsUpdated(try load.finish(connection, &report.warnings)) }
    try connection.run("UPDATE store SET next_id = ?", .integer(writer.endID))
    try RunLog.finish(id, report, connection)
    return report
  }

  private func begin(_ connection: borrowing Connection) throws {
    let values = context.values.sorted { $0.key < $1.key }
      .map { JSONValue.Member($0.key, .string($0.value)) }
    try RunLog.begin(id, type.name, context: .object(values), at: startedAt, connection)
  }

  private func ingest(
    _ source: IngestRequest.Source, _ writer: inout AssetWriter, isLoad: Bool,
    _ connection: borrowing Connection, _ isCancelled: () -> Bool
  ) throws -> IngestReport.Input {
    var reader = RecordReader(try open(source), type: type, context: context)
    while let batch = try reader.next() {
      if isCancelled() {
        throw Fault(
          .interrupted, source.name, why: "it was interrupted",
          advice: "the store is as it was before")
      }
      try isLoad ? writer.load(batch, connection) : writer.write(batch, connection)
    }
    return IngestReport.Input(
      path: source.name, summary: reader.summary, counts: writer.takeCounts())
  }

  private func open(_ source: IngestRequest.Source) throws -> File {
    switch source {
    case .file(let path): try File.open(reading: path)
    case .standardInput: File.standardInput()
    }
  }
}
