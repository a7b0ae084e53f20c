extension StatementGenerator {
  /// A value of a kind, and now and then of another.
  mutating func value(_ asked: Kind, _ depth: Int) -> String {
    let kind = roll(30) == 0 ? pick(Kind.allCases) : asked
    if roll(40) == 0 { return "NULL" }
    if roll(7) == 0 { return literal(kind) }
    guard depth > 0, roll(4) > 0 else {
      return columns[kind].map { pick($0) } ?? literal(kind)
    }
    let value = computed(kind, depth - 1)
    return roll(2) == 0 ? "(\(value))" : value
  }

  private mutating func computed(_ kind: Kind, _ depth: Int) -> String {
    switch kind {
    case .text: roll(2) == 0 ? text(depth) : textOfOthers(depth)
    case .int: int(depth)
    case .bigint: bigint(depth)
    case .numeric: numeric(depth)
    case .float: float(depth)
    case .bool: roll(2) == 0 ? comparison(depth) : truth(depth)
    case .ts: moment(depth)
    case .date:
      pick([
        "(\(value(.ts, depth)))::date",
        "\(value(.date, depth)) \(pick(["+", "-"])) \(literal(.int))",
      ])
    case .interval: interval(depth)
    case .map: map(depth)
    case .json: "\(value(.json, depth))\(pick(["->'P'", "->0", "#>'{P,A}'"]))"
    case .texts: texts(depth)
    case .ints:
      pick([
        "\(value(.ints, depth)) || \(value(.bigint, depth))",
        "ARRAY[\(value(.bigint, depth)), \(value(.int, depth))]",
      ])
    }
  }

  private mutating func text(_ depth: Int) -> String {
    let text = value(.text, depth)
    switch roll(9) {
    case 0: return "\(text) || \(value(pick([.text, .text, .bigint, .bool]), depth))"
    case 1: return "\(pick(["lower", "upper", "reverse", "trim", "initcap", "md5"]))(\(text))"
    case 2: return "\(pick(["coalesce", "nullif", "greatest"]))(\(text), \(value(.text, depth)))"
    case 3: return "CASE WHEN \(value(.bool, depth)) THEN \(text) ELSE \(value(.text, depth)) END"
    case 4: return "CASE \(text) WHEN \(value(.text, depth)) THEN \(value(.text, depth)) END"
    case 5: return "substr(\(text), \(literal(.int)), \(pick(["1", "2", "3"])))"
    case 6: return "\(pick(["left", "right"]))(\(text), \(literal(.int)))"
    case 7: return "split_part(\(text), \(pick(["'-'", "'o'"])), \(pick(["1", "2", "-1"])))"
    default: return "replace(\(text), 'o', \(value(.text, depth)))"
    }
  }

  private mutating func textOfOthers(_ depth: Int) -> String {
    switch roll(8) {
    case 0: return "(\(value(pick([.bigint, .bool, .int, .interval]), depth)))::text"
    case 1: return "\(value(.map, depth))->\(pick(["'env'", "'n'", "'zz'"]))"
    case 2: return "\(value(.json, depth))->>\(pick(["'P'", "0"]))"
    case 3: return "(\(value(.texts, depth)))[\(pick(["1", "2"]))]"
    case 4: return "concat_ws('-', \(value(.text, depth)), \(value(pick([.bigint, .text]), depth)))"
    case 5: return "array_to_string(\(value(pick([.texts, .ints]), depth)), ',')"
    case 6: return "to_char(\(value(.ts, depth)), 'YYYY-MM')"
    default: return "lpad(\(value(.text, depth)), \(pick(["3", "6"])), '*')"
    }
  }

  private mutating func int(_ depth: Int) -> String {
    switch roll(8) {
    case 0: return "length(\(value(.text, depth)))"
    case 1: return "\(value(.int, depth)) \(pick(["+", "-", "*"])) \(value(.int, depth))"
    case 2: return "cardinality(\(value(.texts, depth)))"
    case 3: return "\(value(.int, depth)) \(pick(["/", "%"])) \(pick(["2", "7"]))"
    case 4: return "strpos(\(value(.text, depth)), 'o')"
    case 5: return "array_position(\(value(.texts, depth)), \(value(.text, depth)))"
    case 6: return "(\(value(.bool, depth)))::int"
    default: return "(\(value(.date, depth)) - \(value(.date, depth)))"
    }
  }

  private mutating func bigint(_ depth: Int) -> String {
    let number = value(.bigint, depth)
    switch roll(7) {
    case 0: return "\(number) \(pick(["+", "-", "*"])) \(value(pick([.bigint, .int]), depth))"
    case 1: return "abs(\(number))"
    case 2: return "\(pick(["greatest", "least", "coalesce"]))(\(number), \(value(.int, depth)))"
    case 3: return "(\(number) / 3)"
    case 4: return "(\(value(.ints, depth)))[1]"
    case 5: return "(\(value(pick([.numeric, .float, .text]), depth)))::bigint"
    default: return "-(\(number))"
    }
  }

  private mutating func numeric(_ depth: Int) -> String {
    let number = value(.numeric, depth)
    switch roll(8) {
    case 0: return "\(number) \(pick(["+", "-", "*"])) \(value(pick([.numeric, .bigint]), depth))"
    case 1: return "(\(value(.bigint, depth)))::numeric / \(pick(["3", "7", "2.5"]))"
    case 2: return "round(\(number), 1)"
    case 3: return "least(\(number), \(value(.bigint, depth)))"
    case 4:
      let part = pick(["year", "month", "epoch", "day", "dow", "week", "quarter", "century"])
      return "EXTRACT(\(part) FROM \(value(.ts, depth)))"
    case 5: return "EXTRACT(\(pick(["epoch", "day", "hour"])) FROM \(value(.interval, depth)))"
    case 6: return "\(pick(["ceil", "floor", "trunc", "abs", "sign"]))(\(number))"
    default: return "(\(value(.float, depth)))::numeric(\(pick(["10,2", "20,3", "12"])))"
    }
  }

  private mutating func float(_ depth: Int) -> String {
    switch roll(5) {
    case 0:
      return
        "\(value(.float, depth)) \(pick(["+", "-", "*"])) \(value(pick([.float, .bigint]), depth))"
    case 1: return "sqrt(abs(\(value(.bigint, depth))))"
    case 2: return "round(\(value(.float, depth)))"
    case 3: return "(\(value(pick([.bigint, .numeric]), depth)))::float8"
    default: return "\(value(.float, depth)) / \(pick(["3", "2.5"]))"
    }
  }

  private mutating func moment(_ depth: Int) -> String {
    let moment = value(.ts, depth)
    switch roll(5) {
    case 0: return "\(moment) \(pick(["+", "-"])) \(value(.interval, depth))"
    case 1:
      return "date_trunc('\(pick(["day", "month", "hour", "week", "quarter", "year"]))', \(moment))"
    case 2: return "\(pick(["greatest", "least", "coalesce"]))(\(moment), \(value(.ts, depth)))"
    case 3: return "(\(value(.date, depth)))::timestamp"
    default: return "CASE WHEN \(value(.bool, depth)) THEN \(moment) END"
    }
  }

  private mutating func interval(_ depth: Int) -> String {
    switch roll(4) {
    case 0: return "(\(value(.ts, depth)) - \(value(.ts, depth)))"
    case 1:
      return "\(value(.interval, depth)) \(pick(["+", "-"])) \(value(.interval, depth))"
    case 2: return "\(value(.interval, depth)) * \(pick(["2", "1.5"]))"
    default: return "age(\(value(.ts, depth)), \(value(.ts, depth)))"
    }
  }

  private mutating func map(_ depth: Int) -> String {
    let map = value(.map, depth)
    switch roll(4) {
    case 0: return "\(map) || \(value(.map, depth))"
    case 1: return "delete(\(map), 'env')"
    case 2: return "\(map) - \(pick(["'n'::text", "ARRAY['env', 'a']"]))"
    default: return "slice(\(map), ARRAY['env'])"
    }
  }

  private mutating func texts(_ depth: Int) -> String {
    let array = value(.texts, depth)
    switch roll(6) {
    case 0: return "\(array) || \(value(.texts, depth))"
    case 1: return "array_append(\(array), \(value(.text, depth)))"
    case 2: return "string_to_array(\(value(.text, depth)), 'o')"
    case 3: return "array_remove(\(array), \(value(.text, depth)))"
    case 4: return "(\(array))[\(pick(["1:1", "2:", "1:2"]))]"
    default: return "ARRAY[\(value(.text, depth)), \(value(.text, depth))]"
    }
  }
}
