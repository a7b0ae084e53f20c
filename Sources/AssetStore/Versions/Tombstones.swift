internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Takes assets of a type out of the store, and keeps what they were.
struct Tombstones {
  private let versions: VersionTable
  private let end: VersionTable.End
  private let run: Int64

  init(_ type: AssetType, end: VersionTable.End, by run: Int64) {
    versions = VersionTable(type)
    self.end = end
    self.run = run
  }

  /// - Returns: the keys of the assets, in the order of their ids.
  func make(of ids: IDSet, on connection: borrowing Connection) throws -> [String] {
    guard ids.count > 0 else { return [] }
    try versions.ensure(connection)
    var keys: [String] = []
    var terms = TermExtractor(versions.table.type)
    var index = try TermIndexWriter(connection)
    let table = versions.table
    for id in ids.ids {
      try index.makeRoom(connection)
      try connection.forEachRow(
        "SELECT _id, \(table.columns.joined(separator: ", ")) FROM \(table.name) WHERE _id = ?",
        with: [.integer(id)]
      ) { row in
        keys.append(row.text(at: 1) ?? "")
        try terms.extract(row, from: 1, with: &index.dictionary.interner)
      }
      try index.remove(id, terms: terms.terms, on: connection)
      try connection.run(
        versions.keep, with: .integer(id), .integer(run), .text(end.rawValue))
      try connection.run("DELETE FROM \(table.name) WHERE _id = ?", with: .integer(id))
    }
    try index.finish(connection)
    try UnknownTags.remove(ids, on: connection)
    return keys
  }
}
