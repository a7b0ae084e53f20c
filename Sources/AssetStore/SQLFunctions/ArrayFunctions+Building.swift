internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// What makes arrays of arrays. A member is given as SQLite holds it: a text, a number, or JSON text for what is itself
/// an array or a map.
final class ArrayBuildingFunctions {
  private let inspector = JSONInspector()

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = ArrayBuildingFunctions()
    try connection.define("array_cat", arguments: 2) { arguments throws(FunctionFault) in
      let (left, right) = (
        try functions.array(arguments, at: 0), try functions.array(arguments, at: 1)
      )
      guard left != nil || right != nil else { return .null }
      return try text((left ?? []) + (right ?? []))
    }
    try connection.define("array_remove", arguments: 2) { arguments throws(FunctionFault) in
      guard let array = try functions.array(arguments, at: 0) else { return .null }
      let key = MemberKey(JSONValue(arguments, at: 1, like: array.first { $0 != .null }))
      return try text(array.filter { MemberKey($0) != key })
    }
    try connection.define("array_replace", arguments: 3) { arguments throws(FunctionFault) in
      guard let array = try functions.array(arguments, at: 0) else { return .null }
      let example = array.first { $0 != .null }
      let key = MemberKey(JSONValue(arguments, at: 1, like: example))
      let other = JSONValue(arguments, at: 2, like: example)
      return try text(array.map { MemberKey($0) == key ? other : $0 })
    }
    try connection.define("array_positions", arguments: 2) { arguments throws(FunctionFault) in
      guard let array = try functions.array(arguments, at: 0) else { return .null }
      let key = MemberKey(JSONValue(arguments, at: 1, like: array.first { $0 != .null }))
      let places = array.indices.filter { MemberKey(array[$0]) == key }
      return try text(places.map { .number("\($0 + 1)") })
    }
    try connection.define("array_slice", arguments: 3) { arguments throws(FunctionFault) in
      guard let array = try functions.array(arguments, at: 0), let low = arguments.integer(at: 1),
        let high = arguments.integer(at: 2)
      else { return .null }
      let range = max(low, 1)...max(max(low, 1), min(high, Int64(array.count)))
      guard high >= max(low, 1), low <= array.count else { return "[]" }
      return try text(Array(array[Int(range.lowerBound) - 1..<Int(range.upperBound)]))
    }
    try connection.define("array_lower", arguments: 2) { arguments throws(FunctionFault) in
      guard let array = try functions.array(arguments, at: 0),
        let dimension = arguments.integer(at: 1)
      else { return .null }
      return array.isEmpty || dimension != 1 ? .null : 1
    }
    try connection.define("array_contains", arguments: 2) { arguments throws(FunctionFault) in
      guard let one = try functions.array(arguments, at: 0),
        let other = try functions.array(arguments, at: 1)
      else { return .null }
      let keys = Set(one.map(MemberKey.init))
      return other.allSatisfy { $0 != .null && keys.contains(MemberKey($0)) } ? 1 : 0
    }
    try connection.define("array_overlaps", arguments: 2) { arguments throws(FunctionFault) in
      guard let one = try functions.array(arguments, at: 0),
        let other = try functions.array(arguments, at: 1)
      else { return .null }
      let keys = Set(one.map(MemberKey.init))
      return other.contains { $0 != .null && keys.contains(MemberKey($0)) } ? 1 : 0
    }
    try connection.define("array_zip", arguments: nil) { arguments throws(FunctionFault) in
      var arrays: [[JSONValue]] = []
      for index in 0..<arguments.count {
        arrays.append(try functions.array(arguments, at: index) ?? [])
      }
      let rows = (0..<(arrays.map(\.count).max() ?? 0)).map { row in
        JSONValue.array(arrays.map { row < $0.count ? $0[row] : .null })
      }
      return try text(rows)
    }
    try defineReading(functions, on: connection)
  }

  private static func defineReading(
    _ functions: ArrayBuildingFunctions, on connection: borrowing Connection
  ) throws(SQLiteError) {
    try connection.define("array_key", arguments: 1) { arguments throws(FunctionFault) in
      guard let array = try functions.array(arguments, at: 0) else { return .null }
      return .text(MemberKey(.array(array)).sortable)
    }
    try connection.define("array_text", arguments: 1) { arguments throws(FunctionFault) in
      guard let array = try functions.array(arguments, at: 0) else { return .null }
      return .text(JSONValue.array(array).arrayText)
    }
    for (name, isMax) in [("array_min", false), ("array_max", true)] {
      try connection.define(name, arguments: 1) { arguments throws(FunctionFault) in
        let all = (try functions.array(arguments, at: 0) ?? []).filter { $0 != .null }
        let sorted = all.map { (key: MemberKey($0).sortable, value: $0) }.sorted {
          $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        return Value((isMax ? sorted.last : sorted.first)?.value.text)
      }
    }
  }

  private func array(
    _ arguments: borrowing FunctionArguments, at index: Int
  ) throws(FunctionFault) -> [JSONValue]? {
    try inspector.array(arguments, at: index, of: "an array function")
  }

  private static func text(_ members: [JSONValue]) throws(FunctionFault) -> Value {
    let text = JSONValue.array(members).text
    try SQLLimits.checkLength(text.utf8.count)
    return .text(text)
  }
}

extension JSONValue {
  /// An argument as a member of an array. What is an array or an object is passed as JSON text.
  init(_ arguments: borrowing FunctionArguments, at index: Int) {
    if arguments.isNull(at: index) {
      self = .null
    } else if let integer = arguments.integer(at: index) {
      self = .number("\(integer)")
    } else if let real = arguments.real(at: index) {
      self = .number(FloatText.text(of: real))
    } else {
      self = .string(arguments.text(at: index) ?? "")
    }
  }

  /// As PostgreSQL writes an array: `{a,"b c",NULL}`.
  var arrayText: String {
    switch self {
    case .null: "NULL"
    case .bool(let value): value ? "t" : "f"
    case .number(let spelling): spelling
    case .array(let members): "{" + members.map(\.arrayText).joined(separator: ",") + "}"
    case .object: JSONValue.string(text).arrayText
    case .string(let text):
      text.utf8.isEmpty || text.foldedIsNull
        || text.utf8.contains(where: { "{},\"\\ \t\n\r".utf8.contains($0) })
        ? "\"" + text.doubledBackslashes + "\"" : text
    }
  }
}

extension String {
  fileprivate var foldedIsNull: Bool { utf8.count == 4 && lowercased() == "null" }

  fileprivate var doubledBackslashes: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\\" || scalar == "\"" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
