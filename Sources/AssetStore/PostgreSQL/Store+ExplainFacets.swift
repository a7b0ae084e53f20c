package import Assets

extension Store {
  /// The counts of values in PostgreSQL's SQL, a statement for each facet, for a database to which the store was
  /// exported.
  ///
  /// - Throws: as the query itself; `usage` for what only this store can answer.
  package func explainPostgreSQL(
    facetsOf paths: [FieldPath], matching query: Query
  ) throws -> String {
    var query = query
    (query.fields, query.sort) = (paths, [])
    let selects = try selects(query)
    let none = "SELECT NULL AS \(PostgreSQLSelect.value) WHERE FALSE"
    return try paths.enumerated().map { index, path in
      let values = try selects.map { try $0.values(at: index) }
      let title = PostgreSQLSpelling.literal((selects.first?.shown[index] ?? path).description)
      return """
        SELECT \(title) AS facet, \
        \(PostgreSQLSelect.value) AS value, count(*) AS count
        FROM (
        \((values.isEmpty ? [none] : values).joined(separator: "\nUNION ALL\n"))
        ) AS assets
        GROUP BY \(PostgreSQLSelect.value)
        ORDER BY count DESC, value NULLS FIRST\(PostgreSQLSelect.limit(query))
        """
    }.joined(separator: ";\n")
  }
}

extension PostgreSQLTable {
  /// What to select for the values of a key, or for the keys.
  func values(ofMap field: String, key: String?) -> String {
    guard let key else { return "skeys(asset.\(Self.column(field)))" }
    let start = Self.term("", of: key)
    return """
      substr(term, \(start.unicodeScalars.count + 1)) \
      FROM unnest(asset.\(PostgreSQLSpelling.name(termsColumn(of: field)))) AS term \
      WHERE starts_with(term, \(PostgreSQLSpelling.literal(start)))
      """
  }
}
