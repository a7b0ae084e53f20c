internal import AssetJSON
internal import Assets
internal import AssetSQLite

extension FunctionArguments {
  /// The bytes of a text; nil for NULL. Numbers come as their text.
  func bytes(at index: Int) -> [UInt8]? {
    isNull(at: index) ? nil : withBytes(at: index) { Array(copying: $0) }
  }

  /// The text; nil for NULL. Numbers come as their text.
  func text(at index: Int) -> String? {
    isNull(at: index) ? nil : withBytes(at: index) { String(copying: $0) }
  }

  /// The text; another one where the call has no such argument.
  func text(at index: Int, or other: String) -> String {
    index < count ? text(at: index) ?? other : other
  }

  /// The argument as it came.
  func value(at index: Int) -> Value {
    if isBlob(at: index) { return bytes(at: index).map(Value.blob) ?? .null }
    if let integer = integer(at: index) { return .integer(integer) }
    return real(at: index).map(Value.real) ?? Value(text(at: index))
  }

  /// Whether any argument is NULL: most functions then give NULL.
  var hasNull: Bool { (0..<count).contains { isNull(at: $0) } }
}

extension JSONInspector {
  /// The value that an argument spells; nil if it is no JSON.
  func value(
    _ arguments: borrowing FunctionArguments, at index: Int
  ) throws(FunctionFault) -> JSONValue? {
    try arguments.withBytes(at: index) { text throws(FunctionFault) in
      try Self.checkLength(text.count)
      return value(of: text)
    }
  }

  /// What kind of JSON an argument is; nil if it is none.
  func kind(
    _ arguments: borrowing FunctionArguments, at index: Int
  ) throws(FunctionFault) -> String? {
    try arguments.withBytes(at: index) { text throws(FunctionFault) in
      try Self.checkLength(text.count)
      return kind(of: text)
    }
  }

  static func checkLength(_ count: Int) throws(FunctionFault) {
    guard count <= SQLLimits.jsonLength else {
      throw .tooBig(
        "an array, a map or JSON has more than the \(SQLLimits.jsonLength >> 20) MiB that a "
          + "function takes apart")
    }
  }

  /// The members of an array; nil for NULL.
  func array(
    _ arguments: borrowing FunctionArguments, at index: Int, of function: String
  ) throws(FunctionFault) -> [JSONValue]? {
    if arguments.isNull(at: index) { return nil }
    guard let array = try value(arguments, at: index)?.array else {
      throw FunctionFault("\(function) needs an array, and was given something else")
    }
    return array
  }

  /// The pairs of a map; nil for NULL.
  func map(
    _ arguments: borrowing FunctionArguments, at index: Int, of function: String
  ) throws(FunctionFault) -> [JSONValue.Member]? {
    if arguments.isNull(at: index) { return nil }
    guard case .object(let members) = try value(arguments, at: index) else {
      throw FunctionFault("\(function) needs a map, and was given something else")
    }
    return members
  }
}

extension JSONValue {
  /// Whether it is a string of exactly these bytes: two Strings are equal too if they are composed in another way.
  func isText(_ bytes: [UInt8]) -> Bool {
    if case .string(let text) = self { text.utf8.elementsEqual(bytes) } else { false }
  }

  /// What a function gives for it: a text as such, nothing for null, anything else as JSON.
  var plainText: String? {
    switch self {
    case .null: nil
    case .string(let text): text
    default: self.text
    }
  }
}

extension Value {
  /// A member of an array: a number as such, a truth value as 1 or 0.
  init(member: JSONValue?) {
    switch member {
    case .number(let spelling):
      self = Int64(spelling).map(Value.integer) ?? .real(Double(spelling) ?? 0)
    case .bool(let value): self = value ? 1 : 0
    default: self = Value(member?.plainText)
    }
  }
}
