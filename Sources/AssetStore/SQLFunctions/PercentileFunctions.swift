internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// PostgreSQL's percentiles, of the members of an array: `(fraction, array)`, and `'desc'` for those from above.
final class PercentileFunctions {
  private let inspector = JSONInspector()

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = PercentileFunctions()
    for count in 2...3 {
      try connection.define("percentile_disc", arguments: count, body: functions.discrete)
      try connection.define("percentile_cont", arguments: count, body: functions.continuous)
    }
  }

  /// The first member that has so large a part of all at it or before it.
  private func discrete(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let (fraction, members) = try ordered(arguments, of: "percentile_disc") else {
      return .null
    }
    let place = max(Int((fraction * Double(members.count)).rounded(.up)) - 1, 0)
    return Value(member: members[place])
  }

  /// What lies there, between two numbers if need be.
  private func continuous(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    guard let (fraction, members) = try ordered(arguments, of: "percentile_cont") else {
      return .null
    }
    let place = fraction * Double(members.count - 1)
    let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
    guard let below = members[low].double, let above = members[high].double else {
      throw FunctionFault("percentile_cont takes numbers; percentile_disc takes texts too")
    }
    return .real(below + (above - below) * (place - Double(low)))
  }

  /// The members without null; nil where there are none, or for NULL.
  private func ordered(
    _ arguments: borrowing FunctionArguments, of name: String
  ) throws(FunctionFault) -> (fraction: Double, members: [JSONValue])? {
    guard !arguments.isNull(at: 0),
      let members = try inspector.array(arguments, at: 1, of: name)?.filter({ $0 != .null }),
      !members.isEmpty
    else { return nil }
    guard let fraction = arguments.real(at: 0), 0...1 ~= fraction else {
      throw FunctionFault("\(name) takes a fraction from 0 to 1")
    }
    let keyed = members.map { (key: MemberKey($0).sortable, member: $0) }
    let sorted = keyed.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let ascending = sorted.map(\.member)
    return (fraction, arguments.count > 2 ? ascending.reversed() : ascending)
  }
}

extension JSONValue {
  fileprivate var double: Double? {
    if case .number(let spelling) = self { Double(spelling) } else { nil }
  }
}
