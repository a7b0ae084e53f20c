internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// PostgreSQL's operators of JSON, and what takes its members apart.
final class JSONMemberFunctions {
  private let inspector = JSONInspector()

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = JSONMemberFunctions()
    try connection.define("json_member", arguments: 2) { arguments throws(FunctionFault) in
      Value(try functions.member(arguments)?.text)
    }
    try connection.define("json_member_text", arguments: 2) { arguments throws(FunctionFault) in
      Value(try functions.member(arguments)?.plainText)
    }
    try connection.define("json_path", arguments: 2) { arguments throws(FunctionFault) in
      Value(try functions.path(arguments)?.text)
    }
    try connection.define("json_path_text", arguments: 2) { arguments throws(FunctionFault) in
      Value(try functions.path(arguments)?.plainText)
    }
    try connection.define("json_length", arguments: 1) { arguments throws(FunctionFault) in
      try functions.inspector.array(arguments, at: 0, of: "json_array_length").map {
        .integer(Int64($0.count))
      } ?? .null
    }
    try connection.define("as_array", arguments: 1) { arguments throws(FunctionFault) in
      _ = try functions.inspector.array(arguments, at: 0, of: "json_array_elements")
      return arguments.value(at: 0)
    }
    try connection.define("as_object", arguments: 1) { arguments throws(FunctionFault) in
      _ = try functions.inspector.map(arguments, at: 0, of: "json_object_keys")
      return arguments.value(at: 0)
    }
    try connection.define("json_array_first", arguments: 1) { arguments throws(FunctionFault) in
      Value(try functions.inspector.array(arguments, at: 0, of: "to_json")?.first?.text)
    }
    // Of the type and the value of a row of json_each.
    try connection.define("json_value", arguments: 2) { arguments throws(FunctionFault) in
      Value(try functions.each(arguments)?.text)
    }
    try connection.define("json_text", arguments: 2) { arguments throws(FunctionFault) in
      Value(try functions.each(arguments)?.plainText)
    }
    try connection.define("map_text", arguments: 2) { arguments throws(FunctionFault) in
      guard let value = try functions.each(arguments) else { return .null }
      return Value(value.array?.compactMap(\.string).joined(separator: ",") ?? value.plainText)
    }
    try connection.define("json_name", arguments: 1) { arguments throws(FunctionFault) in
      guard let text = arguments.text(at: 0) else {
        throw FunctionFault("a member of a JSON object needs a name")
      }
      return .text(text)
    }
  }

  private func json(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> JSONValue? {
    if arguments.hasNull { return nil }
    guard let value = try inspector.value(arguments, at: 0) else {
      throw FunctionFault("JSON is expected, and something else is given")
    }
    return value
  }

  /// A number is a position in an array, a text a name in an object; there is nothing in anything else.
  private func member(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> JSONValue? {
    guard let value = try json(arguments) else { return nil }
    if let position = arguments.integer(at: 1) { return value.array?.element(at: position) }
    return value.member(named: arguments.bytes(at: 1) ?? [])
  }

  private func path(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> JSONValue? {
    guard var value = try json(arguments),
      let path = try inspector.array(arguments, at: 1, of: "a path")
    else { return nil }
    for step in path {
      let key = Array((step.plainText ?? "").utf8)
      let next =
        value.array.map { array in
          Int64(String(decoding: key, as: UTF8.self)).flatMap { array.element(at: $0) }
        } ?? value.member(named: key)
      guard let next else { return nil }
      value = next
    }
    return value
  }

  private func each(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> JSONValue? {
    switch arguments.text(at: 0) {
    case "null": .null
    case "true": .bool(true)
    case "false": .bool(false)
    case "object", "array": try inspector.value(arguments, at: 1)
    default: JSONValue(arguments, at: 1)
    }
  }
}

extension JSONValue {
  /// Of two members of one name the last counts.
  func member(named key: [UInt8]) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name.utf8.elementsEqual(key) }?.value
  }
}
