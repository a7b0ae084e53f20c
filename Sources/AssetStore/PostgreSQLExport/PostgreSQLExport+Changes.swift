internal import AssetIndex
internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// What changed since a run: the assets that are gone or others now go, those that are there come.
extension PostgreSQLExport {
  func writeChanges(
    since: Int64, to script: inout PostgreSQLScript, on connection: borrowing Connection
  ) throws -> ExportReport {
    let changed = try changes(since: since, on: connection)
    try begin(&script)
    try define(&script)
    try script.add("CREATE TEMP TABLE assetstore_changed(_id bigint PRIMARY KEY) ON COMMIT DROP")
    try script.copy(into: "assetstore_changed", columns: ["_id"], cells: [.plain]) { writer in
      for id in changed.ids {
        writer.integer(id)
        try writer.endRow()
      }
    }
    var count = 0
    for table in tables {
      count += try write(changed, of: table, to: &script, on: connection)
    }
    let first = try connection.integer("SELECT first_state FROM store") ?? 0
    for versions in versions {
      try script.add("DELETE FROM \(versions.name) WHERE _until > \(since) OR _until <= \(first)")
      try write(versions, endedBehind: since, to: &script, on: connection)
    }
    try script.add(PostgreSQLRecords.all.map { "DELETE FROM \($0.name)" })
    try writeRecords(&script, on: connection)
    try index(&script, on: connection)
    try end(&script)
    return ExportReport(
      run: Int(state.run), assets: count, gone: try gone(since: since, on: connection))
  }

  /// How many assets have gone since and are not back.
  private func gone(since: Int64, on connection: borrowing Connection) throws -> Int {
    try versions.reduce(0) { count, versions in
      let type = versions.table.type
      let areThere = try TypeRegistry.hasTable(type, on: connection)
      let back = areThere ? " AND _id NOT IN (SELECT _id FROM \(AssetTable(type).name))" : ""
      let gone = try connection.integer(
        "SELECT count(DISTINCT _id) FROM \(VersionTable(type).name) WHERE _until > ?\(back)",
        with: .integer(since))
      return count + Int(gone ?? 0)
    }
  }

  /// The ids of what runs behind this one made, changed or took away.
  private func changes(since: Int64, on connection: borrowing Connection) throws -> IDSet {
    guard since < state.run else { return IDSet() }
    var ids = try RunAssets.ids(.changed, by: since + 1...state.run, on: connection)
    for type in try TypeRegistry.withVersions(connection) {
      try connection.forEachRow(
        "SELECT DISTINCT _id FROM \(VersionTable(type).name) WHERE _until > ?",
        with: [.integer(since)]
      ) { _ = ids.insert($0.integer(at: 0) ?? 0) }
    }
    return ids
  }

  /// How many assets of the type are changed.
  private func write(
    _ changed: IDSet, of table: PostgreSQLTable, to script: inout PostgreSQLScript,
    on connection: borrowing Connection
  ) throws -> Int {
    for index in PostgreSQLIndex.all(of: table, isDistributed: request.isDistributed) {
      if try !index.hasRoom(on: connection) { try script.add(index.removal) }
    }
    try script.add(
      "DELETE FROM \(table.name) WHERE _id IN (SELECT _id FROM assetstore_changed)")
    let rows = try PostgreSQLRows(of: table, isDistributed: request.isDistributed)
    var cells = RowCells(rows.cells.map(\.reading))
    let found = BlockRows(
      "\(raw: AssetTable(table.type).name) AS asset", columns: rows.cells.map(\.sql), where: "1")
    var count = 0
    try script.copy(into: table.name, columns: columns(of: table), cells: rows.spellings) {
      writer in
      for (block, ids) in changed.blocks.sorted(by: { $0.key < $1.key }) {
        try found.forEach(block, ids: ids, on: connection) { row in
          try cells.write(row, from: 1, into: &writer)
          count += 1
        }
      }
    }
    return count
  }
}
