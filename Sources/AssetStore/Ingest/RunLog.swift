internal import AssetExports
internal import AssetFiles
internal import AssetIndex
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// The record of runs.
enum RunLog {
  /// What a run does.
  enum Kind: String {
    case ingest, delete, undo, remove
  }

  /// The number of the next run.
  static func nextID(_ connection: borrowing Connection) throws -> Int64 {
    try next("SELECT max(id) + 1 FROM runs", on: connection)
  }

  /// The id of the next new asset.
  static func nextAsset(_ connection: borrowing Connection) throws -> Int64 {
    try next("SELECT next_id FROM store", on: connection)
  }

  /// The next number of a series. Numbers grow one by one, so that one of 47 bits was not made here.
  private static func next(_ sql: String, on connection: borrowing Connection) throws -> Int64 {
    let number = try connection.integer(sql) ?? 1
    guard (1..<BlockTable.idLimit).contains(number) else {
      throw Fault(
        .damaged, what: "the store", why: "its numbers have been changed",
        advice: "restore a backup")
    }
    return number
  }

  /// Writes the run's row, so that assets can refer to it; its counts follow with `finish`.
  static func begin(
    _ id: Int64, of kind: Kind, type: String = "", context: JSONValue = .object([]),
    on connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO runs(id, started_at, finished_at, type, context, kind, partial,
        inserted, updated, unchanged, deleted, rejected)
      VALUES (?1, ?2, ?2, ?3, ?4, ?5, 0, 0, 0, 0, 0, 0)
      """, with: .integer(id), .text(Clock.now()), .text(type), .text(context.text),
      .text(kind.rawValue))
  }

  /// Writes the counts of a run that reads nothing.
  ///
  /// - Parameter types: what it did to the assets of each.
  static func finish(
    _ id: Int64, types: [(name: TypeName, counts: IngestReport.Counts)],
    on connection: borrowing Connection
  ) throws {
    var all = IngestReport.Counts()
    for type in types { all.add(type.counts) }
    try connection.run(
      "UPDATE runs SET finished_at = ?, updated = ?, deleted = ? WHERE id = ?",
      with: .text(Clock.now()), .integer(Int64(all.updated)), .integer(Int64(all.deleted)),
      .integer(id))
    try insert(types, of: id, on: connection)
  }

  static func finish(
    _ id: Int64, report: IngestReport, on connection: borrowing Connection
  ) throws {
    let counts = report.counts
    try connection.run(
      """
      UPDATE runs
      SET finished_at = ?2, partial = ?3,
        inserted = ?4, updated = ?5, unchanged = ?6, deleted = ?7, rejected = ?8,
        redacted = ?9
      WHERE id = ?1
      """, with: .integer(id), .text(Clock.now()), .integer(report.isPartial ? 1 : 0),
      .integer(Int64(counts.inserted)), .integer(Int64(counts.updated)),
      .integer(Int64(counts.unchanged)), .integer(Int64(counts.deleted)),
      .integer(Int64(counts.rejected)),
      .integer(Int64(report.redacted.values.reduce(0, +))))
    try insert(report.inputs, of: id, on: connection)
    try insert(report.types, of: id, on: connection)
    for (rule, entry) in report.warnings.entries {
      try connection.run(
        "INSERT INTO run_warnings VALUES (?, ?, ?, ?)", with: .integer(id), .text(rule),
        .integer(Int64(entry.count)), .text(entry.example))
    }
  }

  private static func insert(
    _ inputs: [IngestReport.Input], of run: Int64, on connection: borrowing Connection
  ) throws {
    for (position, input) in inputs.enumerated() {
      try connection.run(
        """
        INSERT INTO run_files(run, position, path, format, bytes, sha256, records,
          inserted, updated, unchanged, rejected, partial)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, with: .integer(run), .integer(Int64(position)), .text(input.path),
        .text(input.summary.format), .integer(Int64(input.summary.fileBytes)),
        .text(input.summary.sha256), .integer(Int64(input.summary.records)),
        .integer(Int64(input.counts.inserted)), .integer(Int64(input.counts.updated)),
        .integer(Int64(input.counts.unchanged)), .integer(Int64(input.counts.rejected)),
        .integer(input.summary.isPartial ? 1 : 0))
    }
  }

  private static func insert(
    _ types: [(name: TypeName, counts: IngestReport.Counts)], of run: Int64,
    on connection: borrowing Connection
  ) throws {
    for (name, counts) in types where counts != IngestReport.Counts() {
      try connection.run(
        "INSERT INTO run_types VALUES (?, ?, ?, ?, ?, ?)", with: .integer(run),
        .text(name.description), .integer(Int64(counts.inserted)),
        .integer(Int64(counts.updated)), .integer(Int64(counts.unchanged)),
        .integer(Int64(counts.deleted)))
    }
  }
}
