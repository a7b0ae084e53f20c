internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// DDSQL's ways into JSON: a path is a list of keys, and of positions in arrays, that count from 0.
final class JSONPathFunctions {
  private let inspector = JSONInspector()

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = JSONPathFunctions()
    try connection.define("json_extract_path_text", arguments: nil, body: functions.text)
    try connection.define("json_extract_path", arguments: nil, body: functions.json)
    try connection.define("json_typeof", arguments: 1, body: functions.kind)
  }

  /// What PostgreSQL calls the kind of value.
  private func kind(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    if arguments.isNull(at: 0) { return .null }
    guard let kind = try inspector.kind(arguments, at: 0) else {
      throw FunctionFault("json_typeof needs JSON, and was given something else")
    }
    return switch kind {
    case "text": "string"
    case "integer", "real": "number"
    case "true", "false": "boolean"
    default: .text(kind)
    }
  }

  private func text(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    Value(try find(arguments, function: "json_extract_path_text")?.plainText)
  }

  private func json(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    Value(try find(arguments, function: "json_extract_path")?.text)
  }

  private func find(
    _ arguments: borrowing FunctionArguments, function: String
  ) throws(FunctionFault) -> JSONValue? {
    guard arguments.count > 0 else { throw FunctionFault("\(function) needs JSON and a path") }
    if arguments.hasNull { return nil }
    guard var value = try inspector.value(arguments, at: 0) else {
      throw FunctionFault("\(function) needs JSON, and was given something else")
    }
    for index in 1..<max(arguments.count, 1) {
      guard let step = value.step(arguments.bytes(at: index) ?? []) else { return nil }
      value = step
    }
    return value
  }
}

extension JSONValue {
  fileprivate func step(_ key: [UInt8]) -> JSONValue? {
    switch self {
    case .object(let members): members.last { $0.name.utf8.elementsEqual(key) }?.value
    case .array(let elements):
      Int64(String(decoding: key, as: UTF8.self)).flatMap(elements.element)
    default: nil
    }
  }
}
