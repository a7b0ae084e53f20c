internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

extension Snapshot {
  /// Ends the run, and says in its report what vanished.
  ///
  /// - Parameters:
  ///   - found: the scopes of the run's records.
  ///   - new: the assets that were not there before.
  /// - Throws: `guarded` if the run is not all there is, or too much would vanish.
  func finish(
    _ report: inout IngestReport, found: Set<Scope>, seen: IDSet, new: IDSet,
    on connection: borrowing Connection
  ) throws {
    let flaw =
      report.isPartial
      ? "the export says that there is more"
      : report.counts.rejected > 0 ? "records of it were refused" : nil
    if let flaw {
      throw Fault(
        .guarded, what: "the snapshot", why: "\(flaw), so that it is not all there is",
        advice: "export all of it, or leave --snapshot out")
    }
    report.warnings.addStrayScopes(found, named: request.scopes)
    try report.add(vanished: finish(found, seen: seen, new: new, on: connection))
  }
}

extension Warnings {
  /// Assets of which a snapshot does not say that it is complete for them: the export may be of another account.
  fileprivate mutating func addStrayScopes(_ found: Set<Scope>, named: [Scope]) {
    guard !named.isEmpty else { return }
    let stray = found.filter { scope in !named.contains { $0.contains(scope) } }
    guard let first = stray.map(\.description).min() else { return }
    add(
      "outside-scope", count: stray.count,
      example: "it has assets of \(first), which no --scope names; nothing of it has vanished")
  }
}
