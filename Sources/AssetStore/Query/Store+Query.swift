package import AssetOutput
package import Assets
internal import AssetSQLite

/// What came of a query.
package struct QueryOutcome: Hashable, Sendable {
  /// How many assets were written.
  package let count: Int
  /// Where the next page begins, if the limit left some out.
  package let next: Cursor?
}

extension Store {
  /// Writes the assets that the query asks for, all as they are at one moment.
  ///
  /// - Parameter cursor: where the page before this one ended.
  /// - Throws: `missing` for a type that isn't there, `usage` for a field that isn't; what the writer throws.
  package func query(
    _ query: Query, after cursor: Cursor? = nil,
    into writer: inout some ResultWriter & ~Copyable
  ) throws -> QueryOutcome {
    try cursor?.require(query)
    return try answering(query) { connection in
      let plan = try plan(query, on: connection)
      try plan.refuseRepetition()
      try writer.begin(plan.columns)
      let outcome = try write(plan, query: query, after: cursor, on: connection, into: &writer)
      try writer.finish()
      return outcome
    }
  }

  /// How many assets the query's expression is true of. Costs what it takes to read the index of terms, where that
  /// decides the expression.
  public func count(_ query: Query) throws -> Int {
    try answering(query) { connection in
      try plan(query, on: connection).selects.reduce(0) { count, select in
        try count + TypeMatches(select, on: connection).count(connection)
      }
    }
  }

  func plan(_ query: Query, on connection: borrowing Connection) throws -> QueryPlan {
    var plan = try currentPlan(query, on: connection)
    let asOf = try query.asOf?.resolve(connection)
    guard asOf == nil || query.tagsAreKnown == nil && !plan.asks(for: .tagsAreKnown) else {
      throw Fault(
        .usage, what: "--as-of", why: "what was known of tags then is not kept",
        advice: "leave --tags-known and _tags_known out")
    }
    let last = try asOf ?? connection.integer("SELECT ifnull(max(id), 0) FROM runs") ?? 0
    if plan.usesLastSeen {
      try LastSeen.define(on: connection, upTo: last)
    }
    if let since = try query.notSeenSince?.resolve(connection) {
      plan = plan.notSeen(since: since + 1, upTo: last)
    }
    return try asOf.map { try plan.at($0, on: connection) } ?? plan
  }

  private func currentPlan(
    _ query: Query, on connection: borrowing Connection
  ) throws -> QueryPlan {
    let types = try TypeRegistry.asked(query.types, on: connection)
    // A type without a table has no assets; the answer has its columns all the same.
    let hasTables =
      if case .one = query.types { try TypeRegistry.hasTable(types[0], on: connection) } else {
        true
      }
    let plan = try QueryPlan(query, types: types, hasTables: hasTables)
    if plan.isComputed { try SQLFunctions.define(on: connection) }
    return plan
  }

  private func write(
    _ plan: QueryPlan, query: Query, after cursor: Cursor?, on connection: borrowing Connection,
    into writer: inout some ResultWriter & ~Copyable
  ) throws -> QueryOutcome {
    var page = Page(
      limit: query.limit, readings: plan.readings,
      readers: plan.needsFunctions ? nil : parallelReaders)
    var lastType = ""
    if query.sort.isEmpty {
      for select in plan.selects where !page.isCut {
        let (type, start) = (select.type.name.description, cursor?.type ?? "")
        guard type >= start else { continue }
        let before = page.count
        try page.write(
          TypeMatches(select, on: connection), from: type == start ? (cursor?.id ?? 0) + 1 : .min,
          on: connection, into: &writer)
        if page.count > before { lastType = type }
      }
    } else if let rows = try plan.narrowedRows(limit: query.limit, after: cursor, on: connection) {
      try page.write(rows, on: connection, into: &writer)
    }
    let next = page.isCut ? page.last : nil
    return QueryOutcome(
      count: page.count,
      next: next.map {
        Cursor(type: lastType, id: $0.id, sort: Cursor.describe(query.sort), values: $0.values)
      })
  }
}
