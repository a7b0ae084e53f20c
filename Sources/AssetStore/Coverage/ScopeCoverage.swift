package import Assets

/// What is known of the assets of one type, account and region.
package struct ScopeCoverage: Hashable, Sendable {
  /// The name of the type.
  package let type: String
  /// Nil for assets that have none.
  package let account: String?
  /// Nil for assets that have none, and for a type without regions.
  package let region: String?
  /// How many there are.
  package let assets: Int
  /// The last run that saw one of them, and when it ended; nil if none is on record.
  package let lastSeen: RunTime?
  /// The last snapshot that was complete for them; nil if there was none.
  package let lastWhole: RunTime?
  /// How many of them no run has seen since they were last seen whole or, where they never were, that the last run to
  /// see one of them did not see. Nil if no run is on record to have seen them.
  package let notSeen: Int?
}

/// A run and its end.
package struct RunTime: Hashable, Sendable {
  package let run: Int
  /// In RFC 3339, UTC.
  package let time: String
}

extension Store {
  /// For each type, account and region: how many assets there are, and when an export last had them, one of them or all
  /// there was. By type, then account, then region. Costs what it takes to read the index, not the assets.
  ///
  /// - Parameters:
  ///   - types: which types.
  ///   - accounts: which accounts; all if it is empty.
  /// - Throws: `missing` if no type that is known matches.
  package func coverage(
    in types: TypeSelection = .all, accounts: [String] = []
  ) throws -> [ScopeCoverage] {
    try reading { connection in
      let snapshots = try SnapshotRecord(connection)
      return try TypeRegistry.selected(types, on: connection).flatMap { type in
        var count = try ScopeCount(type, wanted: accounts, on: connection)
        return try count.coverage(snapshots, on: connection)
      }
    }
  }
}
