internal import Assets

extension Analyzer {
  func aggregate(
    _ call: Call, as role: Function.Role?, at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    let name = call.name.folded
    let isWindow = call.window != nil
    guard role == .aggregate || role == .window || role == nil && call.isOfAll else {
      if role == nil { _ = try resolve(call, arguments: []) }
      throw fault("\(name) counts over no rows", advice: "leave OVER out", at: call.name.range)
    }
    guard role != .window || isWindow else {
      throw fault(
        "\(name) needs OVER", advice: "write \(name)() OVER (ORDER BY x)", at: call.name.range)
    }
    try check(call, isWindow: isWindow, in: scope)
    let wasInside = scope.isInAggregate
    scope.isInAggregate = !isWindow || wasInside
    defer { scope.isInAggregate = wasInside }
    if !isWindow { scope.hasAggregates = true }
    if isWindow, call.isDistinct {
      throw fault("DISTINCT is not there with OVER", advice: "count in a subquery", at: range)
    }
    let filter = try call.filter.map { try condition($0, in: scope) }
    var arguments = try call.arguments.map { try value($0, in: scope) }
    if call.isWithinGroup { arguments += try call.order.map { try value($0.value, in: scope) } }
    guard !call.isOfAll || name == "count" else {
      throw fault("\(name) takes no *", advice: "name what to take", at: call.name.range)
    }
    let window = try call.window.map { try self.window($0, in: scope) }
    if call.isOfAll {
      let aggregate = TypedAggregate(
        operation: "count", arguments: [], filter: filter, window: window)
      return Typed(.aggregate(aggregate), of: .bigint, at: range)
    }
    if !isWindow { try checkOwner(arguments + [filter].compactMap { $0 }, call: call, in: scope) }
    let (function, typed, kind) = try resolve(call, arguments: arguments)
    try check(function, arguments: typed, call: call)
    var aggregate = TypedAggregate(
      operation: function.operation, arguments: typed, isDistinct: call.isDistinct,
      filter: filter, window: window)
    aggregate.order = try order(call, arguments: typed, in: scope)
    return Typed(.aggregate(aggregate), of: kind, at: range)
  }

  private func check(_ call: Call, isWindow: Bool, in scope: Scope) throws {
    let name = call.name.folded
    let clause = scope.clause
    guard clause != .asset else {
      throw fault(
        "\(name) counts over rows, and an expression asks one asset at a time",
        advice: "write --count or --facet, or ask with: assetstore sql", at: call.name.range)
    }
    guard isWindow ? clause.allowsWindows : clause.allowsAggregates else {
      throw fault(
        "\(name) counts over rows that \(clause.rawValue) is only to choose",
        advice: clause == .filter && !isWindow ? "put it into HAVING" : "count in a subquery",
        at: call.name.range)
    }
    guard !scope.isInAggregate else {
      throw fault(
        "\(name) stands within another that counts over rows", advice: "count in a subquery",
        at: call.name.range)
    }
  }

  /// What names only columns of a query further out counts over the rows of that one, by the standard.
  private func checkOwner(_ values: [Typed], call: Call, in scope: Scope) throws {
    let columns = values.flatMap(\.columns)
    let own = Set(scope.sources.map(\.id))
    guard let first = columns.first, !columns.contains(where: { own.contains($0.source) }) else {
      return
    }
    let name = call.name.folded
    throw fault(
      "\(name) would count over the rows of the query around it, as '\(first.name)' is of that",
      advice: "count there, or name a column of this query", at: call.name.range)
  }

  private static let percentiles: Set<String> = ["percentile_disc", "percentile_cont", "mode"]

  private func check(_ function: Function, arguments: [Typed], call: Call) throws {
    let isPercentile = Self.percentiles.contains(function.operation)
    guard call.isWithinGroup == isPercentile else {
      let name = function.name
      throw fault(
        isPercentile ? "\(name) needs the values and their order" : "\(name) takes no WITHIN GROUP",
        advice: isPercentile
          ? "write \(name)(\(name == "mode" ? "" : "0.5")) WITHIN GROUP (ORDER BY x)" : nil,
        at: call.name.range)
    }
    for argument in arguments where call.isDistinct && !argument.kind.isComparable {
      throw fault(
        "DISTINCT can't tell \(argument.kind) from others", advice: nil, at: argument.range)
    }
    guard ["min", "max"].contains(function.operation), let argument = arguments.first,
      function.name.hasPrefix("m")
    else { return }
    guard argument.kind.isOrdered, argument.kind != .bool else {
      throw fault(
        "\(argument.kind) is neither the least nor the greatest",
        advice: argument.kind == .bool ? "write bool_or(x) or bool_and(x)" : nil, at: argument.range
      )
    }
  }

  /// ORDER BY within the parentheses of an aggregate, and the direction of a percentile.
  private func order(
    _ call: Call, arguments: [Typed], in scope: Scope
  ) throws -> [TypedOrder] {
    guard !call.isWithinGroup else {
      guard call.order.count == 1, let term = call.order.first, let last = arguments.last else {
        throw fault("WITHIN GROUP takes one order", advice: nil, at: call.name.range)
      }
      try check(last.kind, sign: "<", at: last.range)
      return [ordered(term, value: last, column: nil)]
    }
    let ordering: Set<String> = [
      "string_agg", "group_concat", "array_agg", "json_agg", "jsonb_agg", "json_group_array",
    ]
    // Of the others it makes no difference.
    guard ordering.contains(call.name.folded) else { return [] }
    guard call.order.isEmpty || call.window == nil else {
      throw fault(
        "ORDER BY is not there with OVER", advice: "order in a subquery", at: call.name.range)
    }
    return try call.order.map { term in
      let value = try self.value(term.value, in: scope)
      try check(value.kind, sign: "<", at: value.range)
      if call.isDistinct, value.signature != arguments.first?.signature {
        throw fault(
          "with DISTINCT it is ordered by what is taken", advice: "write ORDER BY the same",
          at: value.range)
      }
      return ordered(term, value: value, column: nil)
    }
  }

  func ordered(_ term: OrderTerm, value: Typed, column: Int?) -> TypedOrder {
    let value = value.kind == .unknown ? value.of(.text) : value
    return TypedOrder(
      value: value, column: column, isDescending: term.isDescending,
      nullsFirst: term.nullsFirst ?? term.isDescending)
  }
}
