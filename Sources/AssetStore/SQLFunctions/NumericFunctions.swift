internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Functions of `numeric`, whose values SQLite holds as texts that sort as the numbers do.
enum NumericFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("numeric", arguments: 1, body: from)
    try connection.define("numeric_text", arguments: 1) { arguments throws(FunctionFault) in
      Value(try arguments.numeric(at: 0)?.text)
    }
    try connection.define("numeric_real", arguments: 1) { arguments throws(FunctionFault) in
      guard let double = try arguments.numeric(at: 0)?.double else { return .null }
      guard double.isFinite else { throw FunctionFault("double precision out of range") }
      return .real(double)
    }
    try connection.define("numeric_integer", arguments: 1) { arguments throws(FunctionFault) in
      guard let value = try arguments.numeric(at: 0) else { return .null }
      guard let integer = value.integer else { throw FunctionFault("bigint out of range") }
      return .integer(integer)
    }
    try define("numeric_add", on: connection) { left, right throws(FunctionFault) in left + right }
    try define("numeric_subtract", on: connection) { left, right throws(FunctionFault) in
      left - right
    }
    try define("numeric_multiply", on: connection) { left, right throws(FunctionFault) in
      left * right
    }
    try define("numeric_divide", on: connection) { left, right throws(FunctionFault) in
      try left.divided(by: notZero(right))
    }
    try define("numeric_quotient", on: connection) { left, right throws(FunctionFault) in
      try left.wholeQuotient(notZero(right))
    }
    try define("numeric_modulo", on: connection) { left, right throws(FunctionFault) in
      try left.remainder(notZero(right))
    }
    try define("numeric_negate", on: connection) { -$0 }
    try define("numeric_abs", on: connection) { $0.isNegative ? -$0 : $0 }
    try define("numeric_sign", on: connection) {
      $0.isZero ? .zero : Numeric($0.isNegative ? -1 : 1)
    }
    try define("numeric_ceil", on: connection) { $0.rounded(to: 0, rule: .up) }
    try define("numeric_floor", on: connection) { $0.rounded(to: 0, rule: .down) }
    try rounding("numeric_round", rule: .toNearestOrAwayFromZero, on: connection)
    try rounding("numeric_trunc", rule: .towardZero, on: connection)
    try connection.define("numeric_fit", arguments: 3, body: fit)
    try connection.define("numeric_sum", arguments: 1, body: sum)
    for name in ["variance", "var_pop", "stddev", "stddev_pop"] {
      try connection.define("\(name)_of", arguments: 1) { arguments throws(FunctionFault) in
        try spread(arguments, named: name)
      }
      try connection.define("float_\(name)_of", arguments: 1) { arguments throws(FunctionFault) in
        try floatSpread(arguments, named: name)
      }
    }
  }

  private static func notZero(_ value: Numeric) throws(FunctionFault) -> Numeric {
    if value.isZero { throw FunctionFault("division by zero") }
    return value
  }

  static func value(_ number: Numeric) throws(FunctionFault) -> Value {
    guard number.isShort else {
      throw FunctionFault("a number would have more than \(Numeric.maxDigits) digits")
    }
    return .text(number.sortable)
  }

  private static func define(
    _ name: String, on connection: borrowing Connection,
    body: @escaping (Numeric) -> Numeric
  ) throws(SQLiteError) {
    try connection.define(name, arguments: 1) { arguments throws(FunctionFault) in
      guard let number = try arguments.numeric(at: 0) else { return .null }
      return try value(body(number))
    }
  }

  private static func define(
    _ name: String, on connection: borrowing Connection,
    body: @escaping (Numeric, Numeric) throws(FunctionFault) -> Numeric
  ) throws(SQLiteError) {
    try connection.define(name, arguments: 2) { arguments throws(FunctionFault) in
      guard let left = try arguments.numeric(at: 0), let right = try arguments.numeric(at: 1) else {
        return .null
      }
      return try value(body(left, right))
    }
  }

  private static func rounding(
    _ name: String, rule: FloatingPointRoundingRule, on connection: borrowing Connection
  ) throws(SQLiteError) {
    for count in 1...2 {
      try connection.define(name, arguments: count) { arguments throws(FunctionFault) in
        guard let number = try arguments.numeric(at: 0), !arguments.hasNull else { return .null }
        let places = count > 1 ? try arguments.wholeNumber(at: 1, function: name) ?? 0 : 0
        return try value(number.rounded(to: min(max(places, -3_000), 3_000), rule: rule))
      }
    }
  }

  /// Of an integer, of the text of a number, or of a double to as many digits as it surely has.
  private static func from(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value
  {
    if let integer = arguments.integer(at: 0) { return .text(Numeric(integer).sortable) }
    guard let text = arguments.text(at: 0) else { return .null }
    if let real = arguments.real(at: 0) {
      guard real.isFinite else { throw FunctionFault("no numeric is infinite") }
      let exact = Numeric(spelling: real.description) ?? .zero
      return try value(exact.rounded(to: 15 - exact.magnitude))
    }
    guard let number = Numeric(spelling: text.trimmingSpace) else {
      throw FunctionFault("'\(text.shortened(toScalars: 40))' is no number")
    }
    return try value(number)
  }

  /// `numeric(precision, scale)`
  private static func fit(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let number = try arguments.numeric(at: 0), let precision = arguments.integer(at: 1),
      let scale = arguments.integer(at: 2)
    else { return .null }
    let rounded = number.rounded(to: Int(scale))
    guard rounded.isZero || rounded.magnitude <= precision - scale else {
      throw FunctionFault("\(number.text) is too large for numeric(\(precision), \(scale))")
    }
    return try value(rounded)
  }

}

extension FunctionArguments {
  /// A `numeric`; nil for NULL.
  func numeric(at index: Int) throws(FunctionFault) -> Numeric? {
    if isNull(at: index) { return nil }
    if let integer = integer(at: index) { return Numeric(integer) }
    guard let number = withBytes(at: index, body: { Numeric(sortable: $0) }) else {
      throw FunctionFault("it reckons with what is no number")
    }
    return number
  }
}
