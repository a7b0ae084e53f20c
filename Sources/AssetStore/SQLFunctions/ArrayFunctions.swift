internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// PostgreSQL's functions of arrays, on JSON arrays. Positions count from 1.
final class ArrayFunctions {
  private let inspector = JSONInspector()

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = ArrayFunctions()
    try connection.define("cardinality", arguments: 1, body: functions.cardinality)
    try connection.define("array_length", arguments: 2, body: functions.length)
    try connection.define("array_element", arguments: 2, body: functions.element)
    for count in 2...3 {
      try connection.define("array_to_string", arguments: count, body: functions.toString)
      try connection.define("string_to_array", arguments: count, body: functions.fromString)
    }
  }

  private func cardinality(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> Value {
    try inspector.array(arguments, at: 0, of: "cardinality").map { .integer(Int64($0.count)) }
      ?? .null
  }

  /// In the dimension that the second argument counts, from 1; NULL for an array that has none of it, as an empty one.
  private func length(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard var array = try inspector.array(arguments, at: 0, of: "array_length"),
      let dimension = try arguments.wholeNumber(at: 1, function: "array_length"), dimension > 0
    else { return .null }
    for _ in 1..<dimension {
      guard let inner = array.first?.array else { return .null }
      array = inner
    }
    return array.isEmpty ? .null : .integer(Int64(array.count))
  }

  private func element(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let array = try inspector.array(arguments, at: 0, of: "a subscript"),
      let position = arguments.integer(at: 1), position > 0
    else { return .null }
    return Value(member: array.element(at: position - 1))
  }

  /// NULLs are left out, or are what the third argument says.
  private func toString(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let array = try inspector.array(arguments, at: 0, of: "array_to_string"),
      let separator = arguments.text(at: 1)
    else { return .null }
    let null = arguments.count > 2 ? arguments.text(at: 2) : nil
    let texts = array.compactMap { $0.memberText ?? null }
    let length = texts.reduce(0) { $0 + $1.utf8.count + separator.utf8.count }
    try SQLLimits.checkLength(length - separator.utf8.count)
    return .text(texts.joined(separator: separator))
  }

  /// Without a separator each character is an element. What is made is measured while it is made.
  private func fromString(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let text = arguments.bytes(at: 0) else { return .null }
    if text.isEmpty { return "[]" }
    var array = MadeArray(null: arguments.count > 2 ? arguments.bytes(at: 2) : nil)
    if let separator = arguments.bytes(at: 1) {
      try ByteText.split(text, by: separator) { part throws(FunctionFault) in
        try array.append(part)
        return true
      }
    } else {
      var at = 0
      while at < text.count {
        let next = ByteText.nextCharacter(behind: at, in: text)
        try array.append(text[at..<next])
        at = next
      }
    }
    return .text(String(decoding: array.bytes + [UInt8(ascii: "]")], as: UTF8.self))
  }
}

/// An array of texts while it is made.
private struct MadeArray {
  /// What text stands for null.
  let null: [UInt8]?
  /// Its JSON, but for the closing bracket.
  private(set) var bytes: [UInt8] = []

  init(null: [UInt8]?) { self.null = null }

  mutating func append(_ part: ArraySlice<UInt8>) throws(FunctionFault) {
    bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
    if let null, part.elementsEqual(null) {
      bytes.append(contentsOf: "null".utf8)
    } else {
      JSONText.append(string: part.span, to: &bytes)
    }
    try SQLLimits.checkLength(bytes.count + 1)
  }
}

extension JSONValue {
  /// As `array_to_string` has it, which spells truth values short.
  fileprivate var memberText: String? {
    if case .bool(let value) = self { value ? "t" : "f" } else { plainText }
  }
}

extension [JSONValue] {
  /// The element at a position that counts from 0, and from the end below it.
  func element(at position: Int64) -> JSONValue? {
    let index = position < 0 ? Int64(count) + position : position
    return index >= 0 && index < count ? self[Int(index)] : nil
  }
}
