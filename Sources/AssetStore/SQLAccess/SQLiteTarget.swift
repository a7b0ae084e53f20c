internal import AssetLanguage
internal import Assets

/// Writes a query, of which everything is known, in SQLite's SQL.
///
/// Each table has a name of its own and each column of a query a number, so that no name means another thing here than
/// where it was written. What SQLite has no kind for is a text that sorts as the values do: timestamps without a `Z`,
/// numbers of any length as `Numeric.sortable`. Truth values are 1 and 0; maps, arrays and JSON are JSON text.
struct SQLiteTarget {
  /// What reads the columns of a function in FROM, by the source and the place of the column.
  var columns: [Int: (Int) -> String] = [:]
  /// What a set of GROUP BY leaves out, and so is NULL; by signature.
  var absent: Set<String> = []
  /// What such a set groups by, and so is there whatever it is made of.
  var present: Set<String> = []
  /// What the rows that are grouped have found already; by signature.
  var keys: [String: String] = [:]
  /// The sources that are tables of the store.
  var tables: [Int: Table] = [:]

  /// The statement, and the kinds of its columns as they come out.
  static func statement(_ query: TypedQuery) throws -> (sql: String, columns: [ResultReading]) {
    var target = SQLiteTarget()
    let readings = query.columns.enumerated().map { index, column in
      ResultReading(
        kind: column.kind, isStored: query.isPlain(index) && column.kind == .timestamp)
    }
    let sql = try target.query(query, keepsTimestamps: readings.contains(where: \.isStored))
    return (sql, readings)
  }

  /// No statement that somebody writes is so long; those that are written to grow are stopped.
  static func checkLength(_ sql: String) throws -> String {
    guard sql.utf8.count <= 2 * SQLLimits.queryLength else {
      throw Fault(
        .usage, what: "SQL", why: "the query is too large", advice: "ask in several queries")
    }
    return sql
  }

  static func quote(_ text: String) -> String { "'\(text.doubling("'"))'" }
}

/// What a column of a result holds.
struct ResultReading {
  let kind: Kind
  /// Whether a timestamp comes as the store has it.
  let isStored: Bool
}

extension TypedQuery {
  /// Whether a column of the result is one of a table, row by row.
  fileprivate func isPlain(_ index: Int) -> Bool {
    guard !hasTies, case .select(let select) = body, !select.isDistinct, !select.isGrouped,
      select.distinctOn.isEmpty, case .column(let column) = select.items[index].form
    else { return false }
    return select.from.contains { $0.hasTable(column.source) }
  }
}

extension TypedFrom {
  fileprivate func hasTable(_ id: Int) -> Bool {
    switch self {
    case .table(let source, _, _, _): source == id
    case .join(_, let left, let right, _): left.hasTable(id) || right.hasTable(id)
    case .query, .lateral, .commonTable, .function: false
    }
  }
}
