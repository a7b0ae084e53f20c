internal import Assets
internal import AssetSQLite

/// PostgreSQL's functions of timestamps, on timestamps as the store keeps them: RFC 3339 text, in UTC.
enum TimeFunctions {
  /// - Parameter now: what the query takes for the present, from its beginning to its end.
  static func define(on connection: borrowing Connection, now: String) throws(SQLiteError) {
    // As all timestamps here: without the Z, so that they sort.
    let now = (try? Moment(text: now.utf8.span).sortableText) ?? now
    try connection.define("now", arguments: 0) { _ in .text(now) }
    try connection.define("instant", arguments: 1, body: instant)
    try connection.define("date_trunc", arguments: 2, body: truncate)
    try connection.define("date_part", arguments: 2) { arguments throws(FunctionFault) in
      try part(arguments).map(Value.real) ?? .null
    }
    try connection.define("extract_part", arguments: 2) { arguments throws(FunctionFault) in
      guard let part = try part(arguments) else { return .null }
      return .text((Numeric(spelling: part.description) ?? .zero).sortable)
    }
    try connection.define("to_timestamp", arguments: 1, body: fromUnix)
    try connection.define("read_timestamp", arguments: 2) { arguments throws(FunctionFault) in
      Value(try read(arguments)?.sortableText)
    }
    try connection.define("read_date", arguments: 2) { arguments throws(FunctionFault) in
      Value(try read(arguments).map { String($0.text.prefix(10)) })
    }
    try connection.define("to_char", arguments: 2, body: format)
    try connection.define("date_bin", arguments: 3, body: bin)
    try connection.define("add_interval", arguments: 2) { arguments throws(FunctionFault) in
      try add(arguments, sign: { $0 })
    }
    try connection.define("subtract_interval", arguments: 2) { arguments throws(FunctionFault) in
      try add(arguments, sign: { -$0 })
    }
  }

  /// A text that is as others are, and less than others, as the moments are.
  private static func instant(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    return .text(try moment(arguments, at: 0).sortableText)
  }

  private static func truncate(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    let name = arguments.text(at: 0) ?? ""
    guard let unit = Moment.Unit(named: name.lowercased()) else {
      let units = Moment.Unit.allCases.map(\.rawValue).joined(separator: ", ")
      throw FunctionFault("date_trunc knows no '\(name)', but \(units)")
    }
    let moment = try moment(arguments, at: 1)
    do throws(Timestamp.Flaw) { return .text(try moment.truncated(to: unit).sortableText) } catch {
      throw FunctionFault(error.reason)
    }
  }

  private static func part(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Double? {
    if arguments.hasNull { return nil }
    let name = arguments.text(at: 0) ?? ""
    guard let part = try moment(arguments, at: 1).part(named: name.lowercased()) else {
      throw FunctionFault("a timestamp has no part '\(name)'")
    }
    return part
  }

  /// Seconds since 1970.
  private static func fromUnix(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard let seconds = arguments.real(at: 0) else { return .null }
    guard
      let interval = Int(exactly: (seconds * 1e6).rounded(.toNearestOrEven)).flatMap({
        Interval(microseconds: $0)
      })
    else { throw FunctionFault("a number of seconds is beyond the calendar") }
    do throws(Timestamp.Flaw) {
      let start = try Moment(text: "1970-01-01".utf8.span)
      return .text(try start.adding(interval).sortableText)
    } catch {
      throw FunctionFault("a number of seconds is beyond the calendar")
    }
  }

  private static func add(
    _ arguments: borrowing FunctionArguments, sign: (Interval) -> Interval
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    let text = arguments.text(at: 1) ?? ""
    guard let interval = Interval(text) else {
      throw FunctionFault("'\(text)' is no interval; one is written as '30 days'")
    }
    let moment = try moment(arguments, at: 0)
    do throws(Timestamp.Flaw) { return .text(try moment.adding(sign(interval)).sortableText) } catch
    {
      throw FunctionFault(error.reason)
    }
  }

  private static func bin(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    let text = arguments.text(at: 0) ?? ""
    let (moment, origin) = (try moment(arguments, at: 1), try moment(arguments, at: 2))
    do throws(Timestamp.Flaw) {
      if let interval = Interval(text), let bin = try moment.binned(every: interval, from: origin) {
        return .text(bin.sortableText)
      }
    } catch {
      throw FunctionFault(error.reason)
    }
    throw FunctionFault("date_bin needs an interval without months, as '15 minutes', not '\(text)'")
  }

  private static func format(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    let format = try format(arguments.text(at: 1) ?? "")
    return .text(format.text(of: try moment(arguments, at: 0)))
  }

  private static func format(_ text: String) throws(FunctionFault) -> TimeFormat {
    do throws(TimeFormat.Flaw) { return try TimeFormat(text) } catch {
      throw FunctionFault(error.reason)
    }
  }

  private static func read(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Moment? {
    if arguments.hasNull { return nil }
    let (text, format) = (arguments.text(at: 0) ?? "", arguments.text(at: 1) ?? "")
    guard let moment = try Self.format(format).moment(of: text) else {
      throw FunctionFault(
        "'\(text.shortened(toScalars: 40))' is no timestamp in the format "
          + "'\(format.shortened(toScalars: 40))'")
    }
    return moment
  }

  static func moment(
    _ arguments: borrowing FunctionArguments, at index: Int
  ) throws(FunctionFault) -> Moment {
    let text = arguments.bytes(at: index) ?? []
    do throws(Timestamp.Flaw) { return try Moment(text: text.span) } catch {
      let shown = String(copying: text.span).shortened(toScalars: 40)
      let reason = error == .noTimestamp ? "" : ": \(error.reason)"
      throw FunctionFault("'\(shown)' is no timestamp\(reason)")
    }
  }
}
