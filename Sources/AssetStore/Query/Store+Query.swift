public import AssetFormats
public import Assets
internal import SQLite

/// What came of a query.
public struct QueryOutcome: Hashable, Sendable {
  /// How many assets were written.
  public let count: Int
  /// Whether the limit left some out.
  public let isCut: Bool
}

extension Store {
  /// Writes the assets that the query asks for, all as they are at one moment.
  ///
  /// - Throws: `missing` for a type that isn't there, `usage` for a field that isn't; what the writer throws.
  public func query(
    _ query: Query, into writer: inout some ResultWriter & ~Copyable
  ) throws -> QueryOutcome {
    try reading { connection in
      let plan = try plan(query, connection)
      try writer.begin(plan.columns)
      let outcome = try write(plan, query, connection, into: &writer)
      try writer.finish()
      return outcome
    }
  }

  /// How many assets the query's expression is true of. Costs what it takes to read the index of terms, where that
  /// decides the expression.
  public func count(_ query: Query) throws -> Int {
    try reading { connection in
      try plan(query, connection).selects.reduce(0) { count, select in
        try count + TypeMatches(select, connection).count(connection)
      }
    }
  }

  func plan(_ query: Query, _ connection: borrowing Connection) throws -> QueryPlan {
    switch query.types {
    case .all: return try QueryPlan(query, TypeRegistry.withTables(connection))
    case .matching(let pattern):
      return try QueryPlan(query, TypeRegistry.withTables(connection, matching: pattern))
    case .one(let name):
      let type = try TypeRegistry.require(name.description, connection)
      // A type without a table has no assets; the answer has its columns all the same.
      return try QueryPlan(query, [type], hasTables: TypeRegistry.hasTable(type, connection))
    }
  }

  private func write(
    _ plan: QueryPlan, _ query: Query, _ connection: borrowing Connection,
    into writer: inout some ResultWriter & ~Copyable
  ) throws -> QueryOutcome {
    var page = Page(limit: query.limit, readings: plan.readings)
    if query.sort.isEmpty {
      for select in plan.selects where !page.isCut {
        let matches = try TypeMatches(select, connection)
        try page.write(matches, connection, into: &writer)
      }
    } else if let rows = try plan.narrowedRows(limit: query.limit, connection) {
      try page.write(rows, connection, into: &writer)
    }
    return QueryOutcome(count: page.count, isCut: page.isCut)
  }
}
