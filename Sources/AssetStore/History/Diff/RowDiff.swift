internal import AssetSQLite

/// Two lists of rows, in one order, of which each row is in one or in both.
protocol RowDiff {
  var oldRows: SQLFragment { get }
  var newRows: SQLFragment { get }

  /// Below zero if the old row comes before the new one, zero if both are of one asset.
  func order(_ old: borrowing Statement, to new: borrowing Statement) -> Int

  /// What it means that a row is in one of them; nil for nothing.
  func difference(
    _ kind: AssetDifference.Kind, row: borrowing Statement
  ) throws -> AssetDifference?

  /// What it means that they are two rows of one asset; nil for nothing.
  func difference(
    _ old: borrowing Statement, to new: borrowing Statement
  ) throws -> AssetDifference?
}

extension RowDiff {
  /// Lends the differences in the order of the rows.
  func run(
    _ oldStore: borrowing Connection, newStore: borrowing Connection,
    body: (AssetDifference) throws -> Void
  ) throws {
    try oldStore.withStatement(of: oldRows) { old in
      try newStore.withStatement(of: newRows) { new in
        var (hasOld, hasNew) = (try old.step(), try new.step())
        while hasOld || hasNew {
          let order = hasOld && hasNew ? order(old, to: new) : hasOld ? -1 : 1
          let difference =
            order < 0
            ? try difference(.removed, row: old)
            : order > 0 ? try difference(.added, row: new) : try difference(old, to: new)
          if let difference { try body(difference) }
          if order <= 0 { hasOld = try old.step() }
          if order >= 0 { hasNew = try new.step() }
        }
      }
    }
  }
}
