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
      let outcome = try write(plan, limit: query.limit, connection, into: &writer)
      try writer.finish()
      return outcome
    }
  }

  /// How many assets the query's expression is true of.
  public func count(_ query: Query) throws -> Int {
    try reading { connection in
      guard let count = try plan(query, connection).count else { return 0 }
      return try connection.withStatement(count.text) { statement in
        try statement.bind(count.values)
        return try statement.step() ? Int(statement.integer(at: 0) ?? 0) : 0
      }
    }
  }

  /// The SQL that answers the query, its values filled in: any SQLite runs it on the store's file. Regular expressions
  /// need a `regexp` function, which SQLite's own shell has.
  ///
  /// - Parameter counts: whether to count the assets instead of showing them.
  /// - Throws: as the query itself.
  public func explain(_ query: Query, counts: Bool = false) throws -> String {
    try reading { connection in
      let plan = try plan(query, connection)
      return (counts ? plan.count : plan.rows)?.literalText ?? "SELECT 0 WHERE 0"
    }
  }

  private func plan(_ query: Query, _ connection: borrowing Connection) throws -> QueryPlan {
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
    _ plan: QueryPlan, limit: Int?, _ connection: borrowing Connection,
    into writer: inout some ResultWriter & ~Copyable
  ) throws -> QueryOutcome {
    guard let rows = plan.rows else { return QueryOutcome(count: 0, isCut: false) }
    return try connection.withStatement(rows.text) { statement in
      try statement.bind(rows.values)
      var count = 0
      while try statement.step() {
        if count == limit { return QueryOutcome(count: count, isCut: true) }
        try writer.write(statement, plan.readings)
        count += 1
      }
      return QueryOutcome(count: count, isCut: false)
    }
  }
}

extension ResultWriter where Self: ~Copyable {
  /// Writes a row of a query.
  fileprivate mutating func write(
    _ row: borrowing Statement, _ readings: [ResultCell.Reading]
  ) throws {
    var column = 0
    for reading in readings {
      try write(row, column, reading)
      if case .mapValue = reading { column += 1 }
      column += 1
    }
    try endRow()
  }

  private mutating func write(
    _ row: borrowing Statement, _ column: Int, _ reading: ResultCell.Reading
  ) throws {
    guard !row.isNull(at: column) else { return try null() }
    switch reading {
    case .text: try row.withBytes(at: column) { try text($0) }
    case .json: try row.withBytes(at: column) { try json($0) }
    case .integer: try integer(row.integer(at: column) ?? 0)
    case .real: try real(row.real(at: column) ?? 0)
    case .bool: try bool(row.integer(at: column) == 1)
    case .mapValue:
      let isList = row.text(at: column + 1) == "array"
      try row.withBytes(at: column) { try isList ? json($0) : text($0) }
    }
  }
}
