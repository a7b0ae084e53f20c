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
    on connection: borrowing Connection
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

  /// The function that `define` makes.
  static let function = "last_run"

  /// Defines a function of an asset's id: the number of the run that saw it last, 0 if none is on record.
  ///
  /// - Parameter last: later runs do not count.
  static func define(on connection: borrowing Connection, upTo last: Int64) throws {
    var all = BlockBits()
    all.insert(contentsOf: 0..<BlockBits.width)
    var blocks: [Int64] = []
    try connection.forEachRow(
      "SELECT DISTINCT block FROM run_assets WHERE what = ?",
      with: [.integer(RunAssets.What.seen.rawValue)]
    ) { blocks.append($0.integer(at: 0) ?? 0) }
    // A run's number takes few bytes, and there is one for each asset.
    var runs: [Int64: [UInt32]] = [:]
    for block in blocks {
      runs[block] = try self.runs(of: all, inBlock: block, upTo: last, on: connection)
        .map { UInt32(clamping: $0) }
    }
    try connection.define(function, arguments: 1) { arguments throws(FunctionFault) in
      let id = AssetID(arguments.integer(at: 0) ?? 0)
      return .integer(Int64(runs[id.block]?[Int(id.low)] ?? 0))
    }
  }
}
