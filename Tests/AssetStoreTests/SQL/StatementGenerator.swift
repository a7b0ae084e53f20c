import TestSupport

/// Writes statements about widgets and events: joins, subqueries, groups, windows and set operations, with kinds mixed
/// on purpose now and then. Each column of a result is called c0, c1 and so on.
struct StatementGenerator {
  var random: SeededGenerator
  private var alias = ""

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func statement() -> String {
    alias = ""
    let kind = pick(Self.kinds)
    switch Int.random(in: 0..<13, using: &random) {
    case 0, 1, 2:
      return "SELECT _key AS c0, \(value(kind, 3)) AS c1 FROM zeta.widget WHERE \(value("bool", 2))"
    case 3:
      let key = value(pick(["text", "bool", "ts"]), 1)
      return
        "SELECT \(key) AS c0, count(*) AS c1, \(aggregate())(\(value("bigint", 2))) AS c2 FROM zeta.widget GROUP BY \(pick(["1", key]))"
    case 4:
      return
        "SELECT \(aggregate())(\(value(kind, 2))) AS c0, count(DISTINCT \(value(kind, 1))) AS c1 FROM zeta.widget"
    case 5:
      return
        "SELECT account_id AS c0, \(value(kind, 1)) AS c1, count(*) AS c2 FROM zeta.widget GROUP BY account_id"
    case 6:
      alias = "w."
      return
        "SELECT w._key AS c0, e._key AS c1 FROM zeta.widget w \(pick(["", "LEFT ", "FULL "]))JOIN zeta.event e ON \(pick(["w.account_id = e.account_id", "w.created = e.created"])) AND e.kind = \(pick(["'stop'", "'start'"]))"
    case 7:
      return
        "SELECT \(value(kind, 2)) AS c0 FROM zeta.widget \(pick(["UNION", "UNION ALL", "INTERSECT", "EXCEPT", "EXCEPT ALL"])) SELECT \(value(kind, 2)) FROM zeta.widget"
    case 8:
      return
        "SELECT x AS c0, count(*) AS c1 FROM (SELECT \(value(kind, 2)) AS x FROM zeta.widget) q WHERE x \(comparison()) \(literal(kind)) GROUP BY x"
    case 9:
      return
        "WITH q(x) AS (SELECT \(value(kind, 2)) FROM zeta.widget) SELECT max(x) AS c0, count(x) AS c1 FROM q"
    case 10:
      return
        "SELECT _key AS c0 FROM zeta.widget WHERE \(value(kind, 2)) \(pick(["IN", "NOT IN", "= ANY", "> ALL"])) (SELECT \(value(kind, 1)) FROM zeta.widget WHERE \(value("bool", 1)))"
    case 11:
      return
        "SELECT _key AS c0, \(pick(["sum", "count", "max", "avg"]))(\(value("bigint", 1))) OVER (PARTITION BY \(value("text", 1)) ORDER BY _key) AS c1 FROM zeta.widget"
    default:
      return
        "SELECT \(value("text", 1)) AS c0, count(*) AS c1 FROM zeta.widget GROUP BY c0 HAVING \(pick(["count(*) > 1", "max(size) > \(literal("bigint"))", "bool_or(enabled)", value("bool", 1)]))"
    }
  }

  private static let kinds = [
    "text", "int", "bigint", "numeric", "float", "bool", "ts", "interval",
  ]

  mutating func value(_ asked: String, _ depth: Int) -> String {
    let kind = chance(33) ? pick(Self.kinds) : asked
    if chance(20) { return literal(kind) }
    if chance(25) { return "NULL" }
    guard depth > 0 else { return column(kind) ?? literal(kind) }
    return switch kind {
    case "text": text(depth - 1)
    case "int": int(depth - 1)
    case "bigint": bigint(depth - 1)
    case "numeric": numeric(depth - 1)
    case "float": float(depth - 1)
    case "ts": moment(depth - 1)
    case "interval":
      pick(["\(alias)seen - \(alias)created", literal("interval"), "\(literal("interval")) * 2"])
    default: truth(depth - 1)
    }
  }

  private mutating func text(_ depth: Int) -> String {
    pick([
      column("text") ?? "",
      "\(value("text", depth)) || \(value(pick(["text", "bigint", "bool"]), depth))",
      "\(pick(["lower", "upper", "reverse", "trim"]))(\(value("text", depth)))",
      "coalesce(\(value("text", depth)), \(value("text", depth)))",
      "CASE WHEN \(value("bool", depth)) THEN \(value("text", depth)) ELSE \(value("text", depth)) END",
      "substr(\(value("text", depth)), \(literal("int")), \(pick(["1", "2", "3"])))",
      "(\(value(pick(["bigint", "bool", "float"]), depth)))::text",
      "nullif(\(value("text", depth)), \(value("text", depth)))",
      "left(\(value("text", depth)), 2)",
    ])
  }

  private mutating func int(_ depth: Int) -> String {
    pick([
      "length(\(value("text", depth)))",
      "\(value("int", depth)) \(pick(["+", "-", "*"])) \(value("int", depth))",
      "cardinality(\(alias)names)",
      "(\(value("int", depth)) \(pick(["/", "%"])) \(pick(["2", "7"])))",
      "strpos(\(value("text", depth)), 'o')", literal("int"),
    ])
  }

  private mutating func bigint(_ depth: Int) -> String {
    pick([
      "\(alias)size",
      "\(value("bigint", depth)) \(pick(["+", "-", "*"])) \(value(pick(["bigint", "int"]), depth))",
      "abs(\(value("bigint", depth)))",
      "greatest(\(value("bigint", depth)), \(value("bigint", depth)))",
      "coalesce(\(value("bigint", depth)), \(value("int", depth)))",
      "(\(value("bigint", depth)) / 3)",
    ])
  }

  private mutating func numeric(_ depth: Int) -> String {
    pick([
      "\(value("numeric", depth)) \(pick(["+", "-", "*"])) \(value(pick(["numeric", "bigint"]), depth))",
      "(\(value("bigint", depth)))::numeric / \(pick(["3", "7", "2.5"]))",
      "round(\(value("numeric", depth)), 1)",
      "least(\(value("numeric", depth)), \(value("bigint", depth)))",
      "EXTRACT(\(pick(["year", "month", "epoch"])) FROM \(alias)created)",
      "\(pick(["ceil", "floor", "trunc", "abs"]))(\(value("numeric", depth)))", literal("numeric"),
    ])
  }

  private mutating func float(_ depth: Int) -> String {
    pick([
      "\(alias)ratio",
      "\(value("float", depth)) \(pick(["+", "-", "*"])) \(value(pick(["float", "bigint"]), depth))",
      "sqrt(\(alias)size)", "round(\(alias)ratio)", "(\(value("bigint", depth)))::float8",
    ])
  }

  private mutating func moment(_ depth: Int) -> String {
    pick([
      "\(alias)created", "\(alias)seen", "\(alias)seen \(pick(["+", "-"])) \(literal("interval"))",
      "date_trunc('\(pick(["day", "month", "hour"]))', \(alias)created)",
      "greatest(\(alias)created, \(value("ts", depth)))",
      "coalesce(\(alias)seen, \(value("ts", depth)))",
    ])
  }

  private mutating func truth(_ depth: Int) -> String {
    let kind = pick(["text", "bigint", "float", "numeric", "ts", "bool", "interval"])
    let not = pick(["", "NOT "])
    return pick([
      "\(value(kind, depth)) \(comparison()) \(value(kind, depth))",
      "\(value(kind, depth)) \(comparison()) \(literal(kind))",
      "\(value("bool", depth)) \(pick(["AND", "OR"])) \(value("bool", depth))",
      "NOT \(value("bool", depth))",
      "\(value("text", depth)) \(not)IN (\(value("text", depth)), \(value("text", depth)))",
      "\(value("bigint", depth)) \(not)IN (5, '20', NULL)",
      "\(value("text", depth)) \(pick(["LIKE", "NOT LIKE", "ILIKE", "~", "!~"])) \(pick(["'o%'", "'^o'", "'_k'"]))",
      "\(value(kind, depth)) \(not)BETWEEN \(literal(kind)) AND \(literal(kind))",
      "\(value(kind, depth)) IS \(not)NULL",
      "(\(value("bool", depth))) IS \(not)\(pick(["TRUE", "FALSE", "UNKNOWN"]))",
      "\(value(kind, depth)) IS \(not)DISTINCT FROM \(value(kind, depth))",
      "\(value("text", depth)) = \(pick(["ANY", "ALL"])) (\(alias)names)",
      "\(value("bigint", depth)) \(comparison()) \(pick(["ANY", "ALL"])) (ARRAY[5, 20])",
    ])
  }

  private mutating func column(_ kind: String) -> String? {
    switch kind {
    case "text": alias + pick(["_key", "account_id", "status", "tags->'env'", "tags->'n'"])
    case "bigint": "\(alias)size"
    case "float": "\(alias)ratio"
    case "bool": "\(alias)enabled"
    case "ts": alias + pick(["created", "seen"])
    default: nil
    }
  }

  private mutating func literal(_ kind: String) -> String {
    switch kind {
    case "text": pick(["'ok'", "'prod'", "'5'", "''"])
    case "int": pick(["1", "2", "'3'", "10", "0"])
    case "bigint": pick(["5", "20", "'20'", "100", "-1"])
    case "numeric": pick(["1.5", "0.3", "2.0", "'2.5'"])
    case "float": pick(["0.3", "2.5", "'0.3'", "1"])
    case "bool": pick(["true", "false", "'true'", "'f'"])
    case "ts": pick(["'2024-01-01'", "TIMESTAMP '2024-05-01 12:00'", "'2024-01-01T00:00:00.5Z'"])
    default: pick(["INTERVAL '1 day'", "INTERVAL '2 hours'", "INTERVAL '1 month'"])
    }
  }

  private mutating func comparison() -> String { pick(["=", "<>", "<", "<=", ">", ">="]) }
  private mutating func aggregate() -> String { pick(["sum", "avg", "min", "max", "count"]) }
  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}
