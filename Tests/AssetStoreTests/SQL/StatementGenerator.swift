import TestSupport

/// Writes statements about widgets and events: joins, subqueries, groups, windows and set operations, with kinds mixed
/// on purpose now and then. Each column of a result is called c0, c1 and so on.
struct StatementGenerator {
  enum Kind: CaseIterable {
    case text, int, bigint, numeric, float, bool, ts, date, interval, map, json, texts, ints
  }

  var random: SeededGenerator
  /// The columns that what is being written can name, each with what stands before it.
  var columns: [Kind: [String]] = [:]
  /// What tells the rows of the first table apart.
  private var key = "_key"

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func statement() -> String {
    let from = self.from()
    let rest = " FROM \(from)\(roll(2) == 0 ? " WHERE \(value(.bool, 2))" : "")"
    switch roll(12) {
    case 0, 1, 2: return "SELECT \(anything(3)) AS c0, \(anything(2)) AS c1\(rest)"
    case 3: return "SELECT \(aggregate(2)) AS c0, \(aggregate(2)) AS c1\(rest)"
    case 4, 5: return grouped(rest)
    case 6:
      let (one, other) = (value(.text, 1), value(pick([.text, .bool]), 1))
      let sets = "\(pick(["ROLLUP", "CUBE"])) (\(one), \(other))"
      return
        "SELECT \(one) AS c0, \(other) AS c1, \(aggregate(1)) AS c2\(rest) GROUP BY \(sets)"
    case 7: return "SELECT \(window(1)) AS c0, \(window(1)) AS c1\(rest)"
    case 8:
      let kind = pick(Kind.allCases)
      let left = "SELECT \(value(kind, 2)) AS c0\(rest)"
      let sign = pick(["UNION", "UNION ALL", "INTERSECT", "EXCEPT", "EXCEPT ALL", "INTERSECT ALL"])
      let other = self.from()
      return "\(left) \(sign) SELECT \(value(kind, 2)) FROM \(other)"
    case 9:
      let query = "SELECT \(value(pick(Self.plain), 2))\(rest)"
      return
        "WITH q(x) AS (\(query)) SELECT x AS c0, count(*) AS c1, (SELECT count(*) FROM q b WHERE b.x = q.x) AS c2 FROM q GROUP BY x"
    case 10: return "SELECT DISTINCT \(value(pick(Self.plain), 2)) AS c0\(rest)"
    default:
      let order = pick(["", " DESC", " NULLS FIRST", " DESC NULLS LAST"])
      let limit = pick(["LIMIT 2", "LIMIT 3 OFFSET 1", "FETCH FIRST 2 ROWS WITH TIES"])
      return
        "SELECT \(value(pick(Self.plain), 2)) AS c0\(rest) ORDER BY 1\(order), \(key) \(limit)"
    }
  }

  static let plain: [Kind] = [.text, .bigint, .ts, .numeric, .bool, .interval]

  private mutating func grouped(_ rest: String) -> String {
    let term = value(pick([.text, .bool, .ts, .bigint, .numeric, .interval, .date, .texts]), 1)
    let having =
      switch roll(6) {
      case 0: " HAVING count(*) > 1"
      case 1: " HAVING \(aggregate(1)) IS NOT NULL"
      default: ""
      }
    let columns = "\(term) AS c0, \(aggregate(2)) AS c1, \(aggregate(1)) AS c2"
    return "SELECT \(columns)\(rest) GROUP BY \(pick(["1", term]))\(having)"
  }

  private static let widgets: [Kind: [String]] = [
    .text: ["_key", "account_id", "status"], .bigint: ["size", "_id"], .float: ["ratio"],
    .bool: ["enabled"], .ts: ["created", "seen"], .map: ["tags"], .json: ["config"],
    .texts: ["names"], .ints: ["ports"],
  ]
  private static let events: [Kind: [String]] = [
    .text: ["_key", "account_id", "kind"], .ts: ["created"], .bigint: ["_id"],
  ]

  private static func qualified(
    _ columns: [Kind: [String]], by name: String
  ) -> [Kind: [String]] {
    columns.mapValues { $0.map { "\(name).\($0)" } }
  }

  private static let both = qualified(widgets, by: "w").merging(qualified(events, by: "e")) {
    $0 + $1
  }

  /// What stands behind FROM.
  private mutating func from() -> String {
    (columns, key) = (Self.widgets, "_key")
    switch roll(9) {
    case 0:
      (columns, key) = (Self.both, "w._key, e._key")
      let sign = pick(["", "LEFT ", "RIGHT ", "FULL "])
      let condition = pick([
        "w.account_id = e.account_id", "w.created = e.created",
        "w.account_id = e.account_id AND e.kind = 'stop'",
      ])
      return "zeta.widget w \(sign)JOIN zeta.event e ON \(condition)"
    case 1:
      (columns, key) = (Self.both, "w._key, e._key")
      let names = pick(["account_id", "created", "account_id, created"])
      return "zeta.widget w \(pick(["", "LEFT "]))JOIN zeta.event e USING (\(names))"
    case 2:
      (columns, key) = (Self.qualified(Self.widgets, by: "w"), "w._key")
      let kind = pick(Self.plain)
      let query =
        "SELECT \(value(kind, 2)) AS x, count(*) AS n FROM zeta.event q WHERE q.account_id = w.account_id"
      columns[kind, default: []].append("l.x")
      return "zeta.widget w LEFT JOIN LATERAL (\(query)) l ON true"
    case 3:
      (columns, key) = (Self.qualified(Self.widgets, by: "w"), "w._key, u.t")
      columns[.text, default: []].append("u.t")
      return "zeta.widget w, unnest(w.names) AS u(t)"
    case 4, 5:
      let (one, other) = (pick(Self.plain), pick(Self.plain))
      let query = "SELECT _key, \(value(one, 2)) AS x, \(value(other, 2)) AS y FROM zeta.widget"
      (columns, key) = ([.text: ["s._key"]], "s._key")
      columns[one, default: []].append("s.x")
      columns[other, default: []].append("s.y")
      return "(\(query)) s"
    default: return "zeta.widget"
    }
  }

  mutating func aggregate(_ depth: Int, isWindow: Bool = false) -> String {
    let filter = roll(6) == 0 ? " FILTER (WHERE \(value(.bool, 1)))" : ""
    let distinct = isWindow ? "" : pick(["", "", "DISTINCT "])
    let number = pick([Kind.bigint, .numeric, .float, .int])
    let call: String
    switch roll(isWindow ? 7 : 12) {
    case 0: call = "count(*)"
    case 1: call = "count(\(distinct)\(value(pick(Self.plain + [.texts]), depth)))"
    case 2: call = "sum(\(distinct)\(value(number, depth)))"
    case 3: call = "avg(\(distinct)\(value(number, depth)))"
    case 4:
      let kind = pick([Kind.text, .bigint, .ts, .numeric, .float, .date, .interval, .texts])
      call = "\(pick(["min", "max"]))(\(value(kind, depth)))"
    case 5: call = "\(pick(["bool_and", "bool_or"]))(\(value(.bool, depth)))"
    case 6: call = "sum(\(value(.interval, depth)))"
    case 7:
      let text = value(.text, depth)
      call = "string_agg(\(distinct)\(text), ',' ORDER BY \(text))"
    case 8:
      let member = value(pick([.text, .bigint, .ts, .numeric, .bool, .float]), depth)
      let order = pick(["", " DESC", " NULLS FIRST"])
      call = "array_agg(\(distinct)\(member) ORDER BY \(member)\(order))"
    case 9:
      call = "\(pick(["stddev", "variance", "var_pop", "stddev_pop"]))(\(value(.bigint, depth)))"
    case 10:
      let name = pick(["cont(0.5)", "disc(0.5)", "cont(0.3)"])
      call = "percentile_\(name) WITHIN GROUP (ORDER BY \(value(pick([.bigint, .float]), depth)))"
    default: call = "mode() WITHIN GROUP (ORDER BY \(value(.text, depth)))"
    }
    return call + filter
  }

  private mutating func window(_ depth: Int) -> String {
    let parts = roll(2) == 0 ? "PARTITION BY \(value(pick([.text, .bool, .bigint]), depth)) " : ""
    let kind = pick([Kind.text, .bigint, .ts, .numeric, .interval, .texts])
    let first =
      roll(4) == 0 ? "" : "\(value(kind, depth))\(pick(["", " DESC", " NULLS FIRST"])), "
    let frame = pick([
      "", "", "", " ROWS BETWEEN 1 PRECEDING AND CURRENT ROW",
      " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
      " ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING", " GROUPS 1 PRECEDING",
      " RANGE UNBOUNDED PRECEDING",
    ])
    let call: String
    switch roll(5) {
    case 0:
      call = pick([
        "row_number()", "rank()", "dense_rank()", "percent_rank()", "cume_dist()", "ntile(2)",
      ])
    case 1:
      call =
        "\(pick(["lag", "lead"]))(\(value(pick(Self.plain), depth))\(pick(["", ", 1", ", 2"])))"
    case 2:
      call = "\(pick(["first_value", "last_value"]))(\(value(pick(Self.plain), depth)))"
    default: call = aggregate(depth, isWindow: true)
    }
    return "\(call) OVER (\(parts)ORDER BY \(first)\(key)\(frame))"
  }

  mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private mutating func anything(_ depth: Int) -> String { value(pick(Kind.allCases), depth) }
}
