internal import Assets
internal import AssetSQLite

/// SQLite's `printf`, and `format`. Its own fill up to a width of a thousand million before they look whether that is too
/// much, and give NULL for it; so the widths are added up first.
final class FormatFunction {
  /// Has SQLite's own function under that name. Made for the first call.
  private let inner: FormatConnection

  private init(_ inner: FormatConnection) { self.inner = inner }

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let function = FormatFunction(FormatConnection())
    for name in ["format", "printf"] {
      try connection.define(name, arguments: nil, body: function.call)
    }
  }

  private func call(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard arguments.count > 0, let format = arguments.bytes(at: 0) else { return .null }
    try SQLLimits.checkLength(Self.widths(format, arguments: arguments))
    var values: [Value] = []
    for index in 0..<arguments.count { values.append(arguments.value(at: index)) }
    guard let text = try inner.format(values) else {
      // The only other reason to give none.
      try SQLLimits.checkLength(.max)
      return .null
    }
    return .text(text)
  }

  /// What all widths and precisions come to, in characters.
  private static func widths(_ format: [UInt8], arguments: borrowing FunctionArguments) -> Int {
    var rest = format[...]
    var (sum, next) = (0, 1)
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...].drop { "-+ 0#,!".utf8.contains($0) }
      // A width, then perhaps a point and a precision: digits, or a star for an argument.
      for isPrecision in [false, true] {
        if isPrecision {
          guard rest.first == UInt8(ascii: ".") else { break }
          rest.removeFirst()
        }
        if rest.first == UInt8(ascii: "*") {
          rest.removeFirst()
          let value = next < arguments.count ? arguments.integer(at: next) ?? 0 : 0
          sum += Int(Int32(truncatingIfNeeded: value).magnitude)
          next += 1
        } else {
          let digits = rest.prefix { (0x30...0x39).contains($0) }
          rest = rest[digits.endIndex...]
          sum += digits.reduce(0) { min($0 * 10 + Int($1 & 0xF), 1 << 31) }
        }
      }
      rest = rest.drop { $0 == UInt8(ascii: "l") }
      if let kind = rest.popFirst(), kind != UInt8(ascii: "%"), kind != UInt8(ascii: "n") {
        next += 1
      }
    }
    return sum
  }
}

/// A connection of its own, to call SQLite's function.
private final class FormatConnection {
  private var connection: Connection?

  func format(_ values: [Value]) throws(FunctionFault) -> String? {
    do {
      if connection == nil {
        let made = try Connection.inMemory()
        made.limit(.length, to: SQLLimits.valueLength)
        connection = consume made
      }
      let parameters = values.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      return try connection?.withStatement("SELECT format(\(parameters))") { statement in
        try statement.bind(values)
        return try statement.step() ? statement.text(at: 0) : nil
      } ?? nil
    } catch let error as SQLiteError where error.code.primary == .outOfMemory {
      throw .outOfMemory
    } catch {
      throw FunctionFault("format: \(error)")
    }
  }
}
