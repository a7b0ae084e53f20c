internal import Assets

extension Analyzer {
  func call(_ call: Call, at range: Range<Int>, in scope: Scope) throws -> Typed {
    let name = call.name.folded
    let role = Function.byName[name]?.first?.role
    if role == .aggregate || call.window != nil || call.isOfAll || role == .window {
      return try aggregate(call, as: role, at: range, in: scope)
    }
    guard !call.isDistinct, call.order.isEmpty, call.filter == nil, !call.isWithinGroup else {
      guard role != nil || Function.special.contains(name) else {
        return try unknownCall(call, in: scope)
      }
      throw fault(
        "\(name) counts over no rows", advice: "leave out what belongs to those", at: range)
    }
    if role == .table { return try rows(of: call, at: range, in: scope) }
    var arguments = try call.arguments.map { try value($0, in: scope) }
    if name == "overlaps" {
      arguments = try arguments.map {
        $0.kind == .unknown ? try coerce($0, to: .timestamp) : $0
      }
    }
    if Function.special.contains(name) {
      return try special(name, arguments: arguments, call: call, at: range)
    }
    if name == "extract" { try checkPart(arguments) }
    let (function, typed, kind) = try resolve(call, arguments: arguments)
    if name == "hstore_contains", arguments[0].isConstant {
      throw fault(
        "hstore_contains takes the map first, and then what it is to have",
        advice: "write hstore_contains(tags, 'env=>prod')", at: range)
    }
    return Typed(.apply(function.operation, typed), of: kind, at: range)
  }

  /// A date has no time of day.
  private func checkPart(_ arguments: [Typed]) throws {
    let timely: Set<String> = [
      "hour", "minute", "second", "millisecond", "milliseconds", "microsecond", "microseconds",
      "timezone", "timezone_hour", "timezone_minute",
    ]
    guard arguments.count == 2, arguments[1].kind == .date,
      case .text(let part) = arguments[0].form,
      timely.contains(part)
    else { return }
    throw fault(
      "a date has no \(part)", advice: "take it of the timestamp", at: arguments[0].range)
  }

  private func unknownCall(_ call: Call, in scope: Scope) throws -> Typed {
    _ = try resolve(call, arguments: [])
    throw fault("there is no function '\(call.name.spelling)'", advice: nil, at: call.name.range)
  }

  private func special(
    _ name: String, arguments: [Typed], call: Call, at range: Range<Int>
  ) throws -> Typed {
    let needed: ClosedRange<Int> =
      switch name {
      case "nullif", "ifnull": 2...2
      case "iif": 3...3
      default: 1...100
      }
    guard needed.contains(arguments.count) else {
      throw fault("\(name) is given \(arguments.count) arguments", advice: nil, at: call.name.range)
    }
    switch name {
    case "nullif":
      let (pair, kind) = try alike(arguments, word: "=", at: range)
      try check(kind, sign: "=", at: range)
      return Typed(.apply("nullif", pair), of: kind, at: range)
    case "iif":
      let condition = try truth(arguments[0])
      let (pair, kind) = try alike(Array(arguments.dropFirst()), word: name, at: range)
      return Typed(.caseOf(nil, [(condition, pair[0])], pair[1]), of: kind, at: range)
    case "num_nulls", "num_nonnulls", "grouping":
      return Typed(.apply(name, arguments), of: .int, at: range)
    default:
      let (alike, kind) = try self.alike(arguments, word: name, at: range)
      if name == "greatest" || name == "least" { try check(kind, sign: "<", at: range) }
      return Typed(.apply(name == "ifnull" ? "coalesce" : name, alike), of: kind, at: range)
    }
  }
}
