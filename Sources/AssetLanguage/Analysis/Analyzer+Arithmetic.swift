internal import Assets

extension Kind {
  /// What operations of numbers and times are named by.
  var family: String {
    switch self {
    case .int: "int"
    case .bigint: "bigint"
    case .numeric: "numeric"
    case .float: "float"
    case .interval: "interval"
    case .date: "date"
    default: "timestamp"
    }
  }
}

extension Analyzer {
  func arithmetic(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    let (left, right) = try reckonable(sign, left: left, right: right)
    if left.kind == .any || right.kind == .any {
      return Typed(.apply("any \(sign.sign)", [left, right]), of: .any, at: range)
    }
    if left.kind.isNumber, right.kind.isNumber {
      return try numbers(sign, left: left, right: right, at: range)
    }
    if left.kind.isMap, sign.sign == "-" {
      return try mapMinus(sign, left: left, right: right, at: range)
    }
    return try times(sign, left: left, right: right, at: range)
  }

  /// What is in quotes becomes what stands beside it.
  private func reckonable(
    _ sign: Operator, left: Typed, right: Typed
  ) throws -> (Typed, Typed) {
    switch (left.kind, right.kind) {
    case (.unknown, .unknown):
      throw fault(
        "it is not known what \(sign.sign) is to reckon with", advice: "convert one: '1'::BIGINT",
        at: sign.range)
    case (.unknown, let kind):
      return (try coerce(left, to: partner(sign, of: kind, isLeft: true)), right)
    case (let kind, .unknown):
      return (left, try coerce(right, to: partner(sign, of: kind, isLeft: false)))
    default: return (left, right)
    }
  }

  private func partner(_ sign: Operator, of kind: Kind, isLeft: Bool) -> Kind {
    switch (kind, sign.sign) {
    case (.timestamp, "+"): .interval
    case (.interval, "*"), (.interval, "/"): .float
    case (.interval, "+") where isLeft: .interval
    default: kind
    }
  }

  private func numbers(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    var kind = left.kind.numberRank > right.kind.numberRank ? left.kind : right.kind
    if sign.sign == "^" { kind = .float }
    if kind == .float, sign.sign == "%" {
      throw fault(
        "there is no % of doubles", advice: "convert them: x::NUMERIC % y::NUMERIC", at: sign.range)
    }
    let names = [
      "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "%": "modulo", "^": "power",
    ]
    let parts = [try coerce(left, to: kind), try coerce(right, to: kind)]
    return Typed(.apply("\(kind.family)_\(names[sign.sign] ?? "")", parts), of: kind, at: range)
  }

  private func mapMinus(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    let operation =
      switch right.kind {
      case .text: "map_delete"
      case .array(.text): "map_delete_all"
      case .map: "map_delete_pairs"
      default: throw noOperator(sign, left: left, right: right, advice: "write delete(tags, 'env')")
      }
    return Typed(.apply(operation, [left, right]), of: left.kind, at: range)
  }

  private func times(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    let apply = { (operation: String, parts: [Typed], kind: Kind) in
      Typed(.apply(operation, parts), of: kind, at: range)
    }
    switch (left.kind, sign.sign, right.kind) {
    case (.date, "+", .int): return apply("date_add", [left, right], .date)
    case (.int, "+", .date): return apply("date_add", [right, left], .date)
    case (.date, "-", .int): return apply("date_subtract", [left, right], .date)
    case (.date, "-", .date): return apply("date_difference", [left, right], .int)
    case (.timestamp, "+", .interval), (.date, "+", .interval):
      return apply("timestamp_add", [try coerce(left, to: .timestamp), right], .timestamp)
    case (.interval, "+", .timestamp), (.interval, "+", .date):
      return apply("timestamp_add", [try coerce(right, to: .timestamp), left], .timestamp)
    case (.timestamp, "-", .interval), (.date, "-", .interval):
      return apply("timestamp_subtract", [try coerce(left, to: .timestamp), right], .timestamp)
    case (.timestamp, "-", .timestamp), (.date, "-", .timestamp), (.timestamp, "-", .date):
      let parts = [try coerce(left, to: .timestamp), try coerce(right, to: .timestamp)]
      return apply("timestamp_difference", parts, .interval)
    case (.interval, "+", .interval): return apply("interval_add", [left, right], .interval)
    case (.interval, "-", .interval): return apply("interval_subtract", [left, right], .interval)
    case (.interval, "*", _) where right.kind.isNumber:
      return apply("interval_multiply", [left, try coerce(right, to: .float)], .interval)
    case (_, "*", .interval) where left.kind.isNumber:
      return apply("interval_multiply", [right, try coerce(left, to: .float)], .interval)
    case (.interval, "/", _) where right.kind.isNumber:
      return apply("interval_divide", [left, try coerce(right, to: .float)], .interval)
    default: throw noReckoning(sign, left: left, right: right)
    }
  }

  private func noReckoning(_ sign: Operator, left: Typed, right: Typed) -> Fault {
    let kinds = [left.kind, right.kind]
    if kinds.contains(.timestamp) || kinds.contains(.date) {
      return fault(
        "a timestamp is no number to reckon with",
        advice: "add an INTERVAL to it or take one away; seconds are EXTRACT(epoch FROM x)",
        at: sign.range)
    }
    let odd = left.kind.isNumber ? right : left
    return fault(
      "\(odd.kind) is no number to reckon with",
      advice: odd.kind == .text
        ? "convert it: (\(excerpt(odd.range)))::BIGINT; or write || to put texts together" : nil,
      at: sign.range)
  }
}
