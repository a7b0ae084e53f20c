internal import AssetIndex
internal import Assets
internal import AssetSQLite

extension TermLoad {
  /// Rebuilds the index from the assets, whatever it says now. Call it in a write transaction.
  static func rebuild(
    _ connection: borrowing Connection, gatherer: consuming TermGatherer = TermGatherer()
  ) throws {
    try connection.execute("DELETE FROM blocks; DELETE FROM terms;")
    var load = try TermLoad(connection)
    var walk = try AssetWalk(connection)
    var block = try walk.nextBlock(from: 0, on: connection)
    while let this = block {
      try walk.forEachAsset(inBlock: this, on: connection) { id, row, extractor in
        try extractor.extract(row, from: 1, with: &gatherer.interner)
        gatherer.add(extractor.terms, of: id)
        while let gathered = gatherer.next() { try load.write(gathered, on: connection) }
      }
      block = try walk.nextBlock(from: this + 1, on: connection)
    }
    while let gathered = gatherer.last() { try load.write(gathered, on: connection) }
    try load.finish(connection)
  }
}

extension Store {
  /// Rebuilds the index of terms from the assets, as one transaction.
  package func reindex() throws {
    try writing { try TermLoad.rebuild($0) }
  }
}
