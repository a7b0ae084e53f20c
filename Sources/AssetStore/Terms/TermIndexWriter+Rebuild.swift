internal import Assets
internal import SQLite

extension TermIndexWriter {
  /// Makes the index anew from the assets, whatever it says now. Call it in a write transaction.
  static func rebuild(_ connection: borrowing Connection, limits: Limits = Limits()) throws {
    try connection.execute("DELETE FROM spans; DELETE FROM terms;")
    var index = try TermIndexWriter(connection, limits: limits)
    for type in try TypeRegistry.withTables(connection) {
      let table = AssetTable(type)
      var extractor = TermExtractor(type)
      try connection.forEachRow(
        "SELECT _id, \(table.columns.joined(separator: ", ")) FROM \(table.name) ORDER BY _id"
      ) { row in
        try index.makeRoom(connection)
        try extractor.extract(row, from: 1, &index.dictionary.interner)
        try index.insert(row.integer(at: 0) ?? 0, extractor.terms, connection)
      }
    }
    try index.finish(connection)
  }
}

extension Store {
  /// Makes the index of terms anew from the assets, as one transaction.
  public func reindex() throws {
    try writing { try TermIndexWriter.rebuild($0) }
  }
}
