internal import Assets
internal import AssetSQLite

/// PostgreSQL's functions that make longer texts of others. What they make is measured before it is made.
enum PaddingFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("concat", arguments: nil) { arguments throws(FunctionFault) in
      try join(arguments, from: 0, separator: [])
    }
    try connection.define("concat_ws", arguments: nil) { arguments throws(FunctionFault) in
      guard arguments.count > 0 else { throw FunctionFault("concat_ws needs a separator") }
      guard let separator = arguments.bytes(at: 0) else { return .null }
      return try join(arguments, from: 1, separator: separator)
    }
    try connection.define("repeat", arguments: 2, body: repetition)
    for count in 2...3 {
      try connection.define("lpad", arguments: count) { arguments throws(FunctionFault) in
        try pad(arguments, isLeft: true)
      }
      try connection.define("rpad", arguments: count) { arguments throws(FunctionFault) in
        try pad(arguments, isLeft: false)
      }
    }
  }

  /// NULLs are skipped.
  private static func join(
    _ arguments: borrowing FunctionArguments, from first: Int, separator: [UInt8]
  ) throws(FunctionFault) -> Value {
    var text: [UInt8] = []
    var isFirst = true
    for index in first..<max(first, arguments.count) {
      guard let bytes = arguments.bytes(at: index) else { continue }
      try SQLLimits.checkLength(text.count + separator.count + bytes.count)
      if !isFirst { text += separator }
      text += bytes
      isFirst = false
    }
    return .text(String(copying: text.span))
  }

  private static func repetition(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard let text = arguments.bytes(at: 0),
      let count = try arguments.wholeNumber(at: 1, function: "repeat")
    else { return .null }
    guard count > 0, !text.isEmpty else { return "" }
    let (length, isTooLarge) = text.count.multipliedReportingOverflow(by: count)
    try SQLLimits.checkLength(isTooLarge ? .max : length)
    var result: [UInt8] = []
    result.reserveCapacity(length)
    for _ in 0..<count { result += text }
    return .text(String(copying: result.span))
  }

  /// To so many characters: filled up at one end with spaces or with a text, or cut at the right.
  private static func pad(
    _ arguments: borrowing FunctionArguments, isLeft: Bool
  ) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    let name = isLeft ? "lpad" : "rpad"
    let text = (arguments.text(at: 0) ?? "").unicodeScalars
    let filling = Array(arguments.text(at: 2, or: " ").unicodeScalars)
    let wanted = max(0, try arguments.wholeNumber(at: 1, function: name) ?? 0)
    let missing = wanted - text.count
    guard missing > 0 else { return .text(String(text.prefix(wanted))) }
    guard !filling.isEmpty else { return .text(String(text)) }
    try SQLLimits.checkLength(wanted)
    var padding = String.UnicodeScalarView()
    for index in 0..<missing { padding.append(filling[index % filling.count]) }
    try SQLLimits.checkLength(String(text).utf8.count + String(padding).utf8.count)
    return .text(isLeft ? String(padding) + String(text) : String(text) + String(padding))
  }
}

extension FunctionArguments {
  /// A whole number; nil for NULL.
  func wholeNumber(at index: Int, function: String) throws(FunctionFault) -> Int? {
    if isNull(at: index) { return nil }
    guard let number = integer(at: index) else {
      throw FunctionFault("\(function) needs a whole number, and was given something else")
    }
    return Int(number)
  }
}
