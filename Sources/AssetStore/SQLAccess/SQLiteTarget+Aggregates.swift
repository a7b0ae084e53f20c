internal import AssetLanguage
internal import Assets

extension SQLiteTarget {
  mutating func aggregate(_ aggregate: TypedAggregate, of kind: Kind) throws -> String {
    try ofRows { try $0.counted(aggregate, of: kind) }
  }

  private mutating func counted(_ aggregate: TypedAggregate, of kind: Kind) throws -> String {
    var tail = ""
    let filter = try aggregate.filter.map { try value($0) }
    // SQLite 3.40 forgets the filter of the least and the greatest in a frame that moves.
    let isExtreme = aggregate.window != nil && ["min", "max"].contains(aggregate.operation)
    if let filter, !isExtreme { tail += " FILTER (WHERE \(filter))" }
    if let window = aggregate.window { tail += " OVER (\(try self.window(window)))" }
    let distinct = aggregate.isDistinct ? "DISTINCT " : ""
    let call = { (name: String, arguments: String) in "\(name)(\(distinct)\(arguments))\(tail)" }
    guard let first = aggregate.arguments.first else {
      return call(aggregate.operation, aggregate.operation == "count" ? "*" : "")
    }
    var argument = try value(first)
    if let filter, isExtreme { argument = "CASE WHEN \(filter) THEN \(argument) END" }
    let array = { (json: String) in call("json_group_array", json) }
    let sql: String
    switch aggregate.operation {
    case "count": sql = call("count", key(argument, of: first.kind))
    case "sum", "total", "avg": sql = call(aggregate.operation, argument)
    case "sum_bigint": sql = "numeric(\(call("sum", argument)))"
    case "sum_numeric": sql = "numeric_sum(\(array(argument)))"
    case "sum_interval": sql = "interval_sum(\(array(argument)))"
    case "avg_interval":
      let count = "CAST(\(call("count", argument)) AS REAL)"
      sql = "interval_divide(interval_sum(\(array(argument))), nullif(\(count), 0.0))"
    case "avg_whole":
      sql = "numeric_divide(numeric(\(call("sum", argument))), numeric(\(call("count", argument))))"
    case "avg_numeric":
      sql = "numeric_divide(numeric_sum(\(array(argument))), numeric(\(call("count", argument))))"
    case "min", "max": sql = try extreme(aggregate, argument: argument, call: call)
    case "string_agg": sql = try joined(aggregate, argument: argument, tail: tail, call: call)
    case "array_agg": sql = "nullif(\(try collected(aggregate, tail: tail, array: array)), '[]')"
    case "json_agg":
      let all = shown(try collected(aggregate, tail: tail, array: array), of: .array(first.kind))
      sql = "nullif(\(all), '[]')"
    case "json_group_array":
      sql = shown(try collected(aggregate, tail: tail, array: array), of: .array(first.kind))
    case "json_object_agg":
      let member = try json(aggregate.arguments[1])
      sql = "nullif(\(call("json_group_object", "\(argument), \(member)")), '{}')"
    case "percentile_disc", "percentile_cont":
      sql = try percentile(aggregate, fraction: argument, array: array)
    case "mode": sql = member("mode_of(\(array(cell(argument, of: first.kind))))", of: kind)
    case let name where name.hasSuffix("_numeric"):
      sql = "\(name.dropLast("_numeric".count))_of(\(array(argument)))"
    case "stddev", "stddev_pop", "variance", "var_pop":
      sql = "float_\(aggregate.operation)_of(\(array(cell(argument, of: first.kind))))"
    default:
      let arguments = try aggregate.arguments.map { try value($0) }
      sql = call(aggregate.operation, arguments.joined(separator: ", "))
    }
    return try Self.checkLength(sql)
  }

  private func extreme(
    _ aggregate: TypedAggregate, argument: String, call: (String, String) -> String
  ) throws -> String {
    let kind = aggregate.arguments[0].kind
    guard kind == .interval || kind.element != nil else {
      return call(aggregate.operation, argument)
    }
    let family = kind == .interval ? "interval" : "array"
    return "\(family)_\(aggregate.operation)(\(call("json_group_array", cell(argument, of: kind))))"
  }

  /// The members in the order that was asked for.
  private mutating func collected(
    _ aggregate: TypedAggregate, tail: String, array: (String) -> String
  ) throws -> String {
    let member = try cell(aggregate.arguments[0])
    if aggregate.isDistinct {
      // PostgreSQL sorts to find what is there twice, and leaves it so.
      let order = aggregate.order.isEmpty ? "al" : Self.spell(aggregate.order)
      return "sorted_members(\(array(member)), '\(order)')"
    }
    guard !aggregate.order.isEmpty else { return array(member) }
    let rows = "json_array(\(([member] + (try keys(aggregate.order))).joined(separator: ", ")))"
    return "sorted_rows(json_group_array(\(rows))\(tail), '\(Self.spell(aggregate.order))')"
  }

  private mutating func joined(
    _ aggregate: TypedAggregate, argument: String, tail: String,
    call: (String, String) -> String
  ) throws -> String {
    let separator = try aggregate.arguments.dropFirst().first.map { try value($0) }
    guard aggregate.isDistinct || !aggregate.order.isEmpty else {
      return call("group_concat", argument + (separator.map { ", \($0)" } ?? ""))
    }
    if let text = aggregate.arguments.dropFirst().first, !text.isConstant {
      throw Fault(
        .usage, what: "SQL", why: "with an order or DISTINCT, the separator is a constant",
        advice: "write string_agg(x, ',' ORDER BY x)")
    }
    let members = try collected(aggregate, tail: tail) { call("json_group_array", $0) }
    return "joined_members(\(members), \(separator ?? "','"))"
  }

  private mutating func percentile(
    _ aggregate: TypedAggregate, fraction: String, array: (String) -> String
  ) throws -> String {
    let value = aggregate.arguments[1]
    let direction = aggregate.order.first?.isDescending == true ? ", 'desc'" : ""
    let members = array(try cell(value))
    return member("\(aggregate.operation)(\(fraction), \(members)\(direction))", of: value.kind)
  }

  private mutating func keys(_ order: [TypedOrder]) throws -> [String] {
    try order.map { term in
      let sql = try key(term.value)
      return term.value.kind == .float ? "json(float_text(\(sql)))" : sql
    }
  }

  /// For each key a letter for its direction and one for where NULL is.
  private static func spell(_ order: [TypedOrder]) -> String {
    order.map { ($0.isDescending ? "d" : "a") + ($0.nullsFirst ? "f" : "l") }.joined()
  }

  mutating func window(_ window: TypedWindow) throws -> String {
    var parts: [String] = []
    if !window.partition.isEmpty {
      let keys = try window.partition.map { try key($0) }
      parts.append("PARTITION BY \(keys.joined(separator: ", "))")
    }
    if !window.order.isEmpty {
      let terms = try window.order.map { order($0, sql: try key($0.value)) }
      parts.append("ORDER BY \(terms.joined(separator: ", "))")
    }
    if let frame = window.frame {
      let start = try bound(frame.start)
      let unit = frame.unit.uppercased()
      parts.append(
        try frame.end.map { "\(unit) BETWEEN \(start) AND \(try bound($0))" } ?? "\(unit) \(start)")
      if let exclusion = frame.exclusion { parts.append("EXCLUDE \(exclusion.uppercased())") }
    }
    return parts.joined(separator: " ")
  }

  private mutating func bound(_ bound: TypedWindow.Frame.Bound) throws -> String {
    switch bound {
    case .unboundedPreceding: "UNBOUNDED PRECEDING"
    case .preceding(let count): "\(try value(count)) PRECEDING"
    case .current: "CURRENT ROW"
    case .following(let count): "\(try value(count)) FOLLOWING"
    case .unboundedFollowing: "UNBOUNDED FOLLOWING"
    }
  }

  func order(_ term: TypedOrder, sql: String) -> String {
    "\(sql)\(term.isDescending ? " DESC" : "") NULLS \(term.nullsFirst ? "FIRST" : "LAST")"
  }
}
