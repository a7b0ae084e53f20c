internal import AssetLanguage
package import Assets
internal import AssetSQLite

extension Store {
  /// The query in PostgreSQL's SQL, for a database to which the store was exported.
  ///
  /// - Parameter counts: whether to count the assets instead of showing them.
  /// - Throws: as the query itself; `usage` for what only this store can answer.
  package func explainPostgreSQL(_ query: Query, counts: Bool = false) throws -> String {
    guard query.asOf == nil, query.notSeenSince == nil else {
      throw Fault(
        .usage, what: "query", why: "what is printed asks neither the past nor what was seen",
        advice: "leave out --as-of and --not-seen-since")
    }
    let types = try reading { try TypeRegistry.asked(query.types, on: $0) }
    let isOne = if case .one = query.types { true } else { false }
    let selects = try types.map { try PostgreSQLSelect($0, query: query, isAcross: !isOne) }
    guard !selects.isEmpty else { return "SELECT NULL WHERE FALSE" }
    if counts {
      let parts = selects.map(\.count)
      return isOne
        ? parts[0]
        : "SELECT sum(n) FROM (\n\(parts.joined(separator: "\nUNION ALL\n"))\n) AS counts"
    }
    let rows = selects.map(\.rows).joined(separator: "\nUNION ALL\n")
    guard !query.sort.isEmpty else { return rows + PostgreSQLSelect.limit(query) }
    return "SELECT \(selects[0].titles)\nFROM (\n\(rows)\n) AS assets"
      + PostgreSQLSelect.order(query)
      + PostgreSQLSelect.limit(query)
  }
}

/// What a query asks of one type.
struct PostgreSQLSelect {
  /// The names of what is shown.
  let titles: String
  private let items: [String]
  private let rest: String

  init(_ type: AssetType, query: Query, isAcross: Bool) throws {
    let checker = isAcross ? ExpressionChecker(acrossTypes: type) : ExpressionChecker(type)
    let target = PostgreSQLCondition(table: PostgreSQLTable(type))
    let condition = try target.compile(checker.check(query.expression))
    let whole = isAcross ? ["_type", Field.keyName, "account_id", "tags"] : type.fields.map(\.name)
    let shown = query.fields ?? whole.map { FieldPath(field: $0) }
    let sort = query.sort.map(\.path)
    let scope = AssetScope(type, isAcross: isAcross)
    titles = shown.map(Self.title).joined(separator: ", ")
    items =
      try shown.map { try target.cell($0, scope: scope, isText: false) + " AS " + Self.title($0) }
      + sort.enumerated().map {
        try target.cell($1, scope: scope, isText: true) + " AS \"sort \($0 + 1)\""
      }
    let known = query.tagsAreKnown.map { areKnown in
      "\(areKnown ? "NOT " : "")EXISTS (SELECT FROM \(PostgreSQLRecords.unknownTags.name) AS unknown "
        + "WHERE unknown._id = asset._id) AND "
    }
    rest = "FROM \(target.table.name) AS asset\nWHERE \(known ?? "")\(condition)"
  }

  private static func title(_ path: FieldPath) -> String {
    PostgreSQLSpelling.name(path.description)
  }

  var rows: String { "SELECT \(items.joined(separator: ", "))\n\(rest)" }

  var count: String { "SELECT count(*) AS n\n\(rest)" }

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
