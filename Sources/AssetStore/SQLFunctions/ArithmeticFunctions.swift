internal import Assets
internal import AssetSQLite

/// PostgreSQL's reckoning with whole numbers and doubles, where SQLite goes over to doubles, or to NULL, without a word.
enum ArithmeticFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("whole32", arguments: 1) { arguments throws(FunctionFault) in
      guard let value = try whole(arguments, type: "integer") else { return .null }
      guard Int32(exactly: value) != nil else { throw FunctionFault("integer out of range") }
      return .integer(value)
    }
    try connection.define("whole64", arguments: 1) { arguments throws(FunctionFault) in
      Value(try whole(arguments, type: "bigint"))
    }
    try connection.define("whole_divide", arguments: 2) { arguments throws(FunctionFault) in
      try divided(arguments) { $0.dividedReportingOverflow(by: $1) }
    }
    try connection.define("whole_modulo", arguments: 2) { arguments throws(FunctionFault) in
      try divided(arguments) { left, right in
        right == -1 ? (0, false) : left.remainderReportingOverflow(dividingBy: right)
      }
    }
    try connection.define("finite", arguments: 1) { arguments throws(FunctionFault) in
      guard let value = arguments.real(at: 0) else { return .null }
      return try real(value)
    }
    try connection.define("float_divide", arguments: 2) { arguments throws(FunctionFault) in
      guard let left = arguments.real(at: 0), let right = arguments.real(at: 1) else {
        return .null
      }
      guard right != 0 else { throw FunctionFault("division by zero") }
      return try real(left / right)
    }
    try connection.define("float_integer", arguments: 1) { arguments throws(FunctionFault) in
      if let integer = arguments.integer(at: 0) { return .integer(integer) }
      guard let value = arguments.real(at: 0) else { return .null }
      guard let integer = Int64(exactly: value.rounded(.toNearestOrEven)) else {
        throw FunctionFault("bigint out of range")
      }
      return .integer(integer)
    }
    try connection.define("float_text", arguments: 1) { arguments in
      arguments.real(at: 0).map { .text(FloatText.text(of: $0)) } ?? .null
    }
    try connection.define("round_even", arguments: 1) { arguments in
      arguments.real(at: 0).map { .real($0.rounded(.toNearestOrEven)) } ?? .null
    }
    try connection.define("float_sign", arguments: 1) { arguments in
      arguments.real(at: 0).map { .real($0 == 0 ? 0 : $0 < 0 ? -1 : 1) } ?? .null
    }
    try connection.define("float_domain", arguments: 2) { arguments throws(FunctionFault) in
      guard let value = arguments.real(at: 0) else { return .null }
      let isRoot = arguments.text(at: 1) == "root"
      guard isRoot ? value >= 0 : value > 0 else {
        throw FunctionFault(
          isRoot ? "a negative number has no square root" : "zero and less have no logarithm")
      }
      return .real(value)
    }
  }

  /// Beyond 64 bits SQLite has made a double of it.
  private static func whole(
    _ arguments: borrowing FunctionArguments, type: String
  ) throws(FunctionFault) -> Int64? {
    if arguments.isNull(at: 0) { return nil }
    guard let value = arguments.integer(at: 0) else { throw FunctionFault("\(type) out of range") }
    return value
  }

  private static func divided(
    _ arguments: borrowing FunctionArguments,
    divide: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) throws(FunctionFault) -> Value {
    guard let left = arguments.integer(at: 0), let right = arguments.integer(at: 1) else {
      return .null
    }
    guard right != 0 else { throw FunctionFault("division by zero") }
    let (value, overflow) = divide(left, right)
    if overflow { throw FunctionFault("bigint out of range") }
    return .integer(value)
  }

  private static func real(_ value: Double) throws(FunctionFault) -> Value {
    guard value.isFinite else { throw FunctionFault("a double is too large") }
    return .real(value)
  }
}

/// A double as PostgreSQL writes it: with as few digits as tell it from its neighbours.
enum FloatText {
  static func text(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    guard value != 0, let number = Numeric(spelling: value.description) else {
      return value.sign == .minus ? "-0" : "0"
    }
    let power = number.magnitude - 1
    guard power < -4 || power >= 15 else { return number.text }
    let digits = number.digits.map { String($0) }
    let fraction = digits.dropFirst().joined()
    let sign = power < 0 ? "-" : "+"
    let size = power.magnitude < 10 ? "0\(power.magnitude)" : "\(power.magnitude)"
    return (number.isNegative ? "-" : "") + digits[0] + (fraction.isEmpty ? "" : ".\(fraction)")
      + "e\(sign)\(size)"
  }
}
