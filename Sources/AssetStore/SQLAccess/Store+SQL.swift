internal import AssetLanguage
package import AssetOutput
internal import Assets
internal import AssetSQLite

extension Store {
  /// Writes what a query in SQL gives, row by row as SQLite finds it.
  ///
  /// PostgreSQL's SELECT, in which `aws.ec2_instance` is the table of that type. What PostgreSQL would refuse is refused,
  /// and so is what the language does not have. The query can't change anything, here or elsewhere, whatever it says.
  ///
  /// - Throws: `usage`, with the place, for what is no query; `guarded` for one that wants more than to read the store,
  ///   or more than the limits allow; `missing` for a type that isn't there; what the writer throws.
  package func sql(
    _ query: SQLQuery, into writer: inout some ResultWriter & ~Copyable
  ) throws -> SQLOutcome {
    let statement = try query.parsed()
    let parameters = try query.values(of: statement)
    let deadline = SQLDeadline(query.limits.time, isCancelled: isCancelled)
    // Whoever opened the store has rolled back what a killed writer left, so that it can be read without writing.
    _ = try withConnection { try $0.integer("PRAGMA schema_version") }
    if let memory = query.limits.memory {
      // What functions make is counted in no other way.
      Connection.limitMemory(to: max(memory - SQLLimits.functionMemory, memory / 2))
    }
    do {
      let session = try SQLSession.open(
        path, parsed: statement, asOf: query.asOf, busyTimeout: busyTimeout, deadline: deadline)
      do {
        return try session.run(parameters, within: query.limits, into: &writer)
      } catch let error as SQLiteError {
        throw session.fault(error, within: query.limits, at: path)
      }
    } catch let error as SQLiteError {
      throw deadline.hasPassed() ? SQLFault.tooSlow(query.limits) : error.fault(path)
    }
  }
}

extension SQLQuery {
  fileprivate func parsed() throws -> ParsedStatement {
    guard text.utf8.count <= SQLLimits.queryLength else {
      throw Fault(
        .usage, what: "SQL", why: "the query has more than \(SQLLimits.queryLength >> 20) MiB")
    }
    if let place = text.utf8.firstIndex(of: 0) {
      throw Fault.language(
        "the query has a null character", advice: "take it out",
        at: text.utf8.distance(from: text.startIndex, to: place), of: text)
    }
    return try ParsedStatement(text)
  }

  /// The values of the parameters, by name.
  fileprivate func values(of statement: ParsedStatement) throws -> [String: String] {
    let names = Set(statement.parameters.map(\.name))
    if let missing = statement.parameters.first(where: { parameters[$0.name] == nil }) {
      throw Fault.language(
        "the parameter :\(missing.name) has no value",
        advice: "give it with --param \(missing.name)=VALUE",
        at: missing.offset, of: text)
    }
    if let surplus = parameters.keys.sorted().first(where: { !names.contains($0) }) {
      throw Fault(
        .usage, what: "parameter \(surplus)", why: "the query has no :\(surplus)",
        advice: nearest(to: surplus, in: names.sorted()).map { "did you mean '\($0)'?" })
    }
    return parameters
  }
}
