internal import Assets
internal import AssetSQLite

extension TermLoad {
  /// Makes the index anew from the assets, whatever it says now. Call it in a write transaction.
  static func rebuild(
    _ connection: borrowing Connection, gatherer: consuming TermGatherer = TermGatherer()
  ) throws {
    try connection.execute("DELETE FROM spans; DELETE FROM terms;")
    var load = try TermLoad(connection)
    for type in try TypeRegistry.withTables(connection) {
      let table = AssetTable(type)
      var extractor = TermExtractor(type)
      try connection.forEachRow(
        "SELECT _id, \(table.columns.joined(separator: ", ")) FROM \(table.name) ORDER BY _id"
      ) { row in
        try extractor.extract(row, from: 1, &gatherer.interner)
        gatherer.add(extractor.terms, of: row.integer(at: 0) ?? 0)
        while let gathered = gatherer.next() { try load.write(gathered, connection) }
      }
    }
    while let gathered = gatherer.last() { try load.write(gathered, connection) }
    try load.finish(connection)
  }
}

extension Store {
  /// Makes the index of terms anew from the assets, as one transaction.
  package func reindex() throws {
    try writing { try TermLoad.rebuild($0) }
  }
}
