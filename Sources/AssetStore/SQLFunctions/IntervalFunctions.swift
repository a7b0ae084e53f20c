internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Intervals, which SQLite holds as PostgreSQL writes them.
enum IntervalFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("cast_interval", arguments: 1) { arguments throws(FunctionFault) in
      try one(arguments) { $0 }
    }
    try connection.define("interval_negate", arguments: 1) { arguments throws(FunctionFault) in
      try one(arguments) { -$0 }
    }
    try connection.define("interval_key", arguments: 1) { arguments throws(FunctionFault) in
      if arguments.isNull(at: 0) { return .null }
      return .text(try key(interval(arguments, at: 0)))
    }
    try connection.define("interval_add", arguments: 2) { arguments throws(FunctionFault) in
      try two(arguments) { $0.adding($1) }
    }
    try connection.define("interval_subtract", arguments: 2) { arguments throws(FunctionFault) in
      try two(arguments) { $0.adding(-$1) }
    }
    try connection.define("interval_multiply", arguments: 2) { arguments throws(FunctionFault) in
      guard !arguments.isNull(at: 0), let factor = arguments.real(at: 1) else { return .null }
      return try value(interval(arguments, at: 0).multiplied(by: factor))
    }
    try connection.define("interval_divide", arguments: 2) { arguments throws(FunctionFault) in
      guard !arguments.isNull(at: 0), let divisor = arguments.real(at: 1) else { return .null }
      guard divisor != 0 else { throw FunctionFault("division by zero") }
      return try value(interval(arguments, at: 0).multiplied(by: 1 / divisor))
    }
    for (name, pick) in [
      ("interval_min", { (one: Interval, other: Interval) in other.length < one.length }),
      ("interval_max", { (one: Interval, other: Interval) in other.length > one.length }),
    ] {
      try connection.define(name, arguments: 1) { arguments throws(FunctionFault) in
        let all = try members(arguments)
        guard let first = all.first else { return .null }
        return .text(all.dropFirst().reduce(first) { pick($0, $1) ? $1 : $0 }.text)
      }
    }
    try connection.define("interval_sum", arguments: 1) { arguments throws(FunctionFault) in
      let all = try members(arguments)
      guard var sum = all.first else { return .null }
      for interval in all.dropFirst() {
        guard let next = sum.adding(interval) else { throw tooLong }
        sum = next
      }
      return .text(sum.text)
    }
    try connection.define("interval_part", arguments: 2) { arguments throws(FunctionFault) in
      guard let part = try part(arguments) else { return .null }
      return .real(part.double)
    }
    try connection.define("interval_extract", arguments: 2) { arguments throws(FunctionFault) in
      guard let part = try part(arguments) else { return .null }
      return .text(part.sortable)
    }
  }

  private static let tooLong = FunctionFault("an interval is longer than anything is")

  static func interval(
    _ arguments: borrowing FunctionArguments, at index: Int
  ) throws(FunctionFault) -> Interval {
    let text = arguments.text(at: index) ?? ""
    guard let interval = Interval(text) else {
      throw FunctionFault(
        "'\(text.shortened(toScalars: 40))' is no interval; one is written as '30 days'")
    }
    return interval
  }

  static func value(_ interval: Interval?) throws(FunctionFault) -> Value {
    guard let interval else { throw tooLong }
    return .text(interval.text)
  }

  private static func one(
    _ arguments: borrowing FunctionArguments, body: (Interval) -> Interval
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    return .text(body(try interval(arguments, at: 0)).text)
  }

  private static func two(
    _ arguments: borrowing FunctionArguments, body: (Interval, Interval) -> Interval?
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    return try value(body(interval(arguments, at: 0), interval(arguments, at: 1)))
  }

  /// A text that sorts as the lengths do.
  private static func key(_ interval: Interval) -> String {
    (Numeric(spelling: interval.length.description) ?? .zero).sortable
  }

  private static func members(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> [Interval] {
    let texts = try JSONInspector().array(arguments, at: 0, of: "sum") ?? []
    return texts.compactMap { $0.string.flatMap { Interval($0) } }
  }

  private static func part(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Numeric? {
    if arguments.hasNull { return nil }
    let name = (arguments.text(at: 0) ?? "").lowercased()
    guard let part = try interval(arguments, at: 1).millionths(ofPart: name) else {
      throw FunctionFault("an interval has no part '\(name.shortened(toScalars: 40))'")
    }
    return (Numeric(spelling: part.description) ?? .zero) * (Numeric(spelling: "0.000001") ?? .zero)
  }
}
