internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// A query, compiled for the types that it asks.
struct QueryPlan {
  let columns: [ResultColumn]
  /// What is shown, by the names that the types have for it; empty for whole assets.
  let paths: [FieldPath]
  let readings: [ResultCell.Reading]
  /// One for each type that has a table.
  private(set) var selects: [TypeSelect]
  private let sort: [Query.Sort]
  /// Whether SQLite needs our functions for it.
  let isComputed: Bool
  /// Whether it asks when an export had the asset last.
  let usesLastSeen: Bool

  /// - Parameter hasTables: whether the types have tables; one of the catalogue may have none.
  /// - Throws: a `usage` fault for a field that is not there.
  init(_ query: Query, types: [AssetType], hasTables: Bool = true) throws {
    guard (query.fields ?? []).count + query.sort.count <= 500 else {
      throw Fault(
        .usage, what: "query", why: "it shows and sorts by more than 500 fields",
        advice: "leave --fields out to see whole assets")
    }
    let isOneType = if case .one = query.types { true } else { false }
    let query = Self.spelled(query, of: isOneType ? types.first : nil)
    paths = query.fields ?? []
    if types.isEmpty { _ = try ExpressionChecker(acrossTypes: nil).check(query.expression) }
    var isComputed = query.isComputed
    let selects = try types.map { type in
      let checker = isOneType ? ExpressionChecker(type) : ExpressionChecker(acrossTypes: type)
      let expression = try checker.check(query.expression)
      isComputed = isComputed || expression.isComputed
      return try TypeSelect(
        type: type,
        cells: isOneType
          ? Self.cells(query.fields, of: type) : Self.commonCells(query.fields, of: type),
        order: query.sort.map { try Self.cell($0.path, of: type, isOneType: isOneType) },
        expression: expression, tagsAreKnown: query.tagsAreKnown)
    }
    columns = selects.first?.cells.map(\.column) ?? Self.commonColumns.map { ResultColumn($0) }
    readings = selects.first?.cells.map(\.reading) ?? []
    self.selects = hasTables ? selects : []
    sort = query.sort
    self.isComputed = isComputed
    usesLastSeen =
      query.notSeenSince != nil || (paths + sort.map(\.path)).contains(.lastSeen)
  }
}

extension QueryPlan {
  /// Whether it shows something, or sorts by it.
  func asks(for path: FieldPath) -> Bool {
    paths.contains(path) || sort.contains { $0.path == path }
  }

  /// Whether a connection has to have functions of ours for it.
  var needsFunctions: Bool { isComputed || usesLastSeen }

  /// The same of the assets that no run from this one on has seen.
  func notSeen(since first: Int64, upTo last: Int64) -> QueryPlan {
    var plan = self
    plan.selects = selects.map { $0.notSeen(since: first, upTo: last) }
    return plan
  }

  /// The same of the state at the end of a run.
  func at(_ run: Int64, on connection: borrowing Connection) throws -> QueryPlan {
    var plan = self
    plan.selects = try selects.map { try $0.at(run, on: connection) }
    return plan
  }
}

// One statement for all types.
extension QueryPlan {
  /// Counts the assets; nil if there is no table to ask.
  var count: SQLFragment? {
    guard !selects.isEmpty else { return nil }
    return "SELECT sum(found) FROM (\(Self.join(selects.map(\.count))))"
  }

  /// Finds the rows, in order; nil if there is no table to ask.
  func rows(limit: Int?) -> SQLFragment? { rows(selects, limit: limit) }

  /// The same, of as few assets as the index of terms leaves, where those are not most of them.
  func narrowedRows(
    limit: Int?, after cursor: Cursor?, on connection: borrowing Connection
  ) throws -> SQLFragment? {
    try rows(selects.map { try $0.narrowed(connection) }, limit: limit, after: cursor)
  }

  /// - Parameter selects: those of the plan, or the same for fewer assets.
  private func rows(
    _ selects: [TypeSelect], limit: Int?, after cursor: Cursor? = nil
  ) -> SQLFragment? {
    guard let first = selects.first else { return nil }
    return "\(union(selects, first: first, cursor: cursor))\(.limit(limit))"
  }

  /// Where nothing else is asked for, assets come in the order in which they entered the store, type by type.
  private func union(
    _ selects: [TypeSelect], first: TypeSelect, cursor: Cursor?
  ) -> SQLFragment {
    if sort.isEmpty {
      return selects.count == 1
        ? first.rowsByID()
        : Self.join(selects.map { "SELECT * FROM (\($0.rowsByID()))" })
    }
    let rows = Self.join(selects.map(\.rows))
    let page = cursor.map { after($0, rows: rows) } ?? rows
    return "\(page)\nORDER BY \(raw: Self.order(sort, after: first))"
  }

  private func after(_ cursor: Cursor, rows: SQLFragment) -> SQLFragment {
    let last: SQLFragment = "\(raw: TypeSelect.idColumn) > \(bind: .integer(cursor.id))"
    let condition = zip(sort, cursor.values).enumerated().reversed().reduce(last) { next, part in
      part.element.0.condition(
        after: part.element.1, column: TypeSelect.sortColumn(part.offset), next: next)
    }
    return "SELECT * FROM (\(rows))\nWHERE \(condition)"
  }

  /// SQLite takes 500 SELECTs in one statement.
  private static func join(_ selects: [SQLFragment]) -> SQLFragment {
    let chunk = 400
    guard selects.count > chunk else { return selects.joined("\nUNION ALL\n") }
    return stride(from: 0, to: selects.count, by: chunk).map { start -> SQLFragment in
      let part = Array(selects[start..<min(start + chunk, selects.count)])
      return "SELECT * FROM (\(part.joined("\nUNION ALL\n")))"
    }.joined("\nUNION ALL\n")
  }

  /// What is missing comes last, whichever way the rest goes. Ids decide between equals.
  private static func order(_ sort: [Query.Sort], after select: TypeSelect) -> String {
    let first = select.cells.map(\.width).reduce(0, +) + 1
    let terms = sort.enumerated().map { offset, sort in
      "\(first + offset)\(sort.descending ? " DESC" : "") NULLS LAST"
    }
    return (terms + ["\(first + sort.count)"]).joined(separator: ", ")
  }
}
