internal import AssetLanguage
internal import Assets
internal import AssetSQLite

/// One query on a connection of its own, which reads one moment of the store and can do nothing else.
///
/// What keeps the store as it is, each on its own: the file is opened to be read only, `query_only` is on, the policy
/// is an allow-list, and the statement has to be one that SQLite calls read-only.
/// <https://sqlite.org/security.html>
struct SQLSession: ~Copyable {
  let connection: Connection
  let policy: SQLPolicy
  let deadline: SQLDeadline
  let statement: SQLStatement

  static func open(
    _ path: String, parsed: ParsedStatement, asOf: RunReference?, busyTimeout: Int,
    deadline: SQLDeadline
  ) throws -> SQLSession {
    let connection = try Connection(path: path, access: .readOnly)
    try connection.setBusyTimeout(milliseconds: busyTimeout)
    try connection.prepareForStore()
    connection.interrupt(every: 1_000) { deadline.isOver() }
    // What is sorted stays in memory, whose limit is known. The transaction ends with the connection.
    try connection.execute("PRAGMA temp_store = MEMORY; BEGIN")
    let statement = try SQLStatement(parsed, at: asOf?.resolve(connection), on: connection)
    try SQLFunctions.define(on: connection)
    try connection.wakeSystemTables()
    let policy = try connection.policy(deadline)
    try connection.execute("PRAGMA query_only = ON")
    connection.limitQueries()
    connection.authorize(policy.allows)
    return SQLSession(
      connection: connection, policy: policy, deadline: deadline, statement: statement)
  }
}

extension Connection {
  /// The tables and views of the file may be read, but for those that a module makes up.
  fileprivate borrowing func policy(_ deadline: SQLDeadline) throws -> SQLPolicy {
    var (tables, hidden): (Set<String>, Set<String>) = ([], [])
    let sql = """
      SELECT name, type = 'view' OR rootpage > 0 FROM sqlite_schema
      UNION ALL SELECT name, TRUE FROM sqlite_temp_schema
      """
    try forEachRow(sql) { row in
      let name = row.text(at: 0) ?? ""
      if row.integer(at: 1) == 1 { tables.insert(name) } else { hidden.insert(name) }
    }
    return SQLPolicy(tables: tables, hidden: hidden, deadline: deadline)
  }

  /// SQLite declares its functions that stand for tables when they are first used, and to the policy that looks like a
  /// change of the schema.
  fileprivate borrowing func wakeSystemTables() throws {
    for name in ["json_each", "json_tree"] { _ = try integer("SELECT count(*) FROM \(name)('[]')") }
  }

  /// Far above what a question about assets needs, far below what hurts.
  fileprivate borrowing func limitQueries() {
    limit(.length, to: SQLLimits.valueLength)
    limit(.statementLength, to: 2 * SQLLimits.queryLength)
    limit(.expressionDepth, to: 500)
    limit(.compoundSelects, to: 100)
    limit(.instructions, to: 250_000)
    limit(.functionArguments, to: 100)
    limit(.attachedFiles, to: 0)
    limit(.patternLength, to: 1_000)
    limit(.parameters, to: 999)
    limit(.triggerDepth, to: 1)
    limit(.workerThreads, to: 0)
  }
}
