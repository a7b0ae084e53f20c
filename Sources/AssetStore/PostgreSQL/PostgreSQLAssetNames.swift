internal import AssetLanguage
internal import Assets

/// What an expression about one asset names, on a PostgreSQL server.
struct PostgreSQLAssetNames: PostgreSQLNames {
  let scope: AssetScope
  let asset: PostgreSQLTable

  func column(_ column: Typed.Column) -> String? {
    switch scope.contents[column.index] {
    case .missing: return scope.columns[column.index].kind.isMap ? "NULL::hstore" : "NULL::text"
    case .text(let text): return PostgreSQLSpelling.literal(text)
    case .field(let name):
      let name = PostgreSQLTable.column(name)
      return name == PostgreSQLSpelling.name(column.name) ? nil : name
    }
  }

  func table(_ table: Table) -> String? { nil }

  func condition(_ map: PostgreSQLMap, contains pairs: MapLiteral) -> String? {
    guard case .field(let name) = scope.contents[map.column.index] else { return nil }
    return asset.condition(field: name, qualifier: map.qualifier, contains: pairs)
  }
}

extension PostgreSQLTable {
  /// The condition of `sql` that a map has pairs: true or false, and a comma in a value may join several.
  func condition(field: String, qualifier: String, contains pairs: MapLiteral) -> String? {
    guard type.field(named: field)?.dataType.isMap == true else { return nil }
    let terms = "coalesce(\(qualifier)\(PostgreSQLSpelling.name(termsColumn(of: field))), '{}')"
    let hasAll = { (key: String, values: [String]) in
      let list = values.map { PostgreSQLSpelling.literal(Self.term($0, of: key)) }
      return "\(terms) @> ARRAY[\(list.joined(separator: ", "))]"
    }
    let conditions = pairs.pairs.map { pair in
      guard let value = pair.value else {
        let null = PostgreSQLSpelling.literal(MapLiteral([pair]).hstoreText)
        return "coalesce(\(qualifier)\(Self.column(field)), '') @> \(null)::hstore"
      }
      let parts = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let whole = hasAll(pair.key, [value])
      return parts.count == 1 ? whole : "(\(whole) OR \(hasAll(pair.key, parts)))"
    }
    return conditions.isEmpty ? "TRUE" : "(\(conditions.joined(separator: " AND ")))"
  }
}
