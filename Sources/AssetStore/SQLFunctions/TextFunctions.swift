internal import Assets
internal import SQLite

/// PostgreSQL's functions of texts that SQLite does not have.
enum TextFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("split_part", arguments: 3, splitPart)
    try connection.define("starts_with", arguments: 2, startsWith)
    try connection.define("reverse", arguments: 1, reverse)
  }

  /// Parts count from 1, and from the end below zero; there is nothing beyond them.
  private static func splitPart(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    guard let text = arguments.bytes(at: 0), let separator = arguments.bytes(at: 1),
      let number = arguments.integer(at: 2)
    else { return .null }
    guard number != 0 else { throw FunctionFault("split_part counts its parts from 1") }
    let parts = ByteText.split(text, by: separator)
    let index = number > 0 ? number - 1 : Int64(parts.count) + number
    guard index >= 0, index < parts.count else { return "" }
    return .text(String(decoding: parts[Int(index)], as: UTF8.self))
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
}
