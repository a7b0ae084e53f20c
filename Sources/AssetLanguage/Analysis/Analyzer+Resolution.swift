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
      advice: Self.instead[name] ?? nearest(to: name, in: known).map { "did you mean '\($0)'?" },
      at: call.name.range)
  }

  /// What else does what a function does that is not there.
  private static let instead: [String: String] = [
    "random": "a query gives the same whenever it runs", "format": "put texts together with ||",
    "row_to_json": "write json_build_object('name', x, …)",
    "current_setting":
      "a store has no settings and no time frame: write the time, in UTC, or a parameter as :from",
    "inet": "write x::INET", "clock_timestamp": "write now()",
    "make_interval": "write INTERVAL '10 days', or x * INTERVAL '1 day'",
    "make_time": "write to_char(x, 'HH24:MI:SS') for the time of a day",
    "bit_length": "write 8 * octet_length(x)",
    "jsonb_set": "write json_build_object('name', x, …)",
    "jsonb_path_query": "write config->'name', or json_array_elements(config) in FROM",
    "gen_random_uuid": "a query gives the same whenever it runs", "sha256": "there is md5(x)",
    "array_ndims": "arrays have one dimension here", "array_dims": "write array_length(x, 1)",
    "width_bucket": "write floor((x - low) / width) + 1",
    "to_number": "convert it: replace(x, ',', '')::NUMERIC",
    "cbrt": "write x ^ (1.0 / 3)",
    "isnull": "write x IS NULL", "nvl": "write coalesce(x, y)", "len": "write length(x)",
    "isfinite": "all timestamps are finite here", "pg_typeof": "write typeof(x)",
    "datediff": "write EXTRACT(epoch FROM a - b) / 86400, or a::DATE - b::DATE",
    "dateadd": "write x + INTERVAL '1 day'", "getdate": "write now()",
    "date_format": "write to_char(x, 'YYYY-MM-DD')", "json_value": "write x->>'name'",
    "listagg": "write string_agg(x, ',' ORDER BY x)", "array_contains": "write 'x' = ANY (array)",
    "contains": "write x LIKE '%…%', or array @> ARRAY['x']",
    "jsonb_pretty": "show it with -o json",
    "hstore_to_array": "write akeys(tags) and avals(tags)",
    "similarity": "write x LIKE '%…%', or a regular expression with ~",
    "load_extension": "a query reads the store, and does nothing else",
  ]

  private func noMatch(_ call: Call, candidates: [Function], arguments: [Typed]) -> Fault {
    let name = call.name.folded
    let ways = candidates.map(\.signature)
    let shown = Array(Set(ways)).sorted().joined(separator: " or ")
    let counts = candidates.contains {
      arguments.count == $0.parameters.count
        || $0.isVariadic && arguments.count >= $0.parameters.count
    }
    let given = arguments.map(\.kind.description).joined(separator: ", ")
    let needsBool = candidates.contains { $0.role == .aggregate } && arguments.first?.kind == .bool
    return fault(
      counts
        ? "\(name) is given \(given)"
        : "\(name) is given \(arguments.count == 1 ? "one argument" : "\(arguments.count) arguments")",
      advice: needsBool ? "write bool_or(x), or count(*) FILTER (WHERE x)" : "there is \(shown)",
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
