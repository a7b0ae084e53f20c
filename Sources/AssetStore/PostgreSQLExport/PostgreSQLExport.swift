internal import AssetIndex
internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// Writes a store as a script for `psql`, in one transaction.
struct PostgreSQLExport {
  let request: PostgreSQLRequest
  let state: PostgreSQLCopyState
  /// The assets of each type that has some.
  private let selects: [TypeSelect]
  let tables: [PostgreSQLTable]
  /// What assets were, of the types of which it is known; none where some assets alone are meant.
  let versions: [PostgreSQLVersions]

  /// - Parameter plan: that of the request's query.
  init(
    _ request: PostgreSQLRequest, plan: QueryPlan, on connection: borrowing Connection
  ) throws {
    self.request = request
    state = try PostgreSQLCopyState(request, on: connection)
    selects = plan.selects
    tables = selects.map { PostgreSQLTable($0.type) }
    versions =
      request.isWhole
      ? try TypeRegistry.withVersions(connection)
        .filter { request.query.types.includes($0.name.description) }
        .map { PostgreSQLVersions($0) } : []
    for table in tables + versions.map(\.table) { try table.requireRoom() }
  }

  func write(
    to script: inout PostgreSQLScript, on connection: borrowing Connection
  ) throws -> ExportReport {
    if let since = state.since {
      return try writeChanges(since: since.run, to: &script, on: connection)
    }
    try begin(&script)
    if request.part != .data { try define(&script) }
    let assets = request.part == .schema ? 0 : try writeData(&script, on: connection)
    if request.part != .data { try index(&script, on: connection) }
    try end(&script)
    return ExportReport(run: Int(state.run), assets: assets, gone: nil)
  }

  func columns(of table: PostgreSQLTable) -> [String] {
    table.columns(isDistributed: request.isDistributed).map(\.name)
  }
}

// The data.
extension PostgreSQLExport {
  /// How many assets there are.
  private func writeData(
    _ script: inout PostgreSQLScript, on connection: borrowing Connection
  ) throws -> Int {
    var count = 0
    for (select, table) in zip(selects, tables) {
      let rows = try PostgreSQLRows(of: table, isDistributed: request.isDistributed)
      let select = select.showing(rows.cells)
      try script.copy(into: table.name, columns: columns(of: table), cells: rows.spellings) {
        writer in
        var page = Page(limit: nil, readings: rows.cells.map(\.reading))
        try page.write(
          TypeMatches(select, on: connection), from: .min, on: connection, into: &writer)
        count += page.count
      }
    }
    for versions in versions { try write(versions, endedBehind: 0, to: &script, on: connection) }
    try writeRecords(&script, on: connection)
    return count
  }

  /// Writes the versions that later runs than this one ended.
  func write(
    _ versions: PostgreSQLVersions, endedBehind run: Int64, to script: inout PostgreSQLScript,
    on connection: borrowing Connection
  ) throws {
    let rows = try PostgreSQLRows(of: versions, isDistributed: request.isDistributed)
    let cells = rows.cells.map(\.sql.text).joined(separator: ", ")
    var row = RowCells(rows.cells.map(\.reading))
    let columns = versions.columns(isDistributed: request.isDistributed).map(\.name)
    try script.copy(into: versions.name, columns: columns, cells: rows.spellings) { writer in
      try connection.forEachRow(
        """
        SELECT \(cells) FROM \(VersionTable(versions.table.type).name) AS asset
        WHERE _until > ? ORDER BY _until, _id
        """, with: [.integer(run)]
      ) { try row.write($0, into: &writer) }
    }
  }

  /// The records of runs, and of which assets no export has told the tags.
  func writeRecords(
    _ script: inout PostgreSQLScript, on connection: borrowing Connection
  ) throws {
    for records in PostgreSQLRecords.ofRuns {
      let readings = records.columns.map { column in
        column.dataType == "bigint" ? ResultCell.Reading.integer : .text
      }
      try script.copy(
        into: records.name, columns: records.columns.map(\.name),
        cells: readings.map { _ in .plain }
      ) { writer in
        var row = RowCells(readings)
        try connection.forEachRow(records.rows) { try row.write($0, into: &writer) }
      }
    }
    try script.copy(into: PostgreSQLRecords.unknownTags.name, columns: ["_id"], cells: [.plain]) {
      writer in
      var row = RowCells([.integer])
      for table in tables where table.type.hasTags {
        try connection.forEachRow(
          """
          SELECT _id FROM \(AssetTable(table.type).name) AS asset
          WHERE tags IS NULL AND \(UnknownTags.condition) ORDER BY _id
          """
        ) { try row.write($0, into: &writer) }
      }
    }
  }
}
