internal import AssetSQLite

/// One run, as it is on record.
package struct RunRecord: Hashable, Sendable {
  /// Counted from 1 in each store.
  package let id: Int
  /// What it did: `ingest`, `delete`, `undo`, or `remove` of a type.
  package let kind: String
  /// In RFC 3339, UTC.
  package let startedAt: String
  /// In RFC 3339, UTC.
  package let finishedAt: String
  /// The name of the type that it fed, or a pattern; empty for no particular type.
  package let type: String
  /// Whether an export said that there is more than it holds.
  package let isPartial: Bool
  /// How many assets were new.
  package let inserted: Int
  /// How many assets were there and have changed.
  package let updated: Int
  /// How many records said what the store held.
  package let unchanged: Int
  /// How many assets went away.
  package let deleted: Int
  /// How many records were refused.
  package let rejected: Int
  /// The earlier run of the same files that it repeated without reading them again; nil if it read them.
  package let sameAs: Int?
  /// In the order they were given.
  package let files: [RunFile]
}

/// One input of a run, as it is on record: enough to tell whether a file is what was fed.
package struct RunFile: Hashable, Sendable {
  /// As it was given to the run; `-` for standard input.
  package let path: String
  /// How the export spelled its records.
  package let format: String
  /// Of the file as it was, packed or not.
  package let bytes: Int
  /// Of the same.
  package let sha256: String
  /// How many records were taken from it.
  package let records: Int
  /// How many assets were new.
  package let inserted: Int
  /// How many assets were there and have changed.
  package let updated: Int
  /// How many records said what the store held.
  package let unchanged: Int
  /// How many records were refused.
  package let rejected: Int
  /// Whether the export said that there is more than it holds.
  package let isPartial: Bool
}

extension Store {
  /// All runs, the oldest first.
  package func runs() throws -> [RunRecord] {
    try reading { try RunRecord.all(on: $0) }
  }
}

extension RunRecord {
  /// - Parameter run: one of them; nil for all.
  static func all(only run: Int64? = nil, on connection: borrowing Connection) throws -> [RunRecord]
  {
    let files = try RunFile.byRun(run, on: connection)
    var runs: [RunRecord] = []
    try connection.forEachRow(
      """
      SELECT id, kind, started_at, finished_at, type, partial, inserted, updated, unchanged, deleted, rejected,
        same_as
      FROM runs WHERE id BETWEEN ?1 AND ?2 ORDER BY id
      """, with: [.integer(run ?? .min), .integer(run ?? .max)]
    ) { row in
      runs.append(
        RunRecord(
          id: row.count(at: 0), kind: row.text(at: 1) ?? "", startedAt: row.text(at: 2) ?? "",
          finishedAt: row.text(at: 3) ?? "", type: row.text(at: 4) ?? "",
          isPartial: row.count(at: 5) == 1, inserted: row.count(at: 6), updated: row.count(at: 7),
          unchanged: row.count(at: 8), deleted: row.count(at: 9), rejected: row.count(at: 10),
          sameAs: row.integer(at: 11).map(Int.init),
          files: files[row.integer(at: 0) ?? 0] ?? []))
    }
    return runs
  }
}

extension RunFile {
  /// Those of one run.
  static func all(of run: Int64, on connection: borrowing Connection) throws -> [RunFile] {
    try byRun(run, on: connection)[run] ?? []
  }

  fileprivate static func byRun(
    _ run: Int64?, on connection: borrowing Connection
  ) throws -> [Int64: [RunFile]] {
    var files: [Int64: [RunFile]] = [:]
    try connection.forEachRow(
      """
      SELECT run, path, format, bytes, sha256, records, inserted, updated, unchanged, rejected, partial
      FROM run_files WHERE run BETWEEN ?1 AND ?2 ORDER BY run, position
      """, with: [.integer(run ?? .min), .integer(run ?? .max)]
    ) { row in
      files[row.integer(at: 0) ?? 0, default: []].append(
        RunFile(
          path: row.text(at: 1) ?? "", format: row.text(at: 2) ?? "", bytes: row.count(at: 3),
          sha256: row.text(at: 4) ?? "", records: row.count(at: 5), inserted: row.count(at: 6),
          updated: row.count(at: 7), unchanged: row.count(at: 8), rejected: row.count(at: 9),
          isPartial: row.count(at: 10) == 1))
    }
    return files
  }
}

extension Statement {
  /// A column that counts something.
  func count(at column: Int) -> Int { Int(integer(at: column) ?? 0) }
}
