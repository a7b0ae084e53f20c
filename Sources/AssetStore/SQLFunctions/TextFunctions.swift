internal import Assets
internal import AssetSQLite

/// PostgreSQL's functions of texts that SQLite does not have.
enum TextFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("split_part", arguments: 3, body: splitPart)
    try connection.define("starts_with", arguments: 2, body: startsWith)
    try connection.define("reverse", arguments: 1, body: reverse)
    try connection.define("initcap", arguments: 1, body: capitalize)
    try connection.define("translate", arguments: 3, body: translate)
    try connection.define("octet_length", arguments: 1) { arguments in
      arguments.isNull(at: 0) ? .null : .integer(arguments.withBytes(at: 0) { Int64($0.count) })
    }
  }

  /// Parts count from 1, and from the end below zero; there is nothing beyond them.
  private static func splitPart(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard let text = arguments.bytes(at: 0), let separator = arguments.bytes(at: 1),
      let number = arguments.integer(at: 2)
    else { return .null }
    guard number != 0 else { throw FunctionFault("split_part counts its parts from 1") }
    var count: Int64 = 0
    if number < 0 {
      ByteText.split(text, by: separator) { _ in
        count += 1
        return true
      }
    }
    var index = number > 0 ? number - 1 : count + number
    guard index >= 0 else { return "" }
    var found: ArraySlice<UInt8> = []
    ByteText.split(text, by: separator) { part in
      if index == 0 { found = part }
      index -= 1
      return index >= 0
    }
    return .text(String(decoding: found, as: UTF8.self))
  }

  private static func startsWith(_ arguments: borrowing FunctionArguments) -> Value {
    guard let text = arguments.bytes(at: 0), let prefix = arguments.bytes(at: 1) else {
      return .null
    }
    return .integer(text.starts(with: prefix) ? 1 : 0)
  }

  private static func reverse(_ arguments: borrowing FunctionArguments) -> Value {
    guard let text = arguments.text(at: 0) else { return .null }
    return .text(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
  }

  /// The first letter of each word large, the others small; a word is letters and digits.
  private static func capitalize(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard let text = arguments.text(at: 0) else { return .null }
    var result = String.UnicodeScalarView()
    var isInWord = false
    for scalar in text.unicodeScalars {
      let mapping =
        isInWord ? scalar.properties.lowercaseMapping : scalar.properties.uppercaseMapping
      // A letter that would become two, as ß, stays as it is in PostgreSQL.
      let mapped = mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
      result.append(mapped ?? scalar)
      isInWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    let length = String(result).utf8.count
    try SQLLimits.checkLength(length)
    return .text(String(result))
  }

  /// Puts for each character of a set the one that stands at its place in another, or nothing.
  private static func translate(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard let text = arguments.text(at: 0), let old = arguments.text(at: 1),
      let new = arguments.text(at: 2)
    else { return .null }
    let replacements = Array(new.unicodeScalars)
    var table: [Unicode.Scalar: Unicode.Scalar?] = [:]
    for (place, scalar) in old.unicodeScalars.enumerated() where table[scalar] == nil {
      table[scalar] = .some(place < replacements.count ? replacements[place] : nil)
    }
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let replacement = table[scalar] ?? scalar else { continue }
      result.append(contentsOf: UTF8.encode(replacement) ?? UTF8.encodedReplacementCharacter)
      try SQLLimits.checkLength(result.count)
    }
    return .text(String(copying: result.span))
  }
}
