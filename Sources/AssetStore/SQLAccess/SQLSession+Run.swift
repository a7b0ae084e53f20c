internal import AssetOutput
internal import Assets
internal import AssetSQLite

extension SQLSession {
  func run(
    _ parameters: [String: String], within limits: SQLQuery.Limits,
    into writer: inout some ResultWriter & ~Copyable
  ) throws -> SQLOutcome {
    try connection.withStatement(statement.sql) { query in
      guard query.isReadOnly else { throw SQLFault.refused("it is no query") }
      for (name, value) in parameters {
        guard let index = query.parameter(named: ":" + name) else { continue }
        try query.bind(index, to: .text(value))
      }
      return try write(&query, within: limits, into: &writer)
    }
  }

  private func write(
    _ query: inout Statement, within limits: SQLQuery.Limits,
    into writer: inout some ResultWriter & ~Copyable
  ) throws -> SQLOutcome {
    var hasRow = try query.step()
    let columns = SQLColumns(statement, query: query)
    let room = limits.bytes ?? .max
    var (count, bytes) = (0, 0)
    try writer.begin(columns.columns(of: query, hasRow: hasRow))
    while hasRow {
      if count == limits.rows { break }
      bytes += try columns.write(query, into: &writer)
      guard bytes <= room else { throw SQLFault.tooMuch(room) }
      try deadline.paused { try writer.endRow() }
      count += 1
      hasRow = try query.step()
    }
    try writer.finish()
    return SQLOutcome(count: count, isCut: hasRow)
  }

  /// What SQLite refused, in the words of one who wrote the query.
  func fault(_ error: SQLiteError, within limits: SQLQuery.Limits, at path: String) -> Fault {
    if deadline.isCancelled() { return SQLFault.interrupted(path) }
    if deadline.hasPassed() { return SQLFault.tooSlow(limits) }
    if let refusal = policy.refusal { return SQLFault.refused(refusal) }
    switch error.code {
    case .outOfMemory: return SQLFault.tooLarge(limits)
    case .tooBig: return SQLFault.tooBig(error)
    case .busy, .locked, .corrupt, .ioError, .cannotOpen, .full, .readOnly, .notADatabase,
      .interrupted:
      return error.fault(path)
    // It never got as far as the policy.
    case _ where statement.isOther: return SQLFault.refused("it is no query")
    default: return Fault(.usage, what: "SQL", why: error.message)
    }
  }
}
