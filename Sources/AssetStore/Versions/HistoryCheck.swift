internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Holds the states of assets against one another, and against what runs are on record to have changed.
struct HistoryCheck {
  private let first: Int64
  /// What runs changed, as `run_assets` has it.
  private var changed: [Place: [UInt8]] = [:]
  /// That of the last state that was looked at.
  private var last: (place: Place, ids: [UInt8]?)?
  /// What is wrong with the first state that no run is on record to have made; nil if there is none.
  private(set) var flaw: String?

  private struct Place: Hashable {
    let run: Int64
    let block: Int64
  }

  /// Nil for a backup that an older program wrote: it has no history.
  ///
  /// - Throws: `damaged` where what is on record is no set of assets.
  init?(_ connection: borrowing Connection) throws {
    guard try connection.hasTable("run_assets") else { return nil }
    first = try connection.integer("SELECT first_state FROM store") ?? 0
    try connection.forEachRow("SELECT run, block, what, ids FROM run_assets") { row in
      let place = Place(run: row.integer(at: 0) ?? 0, block: row.integer(at: 1) ?? 0)
      try row.withBytes(at: 3) { ids in
        _ = try BlockBits(ids)
        if row.integer(at: 2) == 1 { changed[place] = Array(copying: ids) }
      }
    }
  }

  /// Looks whether a state is among what its run changed, as far as runs are on record.
  mutating func add(_ id: Int64, run: Int64, of table: String) {
    guard run > first, flaw == nil else { return }
    let (id, place) = (AssetID(id), Place(run: run, block: AssetID(id).block))
    if last?.place != place { last = (place, changed[place]) }
    if let ids = last?.ids, BlockBlob.contains(id.low, in: ids.span) { return }
    flaw = "run \(run) is not on record to have changed the asset \(id.number) of \(table)"
  }

  /// What is wrong with states that assets had before; nil if nothing is.
  static func flawOfVersions(_ connection: borrowing Connection) throws -> String? {
    guard try connection.hasTable("run_assets") else { return nil }
    let types = try TypeRegistry.withTables(connection).map(VersionTable.init)
      .filter { try $0.exists(connection) }
    guard !types.isEmpty, var check = try HistoryCheck(connection) else { return nil }
    for versions in types {
      try connection.forEachRow("SELECT _id, _run FROM \(versions.name)") { row in
        check.add(row.integer(at: 0) ?? 0, run: row.integer(at: 1) ?? 0, of: versions.name)
      }
      if let flaw = try check.flaw ?? flawOfOrder(versions, on: connection) { return flaw }
    }
    return nil
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
