internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Holds the versions of assets against one another, and against what runs are on record to have changed.
struct HistoryCheck {
  private let first: Int64
  /// What runs changed, by run and span.
  private var changed: [Place: BlockBits] = [:]

  private struct Place: Hashable {
    let run: Int64
    let block: Int64
  }

  /// What is wrong; nil if nothing is.
  static func flaw(_ connection: borrowing Connection) throws -> String? {
    // A backup that an older program wrote has no history.
    guard try connection.hasTable("run_assets") else { return nil }
    var check = HistoryCheck(
      first: try connection.integer("SELECT first_state FROM store") ?? 0)
    try connection.forEachRow("SELECT run, block, ids FROM run_assets WHERE what = 1") { row in
      let place = Place(run: row.integer(at: 0) ?? 0, block: row.integer(at: 1) ?? 0)
      check.changed[place] = try row.withBytes(at: 2) { try BlockBits($0) }
    }
    try connection.forEachRow("SELECT ids FROM run_assets WHERE what = 0") { row in
      _ = try row.withBytes(at: 0) { try BlockBits($0) }
    }
    for type in try TypeRegistry.withTables(connection) {
      let versions = VersionTable(type)
      let hasVersions = try versions.exists(connection)
      for table in [versions.table.name] + (hasVersions ? [versions.name] : []) {
        if let flaw = try check.flawOfRuns(in: table, on: connection) { return flaw }
      }
      if hasVersions, let flaw = try flawOfOrder(versions, on: connection) { return flaw }
    }
    return nil
  }

  /// Each state is among what its run changed, as far as runs are on record.
  private func flawOfRuns(
    in table: String, on connection: borrowing Connection
  ) throws -> String? {
    var flaw: String?
    try connection.forEachRow(
      "SELECT _id, _run FROM \(table) WHERE _run > ?", with: [.integer(first)]
    ) {
      row in
      let (id, run) = (row.integer(at: 0) ?? 0, row.integer(at: 1) ?? 0)
      let bits = changed[Place(run: run, block: id >> 16)]
      if bits?.contains(UInt16(truncatingIfNeeded: id)) != true {
        flaw = flaw ?? "run \(run) is not on record to have changed the asset \(id) of \(table)"
      }
    }
    return flaw
  }

  /// Each version ends before the next begins, and the last before what is there now.
  private static func flawOfOrder(
    _ versions: VersionTable, on connection: borrowing Connection
  ) throws -> String? {
    let id = try connection.integer(
      """
      SELECT _id FROM (
        SELECT _id, _run, _until, _end, lag(_until) OVER (PARTITION BY _id ORDER BY _until) AS before
        FROM \(versions.name))
      WHERE _run >= _until OR _run < before OR _end NOT IN ('changed', 'vanished', 'deleted')
      UNION ALL
      SELECT asset._id FROM \(versions.name) AS version JOIN \(versions.table.name) AS asset USING (_id)
      WHERE asset._run < version._until
      LIMIT 1
      """)
    return id.map { "the versions of the asset \($0) in \(versions.name) are not in order" }
  }
}
