internal import Assets
internal import AssetSQLite

/// Dates, which are texts as `2024-05-01`, and what lies between timestamps.
enum DateFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("date_add", arguments: 2) { arguments throws(FunctionFault) in
      try moved(arguments, sign: 1)
    }
    try connection.define("date_subtract", arguments: 2) { arguments throws(FunctionFault) in
      try moved(arguments, sign: -1)
    }
    try connection.define("date_difference", arguments: 2) { arguments throws(FunctionFault) in
      if arguments.hasNull { return .null }
      let days =
        try TimeFunctions.moment(arguments, at: 0).second
        - TimeFunctions.moment(arguments, at: 1).second
      return .integer(Int64(days / 86_400))
    }
    try connection.define("timestamp_difference", arguments: 2) { arguments throws(FunctionFault) in
      try between(arguments) { $0.distance(from: $1) }
    }
    try connection.define("timestamp_age", arguments: 2) { arguments throws(FunctionFault) in
      try between(arguments) { $0.age(since: $1) }
    }
    try connection.define("make_date", arguments: 3) { arguments throws(FunctionFault) in
      guard let date = try date(arguments) else { return .null }
      return .text(String(date.text.prefix(10)))
    }
    try connection.define("make_timestamp", arguments: 6) { arguments throws(FunctionFault) in
      guard let date = try date(arguments), let hour = arguments.integer(at: 3),
        let minute = arguments.integer(at: 4), let second = arguments.real(at: 5)
      else { return .null }
      guard 0...23 ~= hour, 0...59 ~= minute, second >= 0, second < 60,
        let time = Interval(
          microseconds: Int(hour) * 3_600_000_000 + Int(minute) * 60_000_000
            + Int((second * 1e6).rounded()))
      else { throw FunctionFault("make_timestamp is given no time") }
      return try adding(date, interval: time)
    }
  }

  private static func date(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Moment? {
    if arguments.hasNull { return nil }
    let parts = [arguments.integer(at: 0), arguments.integer(at: 1), arguments.integer(at: 2)]
      .map { $0 ?? 0 }
    let padded = zip(parts, [4, 2, 2]).map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    do throws(Timestamp.Flaw) {
      return try Moment(text: padded.joined(separator: "-").utf8.span)
    } catch { throw FunctionFault("there is no date \(padded.joined(separator: "-"))") }
  }

  private static func adding(
    _ moment: Moment, interval: Interval
  ) throws(FunctionFault) -> Value {
    do throws(Timestamp.Flaw) { return .text(try moment.adding(interval).sortableText) } catch {
      throw FunctionFault(error.reason)
    }
  }

  private static func moved(
    _ arguments: borrowing FunctionArguments, sign: Int
  ) throws(FunctionFault) -> Value {
    guard !arguments.isNull(at: 0), let count = arguments.integer(at: 1) else { return .null }
    guard let days = Interval(days: sign * Int(count)) else {
      throw FunctionFault("the date is beyond the calendar")
    }
    guard case .text(let text) = try adding(TimeFunctions.moment(arguments, at: 0), interval: days)
    else {
      return .null
    }
    return .text(String(text.prefix(10)))
  }

  private static func between(
    _ arguments: borrowing FunctionArguments, body: (Moment, Moment) -> Interval?
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    return try IntervalFunctions.value(
      body(TimeFunctions.moment(arguments, at: 0), TimeFunctions.moment(arguments, at: 1)))
  }
}
