public import AssetJSON
internal import AssetOutput
public import Assets

extension Store {
  /// Lends each asset that the query finds, whole, in the query's order within each type, all as they are at one moment
  /// for each type.
  ///
  /// - Throws: `missing` for a type that isn't there, `usage` for a field that isn't; what the body throws.
  public func forEachAsset(_ query: Query = Query(), body: (Asset) throws -> Void) throws {
    var left = query.limit
    for type in try types(asked: query.types) where left != 0 {
      var query = query
      query.limit = left
      let count = try collect(query, of: type, body: body).count
      left = left.map { $0 - count }
    }
  }

  /// The assets that the query finds, fetched page by page while they are iterated: a writer may come in between two
  /// pages, and no asset is given twice.
  public func assets(_ query: Query = Query()) -> AssetSequence {
    AssetSequence(store: self, query: query)
  }

  /// Counts the values that the assets of a query have, the most frequent first. What has none is counted under null.
  ///
  /// - Parameters:
  ///   - path: a field, a key of a map (`tags.env`), a map (its keys), an expression, or `_type`.
  ///   - query: which assets.
  public func facets(of path: String, matching query: Query = Query()) throws -> [Facet] {
    var facets: [Facet] = []
    try withoutActuallyEscaping(
      { (row: [JSONValue]) in facets.append(Facet(value: row[1], count: row[2].integer ?? 0)) }
    ) { add in
      var collector = RowCollector { _, row in add(row) }
      _ = try self.facets(of: [FieldPath(asking: path)], matching: query, into: &collector)
    }
    return facets
  }

  /// Answers a SELECT in PostgreSQL's SQL, in which a type is a table under its name. It can't change anything.
  ///
  /// - Throws: `usage`, with the place, for what is no query; `guarded` for what is beyond its limits.
  public func sql(_ text: String, parameters: [String: String] = [:]) throws -> SQLResult {
    var result = SQLResult(columns: [], rows: [])
    try withoutActuallyEscaping(
      { (row: [JSONValue]) in result.rows.append(row) }
    ) { add in
      var collector = RowCollector { _, row in add(row) }
      _ = try self.sql(SQLQuery(text, parameters: parameters), into: &collector)
      result.columns = collector.columns.map(\.name)
    }
    return result
  }
}

/// A value, and how many assets have it.
public struct Facet: Hashable, Sendable {
  /// Null for the assets that have none.
  public let value: JSONValue
  /// How many assets have it.
  public let count: Int
}

/// What a query in SQL gives.
public struct SQLResult: Hashable, Sendable {
  /// The names of the columns, each once.
  public internal(set) var columns: [String]
  /// The rows, each with a value for each column.
  public internal(set) var rows: [[JSONValue]]
}

extension Store {
  /// The types that a query asks.
  func types(asked selection: TypeSelection) throws -> [AssetType] {
    try reading { try TypeRegistry.asked(selection, on: $0) }
  }

  /// Lends the assets of one type, whole, behind a cursor.
  func collect(
    _ query: Query, of type: AssetType, after cursor: Cursor? = nil, body: (Asset) throws -> Void
  ) throws -> QueryOutcome {
    var query = query
    (query.types, query.fields) = (.one(type.name), nil)
    return try withoutActuallyEscaping(body) { body in
      var collector = RowCollector { columns, row in try body(Asset(type, row: zip(columns, row))) }
      return try self.query(query, after: cursor, into: &collector)
    }
  }
}

extension Asset {
  fileprivate init(_ type: AssetType, row: some Sequence<(ResultColumn, JSONValue)>) {
    let fields = row.compactMap { column, value in
      column.isOmittedWhenNull && value == .null ? nil : JSONValue.Member(column.name, value: value)
    }
    let text = { (name: String?) in fields.first { $0.name == name }?.value.string }
    self.init(
      type: type.name.description, key: text(Field.keyName) ?? "", account: text(type.accountField),
      fields: fields)
  }
}
