internal import AssetLanguage
internal import Assets

// Queries that pick rows by their place among others.
extension SQLiteTarget {
  /// The first row of each group, in the order that was asked for.
  mutating func distinctOn(_ select: TypedSelect, query: TypedQuery) throws -> String {
    let from = try self.from(select.from)
    let keys = try select.distinctOn.map { try key($0) }.joined(separator: ", ")
    let terms = try query.order.map { self.order($0, sql: try key($0.value)) }
    let window =
      "PARTITION BY \(keys)" + (terms.isEmpty ? "" : " ORDER BY \(terms.joined(separator: ", "))")
    let rows = try numbered(
      select, from: from, order: query.order, numbers: ["row_number() OVER (\(window)) AS n"])
    return picked(rows, query: query, condition: "n = 1")
  }

  /// The rows up to the limit, and those that tie with the last of them.
  mutating func tied(_ query: TypedQuery) throws -> String {
    let terms: String
    let rows: String
    let numbers = { (terms: String) in
      ["row_number", "rank"].map { "\($0)() OVER (ORDER BY \(terms)) AS \($0)" }
    }
    if case .select(let select) = query.body, !select.isDistinct, select.distinctOn.isEmpty,
      select.groupingSets == nil
    {
      let from = try self.from(select.from)
      terms = try query.order.map { order($0, sql: try key($0.value)) }.joined(separator: ", ")
      rows = try numbered(select, from: from, order: query.order, numbers: numbers(terms))
    } else {
      let keys = try query.order.map { term in
        guard let column = term.column else { throw Self.noColumn }
        return key("c\(column)", of: term.value.kind)
      }
      terms = zip(query.order, keys).map { order($0, sql: $1) }.joined(separator: ", ")
      let columns = query.columns.indices.map { "c\($0)" }
      let ordered = keys.enumerated().map { "\($1) AS o\($0)" }
      let list = (columns + ordered + numbers(terms)).joined(separator: ", ")
      rows = "SELECT \(list) FROM (\(try self.query(query.unlimited)))"
    }
    let limit = try query.limit.map { try value($0) } ?? "NULL"
    let offset = try query.offset.map { "coalesce(\(try value($0)), 0)" } ?? "0"
    return picked(
      rows, query: query,
      condition: """
        row_number > \(offset) \
        AND (\(limit) IS NULL OR \(limit) > 0 AND rank <= \(offset) + \(limit))
        """)
  }

  static let noColumn = Fault(
    .usage, what: "SQL",
    why: "behind DISTINCT, a UNION or grouping sets only columns of the result are ordered by",
    advice: "put it in FROM: SELECT * FROM (…) AS q ORDER BY x")

  /// The rows of a SELECT, with what they are ordered by and further numbers.
  private mutating func numbered(
    _ select: TypedSelect, from: String, order: [TypedOrder], numbers: [String]
  ) throws -> String {
    let items = try select.items.enumerated().map { "\(try value($1)) AS c\($0)" }
    let keys = try order.enumerated().map { "\(try key($1.value)) AS o\($0)" }
    return "SELECT \((items + keys + numbers).joined(separator: ", "))" + from
      + (try clauses(select))
  }

  private func picked(_ rows: String, query: TypedQuery, condition: String) -> String {
    let columns = query.columns.indices.map { "c\($0)" }.joined(separator: ", ")
    let sql = "SELECT \(columns) FROM (\(rows)) WHERE \(condition)"
    guard !query.order.isEmpty else { return sql }
    let terms = query.order.enumerated().map { order($1, sql: "o\($0)") }
    return "\(sql) ORDER BY \(terms.joined(separator: ", "))"
  }
}
