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
  func forEach(_ connection: borrowing Connection, body: (Int64, Bool) -> Void) throws {
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
  /// - Parameter tags: what is known of them, by the ids of the rows; then by those of the assets.
  /// - Returns: the ids that no asset has now.
  func remove(
    _ tags: inout KnownTags?, run: Int64, on connection: borrowing Connection
  ) throws -> IDSet {
    let gone = try merge(&tags, run: run, on: connection)
    for statement in [replacement, removal, renumbering] { try connection.execute(statement) }
    try connection.execute("DROP TABLE temp.twice; DROP TABLE temp.surplus; DROP TABLE temp.merged")
    return gone
  }

  /// Makes the tables that list the rows, and what is put together of them.
  func prepare(_ connection: borrowing Connection) throws {
    try connection.execute(
      """
      CREATE TEMP TABLE surplus(
        place INTEGER PRIMARY KEY, id INTEGER NOT NULL, first INTEGER NOT NULL,
        last INTEGER NOT NULL);
      CREATE TEMP TABLE merged(
        _id INTEGER PRIMARY KEY, \(table.columns.joined(separator: ", ")), _run)
      """)
  }

  /// Gives each asset's first id the terms of all of its rows together, and its last row their content.
  ///
  /// - Returns: the ids that no asset has then.
  private func merge(
    _ tags: inout KnownTags?, run: Int64, on connection: borrowing Connection
  ) throws -> IDSet {
    try prepare(connection)
    try connection.execute(order)
    var gone = IDSet()
    var (terms, asset) = (TermExtractor(table.type), AssetRow())
    var merge = RowMerge(table.type)
    var index = try TermIndexWriter(connection)
    var ids: [Int64] = []
    let width = table.columns.count
    let parameters = (1...width + 2).map { "?\($0)" }.joined(separator: ", ")
    try connection.withStatement("INSERT INTO merged VALUES (\(parameters))") { insert in
      try connection.forEachRow(rows) { row in
        try index.makeRoom(connection)
        let (id, first) = (row.integer(at: 0) ?? 0, row.integer(at: width + 1) ?? 0)
        if id == first {
          merge.begin()
          ids.removeAll()
        } else {
          _ = gone.insert(id)
        }
        ids.append(id)
        try terms.extract(row, from: 1, with: &index.dictionary.interner)
        try index.remove(id, terms: terms.terms, on: connection)
        try merge.add(
          row, isTagsAlone: tags?.toldAlone.contains(id) == true,
          listsTags: tags?.isListed(for: id) ?? true)
        guard id == row.integer(at: width + 2) else { return }
        try terms.extract(merge.result, at: 0, with: &index.dictionary.interner)
        try index.insert(first, terms: terms.terms, on: connection)
        if merge.isMade {
          try asset.write(with: &insert, id: id, batch: merge.result, at: 0, run: run)
        }
        tags?.move(ids, to: first)
      }
    }
    try index.finish(connection)
    return gone
  }
}

// The statements.
extension SurplusRecords {
  /// Lists all rows of the assets, each asset's together and in order.
  var order: String {
    """
    INSERT INTO surplus(id, first, last)
    SELECT asset._id, twice.first, twice.last
    FROM \(table.name) AS asset CROSS JOIN twice ON twice._key = asset._key
    ORDER BY twice.first, asset._id
    """
  }

  /// All rows of the assets, each with the first and the last id of its asset.
  var rows: String {
    let columns = table.columns.map { "asset.\($0)" }.joined(separator: ", ")
    return """
      SELECT asset._id, \(columns), surplus.first, surplus.last
      FROM surplus CROSS JOIN \(table.name) AS asset ON asset._id = surplus.id
      ORDER BY surplus.place
      """
  }

  /// Gives the last rows the content that has been put together for them.
  var replacement: String {
    let columns = table.columns.joined(separator: ", ")
    return """
      UPDATE \(table.name)
      SET (\(columns)) = (SELECT \(columns) FROM merged WHERE merged._id = \(table.name)._id)
      WHERE _id IN (SELECT _id FROM merged)
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
}
