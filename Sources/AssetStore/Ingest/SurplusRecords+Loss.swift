internal import AssetIndex
internal import Assets
internal import AssetSQLite

extension SurplusRecords {
  /// Of the rows of one asset, which columns the last does not have that others had.
  private struct Rows {
    var key = ""
    /// Whether a row has nothing but the asset's tags.
    var haveTagsAlone = false
    /// The columns that rows have had.
    var had: Set<Int> = []
    /// Those of them that the last row does not have.
    var lost: Set<Int> = []
  }

  /// An asset may come with its details in one record, and with its tags alone in another. The last would count.
  ///
  /// - Parameter tagsAlone: the rows that have nothing but their assets' tags.
  /// - Throws: `guarded` for an asset that would lose something.
  func requireNoLoss(_ tagsAlone: IDSet, _ connection: borrowing Connection) throws {
    guard tagsAlone.count > 0 else { return }
    var rows = Rows()
    let columns = table.columns
    try connection.forEachRow(
      """
      SELECT asset._id, \(columns.map { "asset.\($0)" }.joined(separator: ", "))
      FROM \(table.name) AS asset CROSS JOIN twice ON twice._key = asset._key
      ORDER BY twice.first, asset._id
      """
    ) { row in
      let key = row.text(at: 1) ?? ""
      if key != rows.key {
        try require(rows)
        rows = Rows(key: key)
      }
      let isTagsAlone = tagsAlone.contains(row.integer(at: 0) ?? 0)
      rows.haveTagsAlone = rows.haveTagsAlone || isTagsAlone
      let extras = columns.count - 1
      rows.lost = rows.had.filter { row.isNull(at: $0 + 1) || $0 == extras && isTagsAlone }
      for column in columns.indices where !row.isNull(at: column + 1) {
        // What stands beside tags is of the list that they are in.
        if column != extras || !isTagsAlone { rows.had.insert(column) }
      }
    }
    try require(rows)
  }

  private func require(_ rows: Rows) throws {
    guard rows.haveTagsAlone, !rows.lost.isEmpty else { return }
    throw Fault(
      .guarded, table.type.name.description,
      why: "'\(rows.key.shortened(toScalars: 200))' comes with its details and with its tags alone",
      advice: "ingest the details first, and then the tags")
  }
}
