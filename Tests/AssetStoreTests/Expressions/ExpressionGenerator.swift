import Assets
import TestSupport

/// Writes expressions about sample assets: all operators, nested, with odd keys and values.
struct ExpressionGenerator {
  var random: SeededGenerator
  /// The map fields to ask about.
  var maps = ["labels", "tags"]
  /// Whether to keep to what PostgreSQL has, on columns of text and hstore.
  var isPostgreSQL = false

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func condition(depth: Int = 3) -> String {
    switch depth > 0 ? Int.random(in: 0..<9, using: &random) : 9 {
    case 0: "\(condition(depth: depth - 1)) AND \(condition(depth: depth - 1))"
    case 1: "\(condition(depth: depth - 1)) OR \(condition(depth: depth - 1))"
    case 2: "(\(condition(depth: depth - 1))) AND (\(condition(depth: depth - 1)))"
    case 3: "NOT (\(condition(depth: depth - 1)))"
    case 4: "NOT \(simple())"
    case 5:
      "(\(condition(depth: depth - 1))) IS \(pick(["TRUE", "NOT TRUE", "FALSE", "UNKNOWN", "NOT UNKNOWN"]))"
    default: simple()
    }
  }

  private mutating func simple() -> String {
    if isPostgreSQL {
      return pick([ofMap(), ofMap(), ofText(), ofText(), ofComputed()])
    }
    return switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: ofMap()
    case 2, 3: ofText()
    case 4: ofOthers()
    default: ofNull()
    }
  }

  private mutating func ofText() -> String {
    let text = text()
    let not = pick(["", "NOT "])
    switch Int.random(in: 0..<(isPostgreSQL ? 7 : 8), using: &random) {
    case 0, 1: return "\(text) \(comparison()) \(value())"
    case 2: return "\(value()) \(comparison()) \(text)"
    case 3: return "\(text) \(not)IN (\(value()), \(value())\(pick(["", ", NULL"])))"
    case 4: return "\(text) \(not)\(pick(["LIKE", "ILIKE"])) \(pick(Self.likes))"
    case 5: return "\(text) \(not)BETWEEN \(value()) AND \(value())"
    case 6: return "\(text) \(pick(["~", "~*", "!~", "!~*"])) \(pick(Self.expressions))"
    default:
      return "\(text) \(not)GLOB \(pick(["'*'", "'p*'", "'?'", "'[pP]rod'", "'*\\*'", "'x[*]y'"]))"
    }
  }

  private static let likes = [
    "'%'", "'p%'", "'%d'", "'_'", "'___'", "'PROD'", "'100\\%'", "'a\\_b'", "'a_b'", "'x*y'",
    "'[z]'", "'%\\\\%'", "'%,%'", "'é'", "''",
  ]
  private static let expressions = [
    "'^p'", "'d$'", "'^(prod|dev)$'", "'[A-Z]'", "'o+'", "'^.{2,3}$'", "'^[^a-z]*$'", "'\\d\\d'",
    "'^$'", "'r.d'", "'[[:digit:]]{3}'", "'a(,|_)b'", "'(x|y)*z?$'",
  ]

  private mutating func text() -> String {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: "name"
    case 1 where !isPostgreSQL: pick(["account_id", "_key", "owner", "_type"])
    default: "\(pick(maps))->\(key())"
    }
  }

  private mutating func ofMap() -> String {
    let map = pick(maps)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return "\(map) ? \(key())"
    case 1: return "\(map) ?| \(list())"
    case 2: return "\(map) ?& \(list())"
    case 3: return "\(map) @> \(literal())"
    case 4: return "\(map) <@ \(literal())"
    case 5: return "\(literal()) \(pick(["<@", "@>"])) \(map)"
    case 6: return "\(map) \(pick(["=", "<>"])) \(literal())"
    case 7: return "exist(\(map), \(key()))"
    case 8: return "defined(\(map), \(key()))"
    default: return "\(value()) = ANY (\(pick(["avals", "akeys"]))(\(map)))"
    }
  }

  private mutating func ofOthers() -> String {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return "size \(comparison()) \(pick(["-1", "0", "2", "1.5", "'1'", "NULL"]))"
    case 1: return "ratio \(comparison()) \(pick(["0.1", "1", "-2", "1e0", "size"]))"
    case 2:
      return pick([
        "active", "NOT active", "active = TRUE", "active <> 'false'", "active IS NOT TRUE",
      ])
    case 3: return "made \(comparison()) \(instant())"
    case 4: return "made BETWEEN \(instant()) AND \(instant())"
    case 5: return "\(value()) = ANY (groups)"
    default: return "size IN (0, 1, '2')"
    }
  }

  /// What no index of terms knows.
  private mutating func ofComputed() -> String {
    pick([
      "lower(\(text())) \(comparison()) \(value())", "length(\(text())) \(comparison()) 3",
      "coalesce(\(text()), \(value())) \(comparison()) \(value())",
      "\(text()) || \(value()) LIKE \(pick(Self.likes))",
      "left(\(text()), 2) IN (\(value()), \(value()))",
      "CASE WHEN \(text()) > \(value()) THEN \(value()) ELSE name END = \(text())",
      "\(text()) \(comparison()) ANY (ARRAY[\(value()), \(value())])",
      "nullif(\(text()), \(value())) IS NULL", "length(\(text())) + 1 BETWEEN 2 AND 4",
    ])
  }

  private mutating func ofNull() -> String {
    let operand = pick([text(), "size", "active", "made", "labels", "tags", "groups", "detail"])
    return .random(using: &random)
      ? "\(operand) IS \(pick(["", "NOT "]))NULL"
      : "\(text()) IS \(pick(["", "NOT "]))DISTINCT FROM \(pick([value(), text()]))"
  }

  private mutating func instant() -> String {
    let instants = SampleAsset.instants.filter { $0.milliseconds != nil }
    return pick(["", "TIMESTAMP "]) + quoted(pick(instants.map(\.text)))
  }

  private mutating func list() -> String {
    let keys = (0..<Int.random(in: 1...3, using: &random)).map { _ in key() }
    return "ARRAY[\(keys.joined(separator: ", "))]"
  }

  private mutating func literal() -> String {
    let pairs = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let value = pick(SampleAsset.values)
      return Self.hstore(pick(SampleAsset.keys)) + "=>"
        + (Int.random(in: 0..<5, using: &random) == 0 ? "NULL" : Self.hstore(value))
    }
    return quoted(pairs.joined(separator: ", "))
  }

  static func hstore(_ text: String) -> String {
    "\"" + text.flatMap { "\"\\".contains($0) ? "\\\($0)" : "\($0)" } + "\""
  }

  private mutating func key() -> String { quoted(pick(SampleAsset.keys)) }
  private mutating func value() -> String { quoted(pick(SampleAsset.values)) }
  private mutating func comparison() -> String {
    pick(["=", "=", "<>", "!=", "<", "<=", ">", ">="])
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
