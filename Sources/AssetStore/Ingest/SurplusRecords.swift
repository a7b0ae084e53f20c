internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// The rows of assets that came more than once in a load: each asset keeps its first id and its last content.
struct SurplusRecords {
  let table: AssetTable

  init(in table: AssetTable) { self.table = table }

  /// Lists the assets. What follows looks them up by key and by id, in a time that grows with their number.
  func list(_ connection: borrowing Connection) throws {
    try connection.execute(
      """
      CREATE TEMP TABLE twice(
        last INTEGER PRIMARY KEY, first INTEGER NOT NULL, _key TEXT NOT NULL UNIQUE);
      INSERT INTO twice(_key, first, last)
      SELECT _key, min(_id), max(_id) FROM \(table.name) GROUP BY _key HAVING count(*) > 1
      """)
  }

  /// The key of the first asset that came more than once.
  func example(_ connection: borrowing Connection) throws -> String {
    try connection.text("SELECT _key FROM twice ORDER BY first LIMIT 1") ?? ""
  }

  /// Lends the id of each row behind the first of its asset, in order, and whether it says something else than the row
  /// before it.
  func forEach(_ connection: borrowing Connection, _ body: (Int64, Bool) -> Void) throws {
    try connection.forEachRow(pairs) { row in
      body(row.integer(at: 0) ?? 0, row.integer(at: 1) == 1)
    }
  }

  var pairs: String {
    let isSame = table.columns.map { "late.\($0) IS early.\($0)" }.joined(separator: " AND ")
    return """
      SELECT late._id, NOT (\(isSame))
      FROM (
        SELECT asset._id AS id, lag(asset._id) OVER (PARTITION BY _key ORDER BY asset._id) AS before
        FROM \(table.name) AS asset CROSS JOIN twice USING (_key)) AS pair
      JOIN \(table.name) AS late ON late._id = pair.id
      JOIN \(table.name) AS early ON early._id = pair.before
      ORDER BY late._id
      """
  }

  /// Leaves one row of each.
  ///
  /// - Returns: the ids that no asset has now, and those whose content is that of another now.
  func remove(
    _ connection: borrowing Connection
  ) throws -> (gone: IDSet, moved: [(last: Int64, first: Int64)]) {
    let outcome = try moveTerms(connection)
    try connection.execute(removal)
    try connection.execute(renumbering)
    try connection.execute("DROP TABLE temp.twice")
    return outcome
  }

  /// All rows of the assets, each with the id that it gets, if it stays.
  var rows: String {
    let columns = table.columns.map { "asset.\($0)" }.joined(separator: ", ")
    return """
      SELECT asset._id, \(columns), CASE asset._id WHEN twice.last THEN twice.first END
      FROM \(table.name) AS asset CROSS JOIN twice ON twice._key = asset._key
      """
  }

  var removal: String {
    """
    DELETE FROM \(table.name)
    WHERE _key IN (SELECT _key FROM twice) AND _id NOT IN (SELECT last FROM twice)
    """
  }

  var renumbering: String {
    """
    UPDATE \(table.name) SET _id = (SELECT first FROM twice WHERE last = _id)
    WHERE _id IN (SELECT last FROM twice)
    """
  }

  /// Gives the terms of each asset's last row to its first id, and those of the others to none.
  ///
  /// - Returns: the ids that no asset has then, and those whose terms another has.
  private func moveTerms(
    _ connection: borrowing Connection
  ) throws -> (gone: IDSet, moved: [(last: Int64, first: Int64)]) {
    var gone = IDSet()
    var moved: [(last: Int64, first: Int64)] = []
    var terms = TermExtractor(table.type)
    var index = try TermIndexWriter(connection)
    try connection.forEachRow(rows) { row in
      try index.makeRoom(connection)
      try terms.extract(row, from: 1, &index.dictionary.interner)
      let id = row.integer(at: 0) ?? 0
      try index.remove(id, terms.terms, connection)
      _ = gone.insert(id)
      if let first = row.integer(at: table.columns.count + 1) {
        try index.insert(first, terms.terms, connection)
        moved.append((id, first))
      }
    }
    try index.finish(connection)
    for (_, first) in moved { gone.remove(first) }
    return (gone, moved)
  }
}
