internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Functions with a row for each of several values, as arrays that `json_each` takes apart.
enum SeriesFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    for count in 2...3 {
      try connection.define("generate_series", arguments: count, body: numbers)
    }
    try connection.define("generate_times", arguments: 3, body: times)
  }

  private static func numbers(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard !arguments.hasNull, let first = arguments.integer(at: 0),
      let last = arguments.integer(at: 1)
    else { return .null }
    let step = arguments.count > 2 ? arguments.integer(at: 2) ?? 1 : 1
    guard step != 0 else { throw FunctionFault("generate_series takes no steps of 0") }
    var text = "["
    var next = first
    while step > 0 ? next <= last : next >= last {
      if text.utf8.count > 1 { text += "," }
      text += String(next)
      try SQLLimits.checkLength(text.utf8.count)
      let (sum, isBeyond) = next.addingReportingOverflow(step)
      if isBeyond { break }
      next = sum
    }
    return .text(text + "]")
  }

  private static func times(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    let (first, last) = (
      try TimeFunctions.moment(arguments, at: 0), try TimeFunctions.moment(arguments, at: 1)
    )
    let step = try IntervalFunctions.interval(arguments, at: 2)
    guard step.length != 0 else { throw FunctionFault("generate_series takes no steps of 0") }
    var members: [JSONValue] = []
    var next = first
    do throws(Timestamp.Flaw) {
      while step.length > 0 ? next <= last : next >= last {
        members.append(.string(next.sortableText))
        if members.count > 500_000 { break }
        next = try next.adding(step)
      }
    } catch {}
    guard members.count <= 500_000 else {
      throw FunctionFault("generate_series gives more than 500,000 timestamps")
    }
    return .text(JSONValue.array(members).text)
  }
}
