extension Analyzer {
  static let noName = "?column?"

  /// PostgreSQL's name of a column that is given none.
  static func name(of syntax: Syntax) -> String {
    switch syntax.form {
    case .name(let names): names.last?.folded ?? noName
    case .call(let call): call.name.folded
    case .cast(let value, let type): strongName(of: value) ?? name(of: type)
    case .typed(let type, _): name(of: type)
    case .caseOf(_, _, let last): last.flatMap(strongName) ?? "case"
    case .exists: "exists"
    case .array, .arrayQuery: "array"
    case .row: "row"
    case .element(let value, _), .slice(let value, _, _): name(of: value)
    case .atTimeZone: "timezone"
    case .subquery(let query): name(ofFirst: query)
    case .bool: "bool"
    default: noName
    }
  }

  /// Of what has a name of its own, and not only that of its kind.
  private static func strongName(of syntax: Syntax) -> String? {
    switch syntax.form {
    case .name, .call, .exists, .atTimeZone, .array, .arrayQuery, .row: name(of: syntax)
    case .element(let value, _), .slice(let value, _, _): strongName(of: value)
    case .subquery(let query): name(ofFirst: query)
    default: nil
    }
  }

  private static func name(ofFirst query: QuerySyntax) -> String {
    switch query.body {
    case .select(let select):
      select.items.first.map { $0.alias?.spelling ?? name(of: $0.value) } ?? noName
    case .values: "column1"
    case .set(_, _, let left, _): name(ofFirst: left)
    }
  }

  /// As PostgreSQL calls it within.
  private static func name(of type: TypeName) -> String {
    guard let kind = Kind.named[type.name] else { return type.name }
    return switch (kind, type.name) {
    case (.int, "smallint"), (.int, "int2"): "int2"
    case (.int, _): "int4"
    case (.bigint, _): "int8"
    case (.float, "real"), (.float, "float4"): "float4"
    case (.float, _): "float8"
    case (.bool, _): "bool"
    case (.numeric, _): "numeric"
    case (.text, "varchar"), (.text, "string"): "varchar"
    case (.text, "char"), (.text, "character"): "bpchar"
    default: type.name
    }
  }
}
