internal import Assets

extension Analyzer {
  func call(_ call: Call, _ range: Range<Int>, _ scope: Scope) throws -> Typed {
    let name = call.name.folded
    let role = Function.byName[name]?.first?.role
    if role == .aggregate || call.window != nil || call.isOfAll || role == .window {
      return try aggregate(call, role, range, scope)
    }
    guard !call.isDistinct, call.order.isEmpty, call.filter == nil, !call.isWithinGroup else {
      guard role != nil || Function.special.contains(name) else {
        return try unknownCall(call, scope)
      }
      throw fault("\(name) counts over no rows", "leave out what belongs to those", at: range)
    }
    if role == .table { return try rows(of: call, range, scope) }
    let arguments = try call.arguments.map { try value($0, scope) }
    if Function.special.contains(name) { return try special(name, arguments, call, range) }
    let (function, typed, kind) = try resolve(call, arguments)
    if name == "hstore_contains", arguments[0].isConstant {
      throw fault(
        "hstore_contains takes the map first, and then what it is to have",
        "write hstore_contains(tags, 'env=>prod')", at: range)
    }
    return Typed(.apply(function.operation, typed), kind, range)
  }

  private func unknownCall(_ call: Call, _ scope: Scope) throws -> Typed {
    _ = try resolve(call, [])
    throw fault("there is no function '\(call.name.spelling)'", nil, at: call.name.range)
  }

  private func special(
    _ name: String, _ arguments: [Typed], _ call: Call, _ range: Range<Int>
  ) throws -> Typed {
    let needed: ClosedRange<Int> =
      switch name {
      case "nullif", "ifnull": 2...2
      case "iif": 3...3
      default: 1...100
      }
    guard needed.contains(arguments.count) else {
      throw fault("\(name) is given \(arguments.count) arguments", nil, at: call.name.range)
    }
    switch name {
    case "nullif":
      let (pair, kind) = try alike(arguments, "=", at: range)
      try check(kind, "=", at: range)
      return Typed(.apply("nullif", pair), kind, range)
    case "iif":
      let condition = try truth(arguments[0])
      let (pair, kind) = try alike(Array(arguments.dropFirst()), name, at: range)
      return Typed(.caseOf(nil, [(condition, pair[0])], pair[1]), kind, range)
    case "num_nulls", "num_nonnulls", "grouping": return Typed(.apply(name, arguments), .int, range)
    default:
      let (alike, kind) = try self.alike(arguments, name, at: range)
      if name == "greatest" || name == "least" { try check(kind, "<", at: range) }
      return Typed(.apply(name == "ifnull" ? "coalesce" : name, alike), kind, range)
    }
  }
}
