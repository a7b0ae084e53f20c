internal import AssetLanguage
internal import AssetSQLite

/// A statement as SQLite takes it.
struct SQLStatement {
  let sql: String
  /// What the columns of its result are called and hold; nil where only SQLite knows.
  let columns: [(title: String, reading: ResultReading)]?
  /// Whether it is no query, but something that SQLite may know.
  let isOther: Bool

  /// A query is analyzed and written for SQLite. What is none, as PRAGMA, is left to the policy.
  ///
  /// - Parameter run: whose end is asked; nil for now.
  init(
    _ statement: ParsedStatement, at run: Int64?, on connection: borrowing Connection
  ) throws {
    isOther = statement.query == nil
    guard let syntax = statement.query else {
      (sql, columns) = (statement.text, nil)
      return
    }
    let tables = try SQLTables(statement.tables, at: run, on: connection)
    let analyzer = Analyzer(statement.text) { name in try tables.found[name]?.get() }
    let query = try analyzer.analyze(syntax)
    let written = try SQLiteTarget.statement(query)
    guard statement.explanation == nil else {
      (sql, columns) = ("\(statement.explanation ?? "") \(written.sql)", nil)
      return
    }
    sql = written.sql
    columns = zip(query.columns, written.columns).map { ($0.title, $1) }
  }
}
