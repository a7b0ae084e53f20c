internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// What a cast of a text calls. A text that does not spell a value of the type is an error, as in
/// PostgreSQL; SQLite would make 0 of it.
final class CastFunctions {
  private let inspector = JSONInspector()

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = CastFunctions()
    try connection.define("cast_bigint", arguments: 1, body: functions.integer)
    try connection.define("cast_float", arguments: 1, body: functions.float)
    try connection.define("cast_boolean", arguments: 1, body: functions.boolean)
    try connection.define("cast_date", arguments: 1, body: functions.date)
    try connection.define("cast_json", arguments: 1, body: functions.json)
    try connection.define("cast_hstore", arguments: 1, body: functions.hstore)
  }

  private func integer(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let text = arguments.text(at: 0)?.trimmingSpace else { return .null }
    guard let integer = arguments.integer(at: 0) ?? Int64(text) else {
      throw fault(text, type: "bigint")
    }
    return .integer(integer)
  }

  private func float(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let text = arguments.text(at: 0)?.trimmingSpace else { return .null }
    if let real = arguments.real(at: 0) { return .real(real) }
    let isSpelled = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    guard isSpelled, let real = Double(text), real.isFinite else {
      throw fault(text, type: "double precision")
    }
    return .real(real)
  }

  private func boolean(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let text = arguments.text(at: 0)?.trimmingSpace else { return .null }
    if let real = arguments.real(at: 0) { return .integer(real == 0 ? 0 : 1) }
    switch text.lowercased() {
    case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1": return 1
    case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0": return 0
    default: throw fault(text, type: "boolean")
    }
  }

  private func date(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    return .text(String(try TimeFunctions.moment(arguments, at: 0).text.prefix(10)))
  }

  private func json(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let text = arguments.text(at: 0) else { return .null }
    guard let value = try inspector.value(arguments, at: 0) else { throw fault(text, type: "JSON") }
    return .text(value.text)
  }

  private func hstore(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    let pairs = try arguments.withBytes(at: 0) { text throws(FunctionFault) in
      try HstoreText.pairs(of: text, inspector: inspector)
    }
    return .text(JSONValue.object(pairs).text)
  }

  private func fault(_ text: String, type: String) -> FunctionFault {
    FunctionFault("'\(text.shortened(toScalars: 40))' is no \(type)")
  }
}
