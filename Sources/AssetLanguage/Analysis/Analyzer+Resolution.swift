internal import Assets

extension Analyzer {
  /// The function that a call means, and its arguments as the function takes them.
  func resolve(
    _ call: Call, arguments: [Typed]
  ) throws -> (function: Function, arguments: [Typed], result: Kind) {
    let name = call.name.folded
    guard let candidates = Function.byName[name] else { throw noFunction(call) }
    for argument in arguments {
      guard case .row = argument.form else { continue }
      throw fault(
        "\(name) takes values, and is given a row",
        advice:
          "put the values together: a || ',' || b, or ask in a subquery: SELECT DISTINCT a, b",
        at: argument.range)
    }
    var best: (function: Function, same: Kind?, price: Int)?
    var isOpen = false
    for function in candidates {
      guard let (same, price) = match(function, arguments: arguments) else { continue }
      if let best, price == best.price { isOpen = true }
      if best.map({ price < $0.price }) ?? true { isOpen = false }
      if best.map({ price < $0.price }) ?? true { best = (function, same, price) }
    }
    guard let best else { throw noMatch(call, candidates: candidates, arguments: arguments) }
    let isOfSeveral = candidates.count > 1 && ["sum", "avg"].contains(name)
    if isOpen || isOfSeveral, let unknown = arguments.first(where: { $0.kind == .unknown }) {
      throw fault(
        "it is not known what \(name) is given here",
        advice: "convert it: 'x'::TIMESTAMP, '1'::BIGINT",
        at: unknown.range)
    }
    if best.same == .unknown, best.function.parameters.contains(where: \.isOfAnyKind),
      !["min", "max"].contains(name)
    {
      throw fault(
        "it is not known what \(name) is given here",
        advice: "convert it: 'x'::VARCHAR, '1'::BIGINT",
        at: arguments[0].range)
    }
    let same = best.same == .unknown ? .text : best.same ?? .text
    var typed: [Typed] = []
    for (index, argument) in arguments.enumerated() {
      let parameter = best.function.parameters[min(index, best.function.parameters.count - 1)]
      let kind = parameter.kind(same)
      typed.append(kind == .any ? argument : try coerce(argument, to: kind))
    }
    var result = best.function.result.kind(same)
    // A map with comma-joined values stays one.
    if result.isMap, let first = typed.first, first.kind.isMap { result = first.kind }
    return (best.function, typed, result)
  }

  /// What `same` stands for, and how much has to be converted; nil where the arguments don't fit.
  private func match(_ function: Function, arguments: [Typed]) -> (Kind?, Int)? {
    let count = function.parameters.count
    guard arguments.count == count || function.isVariadic && arguments.count >= count else {
      return nil
    }
    var kinds: [Kind] = []
    for (index, argument) in arguments.enumerated() {
      switch function.parameters[min(index, max(count - 1, 0))] {
      case .same: kinds.append(argument.kind)
      case .array(.same):
        guard let element = argument.kind.element else {
          guard argument.kind == .unknown else { return nil }
          continue
        }
        kinds.append(element)
      default: break
      }
    }
    guard let same = Kind.common(kinds) else { return nil }
    var price = 0
    for (index, argument) in arguments.enumerated() {
      let parameter = function.parameters[min(index, max(count - 1, 0))]
      guard let more = argument.kind.priceOfBecoming(parameter.kind(same)) else { return nil }
      price += more
    }
    return (same, price)
  }

  private func noFunction(_ call: Call) -> Fault {
    let name = call.name.folded
    let known = Function.byName.keys.sorted() + Function.special.sorted()
    return fault(
      "there is no function '\(call.name.spelling)'",
      advice: Self.insteadOfFunctions[name]
        ?? nearest(to: name, in: known).map { "did you mean '\($0)'?" },
      at: call.name.range)
  }

  private func noMatch(_ call: Call, candidates: [Function], arguments: [Typed]) -> Fault {
    let name = call.name.folded
    let ways = candidates.map(\.signature)
    let shown = Array(Set(ways)).sorted().joined(separator: " or ")
    let counts = candidates.contains {
      arguments.count == $0.parameters.count
        || $0.isVariadic && arguments.count >= $0.parameters.count
    }
    let given = arguments.map(\.kind.description).joined(separator: ", ")
    let isOfSeveralFractions = name.hasPrefix("percentile") && arguments.first?.kind.element != nil
    let needsBool = candidates.contains { $0.role == .aggregate } && arguments.first?.kind == .bool
    return fault(
      counts
        ? "\(name) is given \(given)"
        : "\(name) is given \(arguments.count == 1 ? "one argument" : "\(arguments.count) arguments")",
      advice: needsBool
        ? "write bool_or(x), or count(*) FILTER (WHERE x)"
        : isOfSeveralFractions
          ? "ask for each by itself: \(name)(0.5) …, \(name)(0.9) …" : "there is \(shown)",
      at: call.name.range)
  }
}

extension Function.Parameter {
  /// Whether what it takes is told by what it is given.
  fileprivate var isOfAnyKind: Bool {
    switch self {
    case .of: false
    case .same: true
    case .array(let member): member.isOfAnyKind
    }
  }

  func kind(_ same: Kind) -> Kind {
    switch self {
    case .of(let kind): kind
    case .same: same
    case .array(let member): .array(member.kind(same))
    }
  }
}
