internal import AssetLanguage
internal import Assets

/// What a query asks of one type.
struct PostgreSQLSelect {
  private let target: PostgreSQLCondition
  private let scope: AssetScope
  private let condition: String
  /// What is shown, by the names that the type has for it.
  let shown: [FieldPath]
  private let sort: [FieldPath]

  init(_ type: AssetType, query: Query, isAcross: Bool) throws {
    let checker = isAcross ? ExpressionChecker(acrossTypes: type) : ExpressionChecker(type)
    target = PostgreSQLCondition(table: PostgreSQLTable(type))
    scope = AssetScope(type, isAcross: isAcross)
    let known = query.tagsAreKnown.map { areKnown in
      "\(areKnown ? "NOT " : "")EXISTS (SELECT FROM \(PostgreSQLRecords.unknownTags.name) AS unknown "
        + "WHERE unknown._id = asset._id) AND "
    }
    condition = try (known ?? "") + target.compile(checker.check(query.expression))
    let whole = isAcross ? ["_type", Field.keyName, "account_id", "tags"] : type.fields.map(\.name)
    let query = QueryPlan.spelled(query, of: isAcross ? nil : type)
    shown = query.fields ?? whole.map { FieldPath(field: $0) }
    sort = query.sort.map(\.path)
  }

  /// The names of what is shown.
  var titles: String { shown.map(Self.title).joined(separator: ", ") }

  private var source: String { "FROM \(target.table.name) AS asset" }

  private static func title(_ path: FieldPath) -> String {
    PostgreSQLSpelling.name(path.description)
  }

  func rows() throws -> String {
    let items =
      try shown.map { try target.cell($0, scope: scope, isText: false) + " AS " + Self.title($0) }
      + sort.enumerated().map {
        try target.cell($1, scope: scope, isText: true) + " AS \"sort \($0 + 1)\""
      }
    return "SELECT \(items.joined(separator: ", "))\n\(source)\nWHERE \(condition)"
  }

  var count: String { "SELECT count(*) AS n\n\(source)\nWHERE \(condition)" }

  /// The values of what is shown at a place, a row each: of a map its keys, and NULL of an asset without any.
  func values(at index: Int) throws -> String {
    let path = shown[index]
    let field = target.table.type.field(named: path.field)
    guard field?.dataType.isMap == true else {
      let value = try target.cell(path, scope: scope, isText: false)
      return "SELECT \(value)::text AS \(Self.value)\n\(source)\nWHERE \(condition)"
    }
    let values = target.table.values(ofMap: path.field, key: path.key)
    return """
      SELECT \(Self.value)
      \(source) LEFT JOIN LATERAL (SELECT \(values)) AS found(\(Self.value)) ON TRUE
      WHERE \(condition)
      """
  }

  // No field has such a name.
  static let value = "\"facet value\""

  /// Missing values come last.
  static func order(_ query: Query) -> String {
    let terms = query.sort.enumerated().map {
      "\"sort \($0 + 1)\"\($1.descending ? " DESC" : "") NULLS LAST"
    }
    return "\nORDER BY " + terms.joined(separator: ", ")
  }

  static func limit(_ query: Query) -> String { query.limit.map { "\nLIMIT \($0)" } ?? "" }
}

extension PostgreSQLCondition {
  /// What a path stands for.
  ///
  /// - Parameter isText: whether text is to sort byte by byte.
  fileprivate func cell(_ path: FieldPath, scope: AssetScope, isText: Bool) throws -> String {
    let collation = { (kind: Kind) in isText && kind == .text ? " COLLATE \"C\"" : "" }
    let asked: String
    if path.isExpression {
      asked = path.field
    } else if let key = path.key {
      let isMap =
        table.type.field(named: path.field).map { $0.dataType.isMap } ?? (path.field == "tags")
      let steps = key.split(separator: ".", omittingEmptySubsequences: false)
        .map { PostgreSQLSpelling.literal(String($0)) }.joined(separator: ", ")
      asked =
        PostgreSQLSpelling.name(path.field)
        + (isMap ? " -> \(PostgreSQLSpelling.literal(key))" : " #>> ARRAY[\(steps)]")
    } else {
      asked = PostgreSQLSpelling.name(path.field)
    }
    let value = try scope.value(asked)
    var text = try PostgreSQLText(asked, names: PostgreSQLAssetNames(scope: scope, asset: table))
    text.edit(value)
    return "(\(text.whole))\(collation(value.kind))"
  }
}
