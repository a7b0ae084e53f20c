package import AssetOutput
internal import AssetSQLite

extension Store {
  /// Writes assets, what they were and the records of runs as a script that `psql` loads in one transaction, as they are
  /// at one moment.
  ///
  /// - Throws: as a query does; `guarded` for a type that PostgreSQL has no room or no name for; what the stream throws.
  package func exportPostgreSQL(
    _ request: PostgreSQLRequest, to stream: consuming OutputStream
  ) throws -> ExportReport {
    try request.check()
    var script = PostgreSQLScript(stream)
    return try answering(request.query) { connection in
      let plan = try plan(request.query, on: connection)
      return try PostgreSQLExport(request, plan: plan, on: connection)
        .write(to: &script, on: connection)
    }
  }
}
