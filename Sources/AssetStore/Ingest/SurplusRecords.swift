internal import Assets
internal import SQLite

/// The rows of assets that came more than once in a load: each asset keeps its first id and its last content.
enum SurplusRecords {
  /// - Returns: how many rows there were too many, and the key of the first asset that had them.
  static func remove(
    from table: AssetTable, _ connection: borrowing Connection
  ) throws -> (count: Int, example: String) {
    try connection.execute(
      """
      CREATE TEMP TABLE twice AS
      SELECT _key, min(_id) AS first, max(_id) AS last, count(*) - 1 AS surplus
      FROM \(table.name) GROUP BY _key HAVING count(*) > 1
      """)
    defer { try? connection.execute("DROP TABLE IF EXISTS temp.twice") }
    let count = Int(try connection.integer("SELECT sum(surplus) FROM twice") ?? 0)
    let example = try connection.text("SELECT _key FROM twice ORDER BY first LIMIT 1") ?? ""
    try moveTerms(of: table, connection)
    try connection.execute(
      """
      DELETE FROM \(table.name)
      WHERE _key IN (SELECT _key FROM twice) AND _id NOT IN (SELECT last FROM twice);
      UPDATE \(table.name) SET _id = (SELECT first FROM twice WHERE last = _id)
      WHERE _id IN (SELECT last FROM twice);
      """)
    return (count, example)
  }

  /// Gives the terms of each asset's last row to its first id, and those of the others to none.
  private static func moveTerms(
    of table: AssetTable, _ connection: borrowing Connection
  ) throws {
    var terms = TermExtractor(table.type)
    var index = try TermIndexWriter(connection)
    let columns = table.columns.map { "asset.\($0)" }.joined(separator: ", ")
    try connection.forEachRow(
      """
      SELECT asset._id, \(columns), CASE asset._id WHEN twice.last THEN twice.first END
      FROM \(table.name) AS asset JOIN twice ON twice._key = asset._key
      """
    ) { row in
      try index.makeRoom(connection)
      try terms.extract(row, from: 1, &index.dictionary.interner)
      try index.remove(row.integer(at: 0) ?? 0, terms.terms, connection)
      if let id = row.integer(at: table.columns.count + 1) {
        try index.insert(id, terms.terms, connection)
      }
    }
    try index.finish(connection)
  }
}
