package import AssetSQLite

/// Which assets runs saw and changed, as the table `run_assets` has them.
package enum RunAssets {
  /// The numbers are those of the table.
  package enum What: Int64, Sendable {
    case seen = 0
    /// Made, or changed.
    case changed = 1
  }

  package static func insert(
    _ ids: IDSet, what: What, by run: Int64, on connection: borrowing Connection
  ) throws {
    for (block, bits) in ids.blocks.sorted(by: { $0.key < $1.key }) where !bits.isEmpty {
      var blob: [UInt8] = []
      BlockBlob.append(bits, to: &blob)
      try connection.run(
        "INSERT INTO run_assets(what, block, run, ids) VALUES (?, ?, ?, ?)",
        with: .integer(what.rawValue), .integer(block), .integer(run), .blob(blob))
    }
  }

  /// Forgets what a run saw.
  package static func forgetSightings(by run: Int64, on connection: borrowing Connection) throws {
    try connection.run(
      "DELETE FROM run_assets WHERE what = ? AND run = ?", with: .integer(What.seen.rawValue),
      .integer(run))
  }

  /// Forgets what runs up to this one changed, and what they saw but for the last of them to see an asset.
  package static func forget(upTo last: Int64, on connection: borrowing Connection) throws {
    try connection.run(
      "DELETE FROM run_assets WHERE what = ? AND run <= ?", with: .integer(What.changed.rawValue),
      .integer(last))
    var sightings: [(block: Int64, run: Int64)] = []
    try connection.forEachRow(
      "SELECT block, run FROM run_assets WHERE what = ? AND run <= ? ORDER BY block, run DESC",
      with: [.integer(What.seen.rawValue), .integer(last)]
    ) { sightings.append((block: $0.integer(at: 0) ?? 0, run: $0.integer(at: 1) ?? 0)) }
    var later = IDSet()
    for (block, run) in sightings {
      if later.blocks[block] == nil { later = IDSet(block, bits: BlockBits()) }
      var bits = try bits(.seen, inBlock: block, by: run...run, on: connection)
      let all = bits
      if let later = later.blocks[block] { bits.subtract(later) }
      later.formUnion(IDSet(block, bits: all))
      if bits.words != all.words {
        try replace(bits, what: .seen, inBlock: block, by: run, on: connection)
      }
    }
  }

  private static func replace(
    _ bits: BlockBits, what: What, inBlock block: Int64, by run: Int64,
    on connection: borrowing Connection
  ) throws {
    let place: [Value] = [.integer(what.rawValue), .integer(block), .integer(run)]
    try connection.run(
      "DELETE FROM run_assets WHERE what = ? AND block = ? AND run = ?", with: place)
    if !bits.isEmpty { try insert(IDSet(block, bits: bits), what: what, by: run, on: connection) }
  }

  /// Those of a block that any of these runs saw, or changed.
  package static func bits(
    _ what: What, inBlock block: Int64, by runs: ClosedRange<Int64>,
    on connection: borrowing Connection
  ) throws -> BlockBits {
    var bits = BlockBits()
    try connection.forEachRow(
      "SELECT ids FROM run_assets WHERE what = ? AND block = ? AND run BETWEEN ? AND ?",
      with: [
        .integer(what.rawValue), .integer(block), .integer(runs.lowerBound),
        .integer(runs.upperBound),
      ]
    ) { row in
      try row.withBytes(at: 0) { try bits.formUnion($0) }
    }
    return bits
  }

  /// All that any of these runs saw, or changed.
  package static func ids(
    _ what: What, by runs: ClosedRange<Int64>, on connection: borrowing Connection
  ) throws -> IDSet {
    var ids = IDSet()
    try connection.forEachRow(
      "SELECT block, ids FROM run_assets WHERE what = ? AND run BETWEEN ? AND ?",
      with: [.integer(what.rawValue), .integer(runs.lowerBound), .integer(runs.upperBound)]
    ) { row in
      let bits = try row.withBytes(at: 1) { try BlockBits($0) }
      ids.formUnion(IDSet(row.integer(at: 0) ?? 0, bits: bits))
    }
    return ids
  }
}
