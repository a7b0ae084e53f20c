internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// What an undo did.
public struct UndoReport: Hashable, Sendable {
  /// The run that it is on record as.
  package let run: Int
  /// How many assets are as they were before.
  public let restored: Int
  /// How many are gone: the run had added them.
  public let removed: Int
}

extension Store {
  /// Makes everything that a run changed as it was before, in a run of its own.
  ///
  /// - Throws: `missing` if there is no such run, or what it changed is not known; `guarded` if a later run changed one
  ///   of the same assets.
  @discardableResult
  public func undo(_ run: Int) throws -> UndoReport {
    try writing { connection in
      let undone = Int64(run)
      _ = try RunReference.number(run).resolve(connection)
      guard undone > (try connection.integer("SELECT first_state FROM store") ?? 0) else {
        throw Fault(
          .missing, what: "run \(run)", why: "what it changed is not known any more",
          advice: "restore a backup that is older")
      }
      try Self.requireType(of: undone, on: connection)
      let number = try RunLog.nextID(connection)
      try RunLog.begin(number, of: .undo, on: connection)
      try TypeRegistry.restore(removedBy: undone, on: connection)
      var (restored, removed) = (IDSet(), 0)
      var types: [(TypeName, IngestReport.Counts)] = []
      for type in try TypeRegistry.withTables(connection) {
        var undo = try Undo(type, of: undone, by: number, on: connection)
        let outcome = try undo.run(connection)
        restored.formUnion(outcome.restored)
        removed += outcome.removed
        types.append(
          (type.name, .init(updated: outcome.restored.count, deleted: outcome.removed)))
      }
      try RunAssets.insert(restored, what: .changed, by: number, on: connection)
      // What it saw was not there.
      try RunAssets.forgetSightings(by: undone, on: connection)
      try connection.run("UPDATE runs SET scopes = NULL WHERE id = ?", with: .integer(undone))
      try RunLog.finish(number, types: types, on: connection)
      return UndoReport(run: Int(number), restored: restored.count, removed: removed)
    }
  }

  /// - Throws: `guarded` for a run that removed a type of which nothing is left.
  private static func requireType(of run: Int64, on connection: borrowing Connection) throws {
    let lost = try connection.text(
      "SELECT type FROM runs WHERE id = ? AND kind = 'remove' AND type NOT IN (SELECT name FROM types)",
      with: .integer(run))
    guard let lost else { return }
    throw Fault(
      .guarded, what: "run \(run)", why: "it removed the type \(lost), which had no assets",
      advice: "add the type again: assetstore types add")
  }
}
