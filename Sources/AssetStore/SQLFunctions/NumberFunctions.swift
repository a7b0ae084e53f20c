internal import Assets
internal import AssetSQLite

/// PostgreSQL's `greatest`, `least` and `round`. SQLite's `max` and `min` of several values are NULL if one of them is,
/// and its `round` takes places before the point for none.
enum NumberFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("greatest", arguments: nil) { extreme($0) { precedes($1, $0) } }
    try connection.define("least", arguments: nil) { extreme($0) { precedes($0, $1) } }
    try connection.define("round", arguments: 2, round)
  }

  private static func extreme(
    _ arguments: borrowing FunctionArguments, _ isBetter: (Value, Value) -> Bool
  ) -> Value {
    var best = Value.null
    for index in 0..<arguments.count where !arguments.isNull(at: index) {
      let value = arguments.value(at: index)
      if best == .null || isBetter(value, best) { best = value }
    }
    return best
  }

  /// As SQLite sorts: numbers, then texts by their bytes, then blobs.
  private static func precedes(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)):
      compareBytes(left.utf8.span, right.utf8.span) < 0
    case (.blob(let left), .blob(let right)): compareBytes(left.span, right.span) < 0
    default:
      if let left = left.number, let right = right.number {
        left < right
      } else {
        left.rank < right.rank
      }
    }
  }

  /// To places behind the point, as a real number as in SQLite; before it, where it is below zero, as an integer.
  private static func round(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard let text = arguments.text(at: 0), let places = try arguments.wholeNumber(at: 1, "round")
    else { return .null }
    if let real = arguments.real(at: 0), !real.isFinite { return .real(real) }
    let spelling = arguments.isNumber(at: 0) ? text : Double(text)?.description ?? text
    guard let number = DecimalNumber(spelling.utf8.span) else {
      throw FunctionFault("round needs a number, and was given '\(text.shortened(toScalars: 40))'")
    }
    let rounded = number.rounded(to: places)
    if places < 0, let integer = Int64(rounded) { return .integer(integer) }
    return .real(Double(rounded) ?? 0)
  }
}

extension Value {
  fileprivate var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    case .null, .text, .blob: nil
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .null: 0
    case .integer, .real: 1
    case .text: 2
    case .blob: 3
    }
  }
}
