internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// What an undo did.
package struct UndoReport: Hashable, Sendable {
  /// The run that it is on record as.
  package let run: Int
  /// How many assets are as they were before.
  package let restored: Int
  /// How many are gone: the run had added them.
  package let removed: Int
}

extension Store {
  /// Makes everything that a run changed as it was before, in a run of its own.
  ///
  /// - Throws: `missing` if there is no such run, or what it changed is not known; `guarded` if a later run changed one
  ///   of the same assets.
  package func undo(_ run: Int) throws -> UndoReport {
    try writing { connection in
      let undone = Int64(run)
      _ = try RunReference.number(run).resolve(connection)
      guard undone > (try connection.integer("SELECT first_state FROM store") ?? 0) else {
        throw Fault(
          .missing, "run \(run)", why: "what it changed is not known any more",
          advice: "restore a backup that is older")
      }
      let number = try RunLog.nextID(connection)
      try RunLog.begin(number, .undo, connection)
      var (restored, removed) = (IDSet(), 0)
      for type in try TypeRegistry.withTables(connection) {
        var undo = try Undo(type, of: undone, by: number, connection)
        let outcome = try undo.run(connection)
        restored.formUnion(outcome.restored)
        removed += outcome.removed
      }
      try RunAssets.insert(restored, .changed, by: number, connection)
      try RunAssets.forgetSightings(by: undone, connection)
      try RunLog.finish(number, updated: restored.count, deleted: removed, connection)
      return UndoReport(run: Int(number), restored: restored.count, removed: removed)
    }
  }
}
