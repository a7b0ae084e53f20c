internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// The functions of PostgreSQL's hstore, on maps as the store keeps them.
final class MapFunctions {
  private let inspector = JSONInspector()

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = MapFunctions()
    // What SQLite calls for the operator of that name.
    try connection.define("->", arguments: 2, body: functions.arrow)
    try connection.define("exist", arguments: 2, body: functions.exist)
    try connection.define("defined", arguments: 2, body: functions.defined)
    try connection.define("akeys", arguments: 1, body: functions.keys)
    try connection.define("avals", arguments: 1, body: functions.values)
    try connection.define("slice", arguments: 2, body: functions.slice)
    try connection.define("hstore_contains", arguments: 2, body: functions.contains)
    try connection.define("hstore_to_json", arguments: 1, body: functions.toJSON)
  }

  /// The value of a key: text, and several values joined by commas.
  private func arrow(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    return try member(arguments, of: "->")
  }

  private func member(
    _ arguments: borrowing FunctionArguments, of function: String
  ) throws(FunctionFault) -> Value {
    let member = try arguments.withBytes(at: 0) { text throws(FunctionFault) in
      try JSONInspector.checkLength(text.count)
      return arguments.withBytes(at: 1) { inspector.member($0, of: text) }
    }
    switch member {
    case .text(let text): return .text(text)
    case .missing: return .null
    case .noObject:
      throw FunctionFault("\(function) needs a map on its left, and was given something else")
    }
  }

  /// A map that is absent has no keys.
  private func exist(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let key = arguments.bytes(at: 1) else { return .null }
    let pairs = try inspector.map(arguments, at: 0, of: "exist") ?? []
    return .integer(pairs.contains { $0.isNamed(key) } ? 1 : 0)
  }

  private func defined(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let key = arguments.bytes(at: 1) else { return .null }
    let pairs = try inspector.map(arguments, at: 0, of: "defined") ?? []
    return .integer(pairs.contains { $0.isNamed(key) && $0.value != .null } ? 1 : 0)
  }

  private func keys(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let pairs = try inspector.map(arguments, at: 0, of: "akeys") else { return .null }
    return .text(JSONValue.array(pairs.map { .string($0.name) }).text)
  }

  private func values(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let pairs = try inspector.map(arguments, at: 0, of: "avals") else { return .null }
    return .text(JSONValue.array(pairs.flatMap(\.values)).text)
  }

  private func slice(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let pairs = try inspector.map(arguments, at: 0, of: "slice"),
      let keys = try inspector.array(arguments, at: 1, of: "slice")
    else { return .null }
    var kept: [JSONValue.Member] = []
    for pair in pairs {
      let key = Array(pair.name.utf8)
      try arguments.interruption.check()
      if keys.contains(where: { $0.isText(key) }) { kept.append(pair) }
    }
    return .text(JSONValue.object(kept).text)
  }

  /// Whether each pair of the second map is in the first, where a key with several values has each of them.
  private func contains(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    if arguments.isNull(at: 1) { return .null }
    let wanted = try arguments.withBytes(at: 1) { text throws(FunctionFault) in
      try HstoreText.pairs(of: text, inspector: inspector)
    }
    let pairs = try inspector.map(arguments, at: 0, of: "hstore_contains") ?? []
    for want in wanted {
      let key = Array(want.name.utf8)
      try arguments.interruption.check()
      guard let pair = pairs.first(where: { $0.isNamed(key) }), pair.contains(want) else {
        return 0
      }
    }
    return 1
  }

  private func toJSON(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    let pairs = try inspector.map(arguments, at: 0, of: "hstore_to_json")
    return Value(pairs.map { JSONValue.object($0).text })
  }
}

extension JSONValue.Member {
  fileprivate func isNamed(_ key: [UInt8]) -> Bool { name.utf8.elementsEqual(key) }

  /// Each of several values.
  fileprivate var values: [JSONValue] { value.array ?? [value] }

  /// Whether it has each of the values of a pair with the same key; a comma may join several.
  fileprivate func contains(_ pair: JSONValue.Member) -> Bool {
    pair.values.allSatisfy { want in
      guard let text = want.string else { return value == .null && want == .null }
      let has = { (bytes: [UInt8]) in self.values.contains { $0.isText(bytes) } }
      return has(Array(text.utf8))
        || text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
          .allSatisfy { has(Array($0)) }
    }
  }
}
