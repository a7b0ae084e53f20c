package import AssetExports
package import AssetJSON
internal import Assets
internal import AssetSQLite

/// All that is on record of one run.
package struct RunDetails: Sendable {
  package let run: RunRecord
  /// The values that were given for all of its records, by field.
  package let context: JSONValue
  /// What it did to the assets of each type, by name; empty for a run of a program that kept no such record.
  package let types: [(name: String, counts: IngestReport.Counts)]
  package let warnings: Warnings
  /// How many values are kept as digests only.
  package let redacted: Int
  /// What it said that it is complete for, as `{"type", "account", "region"}`; nil for a run that was no snapshot, or
  /// that was undone.
  package let scopes: JSONValue?
  /// The assets that a snapshot did not have, type by type; nil if that is not kept any more.
  package let vanished: [VanishedAsset]?
  /// Those that were deleted; nil if that is not kept any more.
  package let deleted: [VanishedAsset]?
}

extension Store {
  /// All that is on record of a run: its files, its counts, what it warned of and what vanished in it.
  ///
  /// - Throws: `missing` if there is no such run.
  package func run(_ number: Int) throws -> RunDetails {
    try reading { connection in
      guard let details = try RunDetails(Int64(number), on: connection) else {
        throw Fault(
          .missing, what: "run \(number)", why: "there is no such run",
          advice: "see: assetstore runs")
      }
      return details
    }
  }
}

extension RunDetails {
  /// Nil if there is no such run.
  init?(_ id: Int64, on connection: borrowing Connection) throws {
    guard let run = try RunRecord.all(only: id, on: connection).first else { return nil }
    self.run = run
    var (context, scopes, redacted) = ("{}", String?.none, 0)
    try connection.forEachRow(
      "SELECT context, scopes, redacted FROM runs WHERE id = ?", with: [.integer(id)]
    ) { row in
      (context, scopes, redacted) = (row.text(at: 0) ?? "{}", row.text(at: 1), row.count(at: 2))
    }
    self.context = try JSONValue(parsing: context.utf8, named: "the run's context")
    self.scopes = try scopes.map { try JSONValue(parsing: $0.utf8, named: "the run's scopes") }
    self.redacted = redacted
    types = try Self.types(id, on: connection)
    warnings = try Self.warnings(id, on: connection)
    let isKept = try id > connection.integer("SELECT first_state FROM store") ?? 0
    vanished = isKept ? try Self.gone(.vanished, by: id, on: connection) : nil
    deleted = isKept ? try Self.gone(.deleted, by: id, on: connection) : nil
  }

  private static func types(
    _ run: Int64, on connection: borrowing Connection
  ) throws -> [(String, IngestReport.Counts)] {
    var types: [(String, IngestReport.Counts)] = []
    try connection.forEachRow(
      "SELECT type, inserted, updated, unchanged, deleted FROM run_types WHERE run = ? ORDER BY type",
      with: [.integer(run)]
    ) { row in
      var counts = IngestReport.Counts(updated: row.count(at: 2), deleted: row.count(at: 4))
      counts.inserted = row.count(at: 1)
      counts.unchanged = row.count(at: 3)
      types.append((row.text(at: 0) ?? "", counts))
    }
    return types
  }

  private static func warnings(
    _ run: Int64, on connection: borrowing Connection
  ) throws -> Warnings {
    var warnings = Warnings()
    try connection.forEachRow(
      "SELECT rule, count, example FROM run_warnings WHERE run = ?", with: [.integer(run)]
    ) { row in
      warnings.add(row.text(at: 0) ?? "", count: row.count(at: 1), example: row.text(at: 2) ?? "")
    }
    return warnings
  }

  private static func gone(
    _ end: VersionTable.End, by run: Int64, on connection: borrowing Connection
  ) throws -> [VanishedAsset] {
    try TypeRegistry.withVersions(connection).flatMap { type in
      var assets: [VanishedAsset] = []
      try connection.forEachRow(
        "SELECT \"_key\" FROM \(VersionTable(type).name) WHERE _until = ? AND _end = ? ORDER BY _id",
        with: [.integer(run), .text(end.rawValue)]
      ) { assets.append(VanishedAsset(type: type.name.description, key: $0.text(at: 0) ?? "")) }
      return assets
    }
  }
}
