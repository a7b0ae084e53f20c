internal import AssetExports
internal import Assets
internal import AssetSQLite

extension VersionTable {
  /// Brings versions to a new definition of their type, as if they were ingested under it.
  ///
  /// - Parameter convert: a row of the old type's columns as a batch of one record of the new one.
  func rewrite(
    from old: VersionTable, on connection: borrowing Connection,
    convert: (borrowing Statement) throws -> RecordBatch
  ) throws {
    guard try exists(connection) else { return }
    // No type's table has such a name.
    let before = AssetTable.quote("before " + table.type.name.table + "_versions")
    try connection.execute("ALTER TABLE \(name) RENAME TO \(before)")
    for index in indexes { try connection.execute("DROP INDEX \(index.name)") }
    for statement in definition { try connection.execute(statement) }
    let columns = old.table.columns.joined(separator: ", ")
    let values = (1...table.columns.count + 2).map { "?\($0)" }.joined(separator: ", ")
    var written = AssetRow()
    try connection.withStatement(
      "INSERT INTO \(name) SELECT \(values), _until, _end, _tags_unknown FROM \(before) WHERE rowid = ?\(table.columns.count + 3)"
    ) { insert in
      try connection.forEachRow("SELECT \(columns), _id, _run, rowid FROM \(before) ORDER BY rowid")
      {
        row in
        let end = old.table.columns.count
        try written.write(
          with: &insert, id: row.integer(at: end) ?? 0, batch: convert(row), at: 0,
          run: row.integer(at: end + 1) ?? 0, further: .integer(row.integer(at: end + 2) ?? 0))
      }
    }
    try connection.execute("DROP TABLE \(before)")
  }
}
