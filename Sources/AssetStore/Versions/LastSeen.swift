internal import AssetIndex
internal import AssetSQLite

/// Which run saw an asset last.
enum LastSeen {
  /// Of each asset of a block, by its number in the block; 0 where no run is on record to have seen it.
  ///
  /// - Parameters:
  ///   - assets: those of interest.
  ///   - last: later runs do not count.
  static func runs(
    of assets: BlockBits, inBlock block: Int64, upTo last: Int64 = .max,
    _ connection: borrowing Connection
  ) throws -> [Int64] {
    var runs = [Int64](repeating: 0, count: BlockBits.width)
    var open = assets
    try connection.withStatement(
      "SELECT run, ids FROM run_assets WHERE what = ? AND block = ? AND run <= ? ORDER BY run DESC"
    ) { statement in
      try statement.bind([
        .integer(RunAssets.What.seen.rawValue), .integer(block), .integer(last),
      ])
      while try !open.isEmpty && statement.step() {
        let run = statement.integer(at: 0) ?? 0
        var found = open
        try statement.withBytes(at: 1) { try found.formIntersection($0) }
        for id in found.ids { runs[Int(id)] = run }
        open.subtract(found)
      }
    }
    return runs
  }
}
