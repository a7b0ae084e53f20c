internal import Assets
internal import AssetSQLite

/// SQLite's functions that search in texts. Its own take hours for long texts of one letter, and can't be interrupted;
/// these give the same in a time that grows with the lengths.
enum SearchFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("instr", arguments: 2, body: position)
    try connection.define("strpos", arguments: 2, body: position)
    try connection.define("replace", arguments: 3, body: replace)
    for (name, isLeft, isRight) in [
      ("ltrim", true, false), ("rtrim", false, true), ("trim", true, true),
    ] {
      try connection.define(name, arguments: 2) { trim($0, isLeft: isLeft, isRight: isRight) }
    }
  }

  /// Where a text begins in another, in characters counted from 1; 0 if it is not there. In blobs it counts bytes.
  private static func position(_ arguments: borrowing FunctionArguments) -> Value {
    guard let text = arguments.bytes(at: 0), let wanted = arguments.bytes(at: 1) else {
      return .null
    }
    guard let place = ByteText.find(wanted, in: text) else { return 0 }
    if arguments.isBlob(at: 0) && arguments.isBlob(at: 1) { return .integer(Int64(place) + 1) }
    return .integer(
      Int64(String(decoding: text[..<place], as: UTF8.self).unicodeScalars.count) + 1)
  }

  private static func replace(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard let text = arguments.bytes(at: 0), let old = arguments.bytes(at: 1),
      let new = arguments.bytes(at: 2)
    else { return .null }
    if old.isEmpty, arguments.isNumber(at: 0) {
      return arguments.integer(at: 0).map(Value.integer) ?? Value.real(arguments.real(at: 0) ?? 0)
    }
    let pattern = BytePattern(old)
    var result: [UInt8] = []
    var start = 0
    while !old.isEmpty, let place = pattern.find(in: text, from: start) {
      result += text[start..<place]
      result += new
      start = place + old.count
      try SQLLimits.checkLength(result.count)
    }
    result += text[start...]
    return .text(String(decoding: result, as: UTF8.self))
  }

  /// Takes away what is at an end as long as it is one of the characters.
  private static func trim(
    _ arguments: borrowing FunctionArguments, isLeft: Bool, isRight: Bool
  ) -> Value {
    guard let text = arguments.text(at: 0), let set = arguments.text(at: 1) else { return .null }
    let characters = Set(set.unicodeScalars)
    var rest = text.unicodeScalars[...]
    if isLeft { rest = rest.drop(while: characters.contains) }
    while isRight, let last = rest.last, characters.contains(last) { rest.removeLast() }
    return .text(String(rest))
  }
}
