internal import AssetIndex
public import Assets
internal import AssetSQLite

/// What a delete did, or would do.
public struct DeleteReport: Hashable, Sendable {
  /// The run that it is on record as; nil if nothing was deleted, or nothing was to be kept.
  package let run: Int?
  /// The assets, type by type.
  package let deleted: [VanishedAsset]

  /// How many assets went, or would go.
  public var count: Int { deleted.count }
}

extension Store {
  /// Takes the assets that a query asks for out of the store, and keeps what they were, in one run. If there are none
  /// there is no run.
  ///
  /// - Parameters:
  ///   - query: which assets.
  ///   - limit: how many may go; nil for a fifth of each type.
  ///   - isDryRun: whether to do everything but keep it.
  /// - Throws: as the query itself; `guarded` if it would take more.
  @discardableResult
  public func delete(
    _ query: Query, atMost limit: Int? = nil, isDryRun: Bool = false
  ) throws -> DeleteReport {
    do {
      return try writing { connection in
        let report = try delete(query, allowed: limit, isDryRun: isDryRun, on: connection)
        if isDryRun { throw DryDelete(report: report) }
        return report
      }
    } catch let end as DryDelete {
      return end.report
    }
  }

  private func delete(
    _ query: Query, allowed: Int?, isDryRun: Bool, on connection: borrowing Connection
  ) throws -> DeleteReport {
    var found: [(type: AssetType, ids: IDSet)] = []
    for select in try plan(query, on: connection).selects {
      let ids = try TypeMatches(select, on: connection).ids(connection)
      if !isDryRun, allowed == nil { try requireFew(ids.count, of: select.type, on: connection) }
      found.append((select.type, ids))
    }
    let count = found.reduce(0) { $0 + $1.ids.count }
    if let allowed, count > allowed {
      throw Fault(
        .guarded, what: "delete",
        why: "\(count) assets are meant, and --allow-deletes says \(allowed)",
        advice: "narrow the question, or allow for more")
    }
    guard count > 0 else { return DeleteReport(run: nil, deleted: []) }
    let run = try RunLog.nextID(connection)
    try RunLog.begin(run, of: .delete, on: connection)
    let deleted = try found.flatMap { type, ids in
      try Tombstones(type, end: .deleted, by: run).make(of: ids, on: connection)
        .map { VanishedAsset(type: type.name.description, key: $0) }
    }
    try RunLog.finish(
      run, types: found.map { ($0.type.name, .init(deleted: $0.ids.count)) }, on: connection)
    return DeleteReport(run: isDryRun ? nil : Int(run), deleted: deleted)
  }

  private func requireFew(
    _ count: Int, of type: AssetType, on connection: borrowing Connection
  ) throws {
    let all = try connection.integer("SELECT count(*) FROM \(AssetTable(type).name)") ?? 0
    guard Int64(count) * 5 > all else { return }
    throw Fault(
      .guarded, what: type.name.description,
      why: "\(count) of its \(all) assets would be deleted, more than a fifth",
      advice: "if they are to go, use --allow-deletes \(count)")
  }
}

/// Thrown to roll back what a dry run has done.
private struct DryDelete: Error {
  let report: DeleteReport
}
