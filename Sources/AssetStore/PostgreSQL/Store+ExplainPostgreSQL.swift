package import Assets
internal import AssetSQLite

extension Store {
  /// The query in PostgreSQL's SQL, for a database to which the store was exported.
  ///
  /// - Parameter counts: whether to count the assets instead of showing them.
  /// - Throws: as the query itself; `usage` for what only this store can answer.
  package func explainPostgreSQL(_ query: Query, counts: Bool = false) throws -> String {
    let isOne = if case .one = query.types { true } else { false }
    let selects = try selects(query)
    guard !selects.isEmpty else { return "SELECT NULL WHERE FALSE" }
    if counts {
      let parts = selects.map(\.count)
      return isOne
        ? parts[0]
        : "SELECT sum(n) FROM (\n\(parts.joined(separator: "\nUNION ALL\n"))\n) AS counts"
    }
    let rows = try selects.map { try $0.rows() }.joined(separator: "\nUNION ALL\n")
    guard !query.sort.isEmpty else { return rows + PostgreSQLSelect.limit(query) }
    return "SELECT \(selects[0].titles)\nFROM (\n\(rows)\n) AS assets"
      + PostgreSQLSelect.order(query)
      + PostgreSQLSelect.limit(query)
  }

  /// What a query asks of each type.
  func selects(_ query: Query) throws -> [PostgreSQLSelect] {
    guard query.asOf == nil, query.notSeenSince == nil else {
      throw Fault(
        .usage, what: "query", why: "what is printed asks neither the past nor what was seen",
        advice: "leave out --as-of and --not-seen-since")
    }
    let types = try reading { try TypeRegistry.asked(query.types, on: $0) }
    let isOne = if case .one = query.types { true } else { false }
    return try types.map { try PostgreSQLSelect($0, query: query, isAcross: !isOne) }
  }
}
