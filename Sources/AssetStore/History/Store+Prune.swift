internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// How much of the history is kept.
public enum HistoryLimit: Hashable, Sendable {
  /// The states before and after each of the last so many runs.
  case runs(Int)
  /// The state at that time, `2026-01-31` or `2026-01-31T12:00:00Z`, and all later ones.
  case since(String)
}

/// What was forgotten, or would be.
public struct PruneReport: Hashable, Sendable {
  /// The first run whose end can still be asked for; 0 for the time before the first.
  package let firstState: Int
  /// How many versions of assets are gone.
  public let versions: Int
  /// How many bytes of the file are free for what comes. The file keeps its size.
  package let freedBytes: Int
}

extension Store {
  /// Forgets what assets were before a run or a moment. What is there now is not touched, nor are the records of runs,
  /// nor when an asset was last seen.
  ///
  /// The states that are forgotten can't be asked for any more, and the runs that made them can't be undone. An asset
  /// that is gone, and of which no version is left, is a new one if it comes back.
  ///
  /// - Parameters:
  ///   - limit: what is kept.
  ///   - isDryRun: whether to do everything but keep it.
  /// - Throws: `usage` for less than one run, and for what is no time.
  @discardableResult
  public func prune(_ limit: HistoryLimit, isDryRun: Bool = false) throws -> PruneReport {
    do {
      return try writing { connection in
        let report = try Pruning(limit, on: connection).run(connection)
        if isDryRun { throw DryPruning(report: report) }
        return report
      }
    } catch let end as DryPruning {
      return end.report
    }
  }
}

/// Thrown to roll back what a dry run has done.
private struct DryPruning: Error {
  let report: PruneReport
}
