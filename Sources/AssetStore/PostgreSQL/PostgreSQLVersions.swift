internal import Assets

/// The table of what assets of a type were, on a PostgreSQL server.
struct PostgreSQLVersions {
  let table: PostgreSQLTable

  init(_ type: AssetType) { table = PostgreSQLTable(type) }

  var plainName: String { table.plainName + "_versions" }
  var name: String { table.qualified(plainName) }

  func columns(isDistributed: Bool) -> [PostgreSQLTable.Column] {
    let shard = PostgreSQLTable.Column(
      name: table.shardColumn, dataType: "text", isRequired: true)
    return table.assetColumns.map { column in
      PostgreSQLTable.Column(
        name: column.name, dataType: column.dataType, isRequired: column.isRequired)
    } + [
      PostgreSQLTable.Column(name: "_until", dataType: "bigint", isRequired: true),
      PostgreSQLTable.Column(name: "_end", dataType: "text", isRequired: true),
      PostgreSQLTable.Column(name: "_tags_unknown", dataType: "boolean", isRequired: true),
    ] + (isDistributed ? [shard] : [])
  }

  func definition(isDistributed: Bool) -> [String] {
    [PostgreSQLTable.table(name, columns: columns(isDistributed: isDistributed))]
      + (isDistributed ? [table.distribution(of: name)] : [])
  }

  /// Finds what an asset was, and what a run changed.
  var indexes: [String] {
    ["_id", "_until"].map { column in
      let name = PostgreSQLSpelling.shortened("\(column) of \(plainName)")
      return "CREATE INDEX IF NOT EXISTS \(PostgreSQLSpelling.name(name))\n"
        + "ON \(self.name)(\(PostgreSQLSpelling.name(column)))"
    }
  }
}
