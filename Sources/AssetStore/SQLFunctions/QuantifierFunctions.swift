internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// What asks for each member of an array, and what makes one of many rows.
final class QuantifierFunctions {
  private let inspector = JSONInspector()
  /// The array that was asked last, which is the same one for row after row where it is spelled out.
  private var lastArray: (text: [UInt8], members: [JSONValue])?

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = QuantifierFunctions()
    try connection.define("is_any", arguments: 3) { arguments throws(FunctionFault) in
      try functions.holds(arguments, isAll: false)
    }
    try connection.define("is_all", arguments: 3) { arguments throws(FunctionFault) in
      try functions.holds(arguments, isAll: true)
    }
    try connection.define("array_position", arguments: 2, body: functions.position)
    try connection.define("only", arguments: 2) { arguments throws(FunctionFault) in
      guard arguments.integer(at: 1) ?? 0 <= 1 else {
        throw FunctionFault("a query that is a value gives more than one row")
      }
      return arguments.value(at: 0)
    }
    try connection.define("sorted_rows", arguments: 2) { arguments throws(FunctionFault) in
      try functions.sorted(arguments) { row in
        let cells = row.array ?? []
        return (cells.first ?? .null, Array(cells.dropFirst()))
      }
    }
    try connection.define("sorted_members", arguments: 2) { arguments throws(FunctionFault) in
      try functions.sorted(arguments) { ($0, [$0]) }
    }
    try connection.define("joined_members", arguments: 2, body: functions.joined)
    try connection.define("mode_of", arguments: 1, body: functions.mode)
  }

  /// Three-valued: a member that is null leaves it open.
  private func holds(
    _ arguments: borrowing FunctionArguments, isAll: Bool
  ) throws(FunctionFault) -> Value {
    guard let members = try members(arguments, at: 2, of: isAll ? "ALL" : "ANY") else {
      return .null
    }
    let sign = arguments.text(at: 0) ?? "="
    let value = JSONValue(arguments, at: 1, like: members.first)
    var isOpen = false
    for member in members {
      switch MemberKey.compare(value, sign: sign, right: member) {
      case nil: isOpen = true
      case isAll: break
      default: return .integer(isAll ? 0 : 1)
      }
    }
    return isOpen ? .null : .integer(isAll ? 1 : 0)
  }

  private func members(
    _ arguments: borrowing FunctionArguments, at index: Int, of name: String
  ) throws(FunctionFault) -> [JSONValue]? {
    let last = lastArray
    if let last, arguments.withBytes(at: index, body: { $0.isIdentical(inBytesTo: last.text.span) })
    {
      return last.members
    }
    guard let members = try inspector.array(arguments, at: index, of: name) else { return nil }
    lastArray = (arguments.bytes(at: index) ?? [], members)
    return members
  }

  private func position(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let members = try members(arguments, at: 0, of: "array_position") else { return .null }
    let key = MemberKey(JSONValue(arguments, at: 1, like: members.first { $0 != .null }))
    let place = members.firstIndex { MemberKey($0) == key }
    return place.map { .integer(Int64($0) + 1) } ?? .null
  }

  /// - Parameter split: a row's value and the keys that it is sorted by.
  private func sorted(
    _ arguments: borrowing FunctionArguments, split: (JSONValue) -> (JSONValue, [JSONValue])
  ) throws(FunctionFault) -> Value {
    guard let rows = try inspector.array(arguments, at: 0, of: "an order") else { return .null }
    let spelling = Array(arguments.bytes(at: 1) ?? [])
    let directions = stride(from: 0, to: spelling.count - 1, by: 2).map { place in
      (
        isDown: spelling[place] == UInt8(ascii: "d"),
        nullsFirst: spelling[place + 1] == UInt8(ascii: "f")
      )
    }
    let keyed = rows.map { row in
      let (value, keys) = split(row)
      return (value: value, keys: keys.map { $0 == .null ? nil : MemberKey($0).sortable })
    }
    let sorted = keyed.enumerated().sorted { one, other in
      for (place, direction) in directions.enumerated() {
        switch (one.element.keys[place], other.element.keys[place]) {
        case (nil, nil): continue
        case (nil, _): return direction.nullsFirst
        case (_, nil): return !direction.nullsFirst
        case (let left?, let right?):
          if left.utf8.elementsEqual(right.utf8) { continue }
          return left.utf8.lexicographicallyPrecedes(right.utf8) != direction.isDown
        }
      }
      return one.offset < other.offset
    }
    return .text(JSONValue.array(sorted.map(\.element.value)).text)
  }

  /// What `string_agg` gives: without NULLs, and NULL where there is nothing.
  private func joined(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    let members = try inspector.array(arguments, at: 0, of: "string_agg") ?? []
    let texts = members.compactMap(\.plainText)
    guard !texts.isEmpty else { return .null }
    let separator = arguments.text(at: 1) ?? ""
    try SQLLimits.checkLength(texts.reduce(0) { $0 + $1.utf8.count + separator.utf8.count })
    return .text(texts.joined(separator: separator))
  }

  /// The member that comes most often, of several the least.
  private func mode(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    let members = (try inspector.array(arguments, at: 0, of: "mode") ?? []).filter { $0 != .null }
    let counts = Dictionary(grouping: members, by: MemberKey.init)
    let best = counts.max { one, other in
      one.value.count == other.value.count
        ? other.key.sortable.utf8.lexicographicallyPrecedes(one.key.sortable.utf8)
        : one.value.count < other.value.count
    }
    return Value(member: best?.value.first)
  }
}

extension JSONValue {
  /// An argument as a member beside another, which tells whether JSON text is one or holds something: SQLite passes
  /// truth values, arrays and maps as their JSON.
  init(_ arguments: borrowing FunctionArguments, at index: Int, like member: JSONValue?) {
    self.init(arguments, at: index)
    guard case .string(let text) = self else { return }
    switch member {
    case .bool: self = text == "true" ? .bool(true) : .bool(false)
    case .number: self = .number(text)
    case .array, .object:
      if let value = try? JSONValue(parsing: text.utf8, named: "a member") { self = value }
    default: break
    }
  }
}
