extension StatementGenerator {
  mutating func comparison(_ depth: Int) -> String {
    let sign = pick(["=", "<>", "<", "<=", ">", ">="])
    if roll(12) == 0 {
      return "\(value(.map, depth)) \(pick(["=", "<>"])) \(value(.map, depth))"
    }
    let kind = pick([
      Kind.text, .bigint, .float, .numeric, .ts, .bool, .interval, .int, .date, .texts, .ints,
    ])
    let other: Kind =
      [.bigint, .float, .numeric].contains(kind) ? pick([kind, .int, .numeric, .float]) : kind
    let literals = ["'5'", "'ok'", "'2024-01-01'", "'true'", "'1 day'", "'0.3'"]
    let right = roll(5) == 0 ? pick(literals) : value(other, depth)
    return "\(value(kind, depth)) \(sign) \(right)"
  }

  mutating func truth(_ depth: Int) -> String {
    let not = pick(["", "NOT "])
    let kind = pick([Kind.text, .bigint, .numeric, .ts, .float, .interval, .date])
    switch roll(15) {
    case 0: return "\(value(.bool, depth)) \(pick(["AND", "OR"])) \(value(.bool, depth))"
    case 1: return "NOT \(value(.bool, depth))"
    case 2: return "\(value(.text, depth)) \(not)IN (\(value(.text, depth)), 'ok')"
    case 3: return "\(value(.bigint, depth)) \(not)IN (5, '20', NULL)"
    case 4:
      let sign = pick(["LIKE", "NOT LIKE", "ILIKE", "~", "!~", "~*", "SIMILAR TO"])
      return "\(value(.text, depth)) \(sign) \(pick(["'o%'", "'^o'", "'_k'", "'%A%'"]))"
    case 5:
      let bounds = "\(value(kind, depth)) AND \(value(kind, depth))"
      return "\(value(kind, depth)) \(not)BETWEEN \(pick(["", "SYMMETRIC "]))\(bounds)"
    case 6: return "(\(value(pick(Kind.allCases), depth))) IS \(not)NULL"
    case 7: return "(\(value(.bool, depth))) IS \(not)\(pick(["TRUE", "FALSE", "UNKNOWN"]))"
    case 8: return "\(value(kind, depth)) IS \(not)DISTINCT FROM \(value(kind, depth))"
    case 9: return "\(value(.text, depth)) = \(pick(["ANY", "ALL"])) (\(value(.texts, depth)))"
    case 10:
      let sign = pick(["=", "<>", "<", ">="])
      return "\(value(.bigint, depth)) \(sign) \(pick(["ANY", "ALL"])) (\(value(.ints, depth)))"
    case 11: return "\(value(.texts, depth)) \(pick(["&&", "@>", "<@"])) \(value(.texts, depth))"
    case 12:
      let (one, other) = (value(.text, depth), value(.bigint, depth))
      return "(\(one), \(other)) \(pick(["=", "<>", "<", ">="])) ('ok', \(value(.bigint, depth)))"
    case 13:
      return
        "EXISTS (SELECT 1 FROM zeta.event x WHERE x.account_id = \(value(.text, depth)))"
    default:
      let sign = pick(["=", "<", ">="])
      return
        "\(value(.ts, depth)) \(sign) \(pick(["ANY", "ALL"])) (SELECT created FROM zeta.event)"
    }
  }

  mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .text: pick(["'ok'", "'prod'", "'5'", "''", "'a'", "'000000000123'"])
    case .int: pick(["1", "2", "3", "10", "0", "-1"])
    case .bigint: pick(["5", "20", "'20'", "100", "3000000000"])
    case .numeric: pick(["1.5", "0.3", "2.0", "10.25"])
    case .float: pick(["0.3::float8", "2.5::float8"])
    case .bool: pick(["true", "false"])
    case .ts: pick(["TIMESTAMP '2024-01-01'", "'2024-01-01T00:00:00.5Z'::timestamp"])
    case .date: pick(["DATE '2024-01-01'", "'2024-05-01'::date"])
    case .interval: pick(["INTERVAL '1 day'", "INTERVAL '1 month'", "INTERVAL '1 day 03:00'"])
    case .map: pick(["'env=>prod'::hstore", "hstore('n', '5')", "'a=>1, b=>NULL'::hstore"])
    case .json: pick([#"'{"P":"x"}'::json"#, "'[1,2]'::json"])
    case .texts: pick(["ARRAY['a', 'b']", "ARRAY['b']", "'{a,NULL}'::text[]"])
    case .ints: pick(["ARRAY[1, 2]::bigint[]", "ARRAY[9007199254740993]"])
    }
  }
}
