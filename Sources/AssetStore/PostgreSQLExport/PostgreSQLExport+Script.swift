internal import AssetOutput
internal import Assets
internal import AssetSQLite

// What all scripts have in common.
extension PostgreSQLExport {
  /// Begins the transaction, and checks what the server has.
  func begin(_ script: inout PostgreSQLScript) throws {
    try script.addLine("-- A store at run \(state.run), \(request.selection): psql -f FILE")
    // Behind an error psql would take the rows of a COPY for statements, and for commands of its own.
    try script.addLine("\\set ON_ERROR_STOP on")
    try script.add("BEGIN")
    try script.add([
      "SET LOCAL client_encoding = 'UTF8'", "SET LOCAL client_min_messages = warning",
      "SET LOCAL standard_conforming_strings = on", "SET LOCAL timezone = 'UTC'",
    ])
    try script.add(state.settings)
    try script.add(PostgreSQLCopyState.tables)
    let isDistributed = request.isDistributed
    try script.copy(
      into: "assetstore_now", columns: ["name", "columns", "tags_view"],
      cells: [.plain, .plain, .plain]
    ) { writer in
      for records in PostgreSQLRecords.all {
        try writer.add(records.name, columns: records.columns)
      }
      for table in tables {
        try writer.add(
          table.name, columns: table.columns(isDistributed: isDistributed),
          tagsView: table.type.hasTags ? table.tagsName : nil)
      }
      for versions in versions {
        try writer.add(versions.name, columns: versions.columns(isDistributed: isDistributed))
      }
    }
    try script.add(check)
  }

  private var check: String {
    if request.since != nil { return PostgreSQLCheck.isAtRun }
    return request.part == .data ? PostgreSQLCheck.hasTables : PostgreSQLCheck.isEmpty
  }

  /// Makes what is not there yet, and takes away what the store has no longer.
  func define(_ script: inout PostgreSQLScript) throws {
    try script.add("CREATE EXTENSION IF NOT EXISTS hstore")
    if request.isDistributed { try script.add("CREATE EXTENSION IF NOT EXISTS citus") }
    try script.add(PostgreSQLCopyState.definition)
    try script.add(PostgreSQLRecords.all.map(\.definition))
    if request.isDistributed { try script.add(PostgreSQLRecords.all.map(\.distribution)) }
    let schemas = Set((tables + versions.map(\.table)).map(\.schema))
    for schema in schemas.sorted() {
      try script.add("CREATE SCHEMA IF NOT EXISTS \(PostgreSQLSpelling.name(schema))")
    }
    for table in tables {
      try script.add(table.definition(isDistributed: request.isDistributed))
    }
    for versions in versions {
      try script.add(versions.definition(isDistributed: request.isDistributed))
    }
    try script.add(PostgreSQLTable.view(over: tables))
    try script.add(PostgreSQLCheck.dropTables)
    try script.add(PostgreSQLCopyState.keepTables)
  }

  /// Makes the indexes, which cost less behind the data.
  func index(_ script: inout PostgreSQLScript, on connection: borrowing Connection) throws {
    for table in tables {
      for index in PostgreSQLIndex.all(of: table, isDistributed: request.isDistributed) {
        if try index.hasRoom(on: connection) { try script.add(index.statement) }
      }
    }
    for versions in versions { try script.add(versions.indexes) }
  }

  /// Keeps where the server is now.
  func end(_ script: inout PostgreSQLScript) throws {
    if request.part != .schema { try script.add(PostgreSQLCopyState.keepRun) }
    try script.add("COMMIT")
    if request.part != .schema {
      try script.add((tables.map(\.name) + versions.map(\.name)).map { "ANALYZE \($0)" })
    }
    try script.finish()
  }
}

extension CopyWriter {
  /// Adds a table to those that a copy has.
  fileprivate mutating func add(
    _ name: String, columns: [PostgreSQLTable.Column], tagsView: String? = nil
  ) throws {
    text(name.utf8.span)
    text(columns.map { "\($0.name) \($0.dataType)" }.joined(separator: ", ").utf8.span)
    if let tagsView { text(tagsView.utf8.span) } else { null() }
    try endRow()
  }
}
