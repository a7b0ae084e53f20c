internal import AssetLanguage
internal import Assets
internal import AssetSQLite

extension Store {
  /// A query in SQL as PostgreSQL takes it, for a database to which the store was exported: what was typed, with an
  /// absent map as an empty one, text that compares byte by byte, and parameters as psql has them.
  ///
  /// - Throws: `usage` for what is no query, or uses what PostgreSQL does not have.
  package func explainPostgreSQL(_ query: SQLQuery) throws -> String {
    guard query.asOf == nil else {
      throw Fault(
        .usage, what: "--as-of", why: "PostgreSQL has what is there now only",
        advice: "leave it out")
    }
    let statement = try ParsedStatement(query.text)
    guard let syntax = statement.query, statement.explanation == nil else {
      throw Fault(
        .usage, what: "SQL", why: "only a query is explained", advice: "begin with SELECT")
    }
    let (typed, names) = try reading { connection in
      let tables = try SQLTables(statement.tables, at: nil, on: connection)
      let typed = try Analyzer(query.text) { try tables.found[$0]?.get() }.analyze(syntax)
      return (
        typed, try PostgreSQLTableNames(statement.tables, found: tables, on: connection)
      )
    }
    var text = try PostgreSQLText(query.text, names: names)
    text.edit(typed)
    return "-- Text sorts as here in a database with LC_COLLATE 'C'.\n" + text.whole
  }
}
