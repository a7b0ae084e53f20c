internal import Assets
internal import AssetSQLite
internal import Synchronization

/// What a run would do.
package struct DryRunOutcome: Sendable {
  package let report: IngestReport
  /// The run behind which it would come; 0 if it would be the first.
  package let last: Int
  /// What would be other than it is now.
  package let differences: [AssetDifference]
}

extension Store {
  /// Does a run as `ingest` does, keeps nothing of it, and says what it would change.
  package static func dryRun(
    _ request: IngestRequest, into path: String, busyTimeout: Int = defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (IngestProgress) -> Void = { _ in }
  ) throws -> DryRunOutcome {
    let seen = Seen()
    var request = request
    request.isDryRun = true
    request.look = { connection in
      let run = try connection.integer("SELECT max(id) FROM runs") ?? 0
      try seen.state.withLock { state in
        // A run may be tried in two ways, the second of which counts.
        (state.last, state.differences) = (run - 1, [])
        try differ(from: run - 1, to: run, request: DiffRequest(), on: connection) {
          state.differences.append($0)
        }
      }
    }
    let report = try ingest(
      request, into: path, busyTimeout: busyTimeout, isCancelled: isCancelled, progress: progress)
    return seen.state.withLock {
      DryRunOutcome(report: report, last: Int($0.last), differences: $0.differences)
    }
  }
}

/// What was seen of a run before it was taken back.
private final class Seen: Sendable {
  let state = Mutex((last: Int64(0), differences: [AssetDifference]()))
}
