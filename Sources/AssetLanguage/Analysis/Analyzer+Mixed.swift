internal import Assets

extension Analyzer {
  /// What is wrong with values that have nothing in common.
  func mixed(_ values: [Typed], _ word: String, at range: Range<Int>) -> Fault {
    let kinds = Set(values.map(\.kind)).subtracting([.unknown, .any])
    let isComparison = Self.comparisons.contains(word)
    let verb = isComparison ? "is compared with" : "stands beside"
    if kinds.contains(.json) {
      return fault(
        "JSON is not compared with \(kinds.first { $0 != .json }.map(\.description) ?? "JSON")",
        "take its text with ->>, and convert that: (state->>'Code')::BIGINT = 16", at: range)
    }
    if kinds.contains(where: { $0 == .timestamp || $0 == .date }),
      kinds.contains(where: \.isNumber)
    {
      return fault(
        "a timestamp \(verb) a number", "write TIMESTAMP '2024-05-01', or to_timestamp(x)",
        at: range)
    }
    if kinds.contains(where: { $0.element != nil }) {
      return fault(
        "an array \(verb) \(kinds.first { $0.element == nil }.map(\.description) ?? "another")",
        "write 'x' = ANY (array), or cardinality(array) = 0", at: range)
    }
    if kinds.contains(.text), let number = values.first(where: { $0.kind.isNumber }) {
      let isLiteral = !number.range.isEmpty && number.isNumberLiteral
      let advice =
        isLiteral
        ? "write '\(source(number.range))', in quotes; or convert the text: x::BIGINT"
        : "put what is a text in quotes, or convert one of them: x::BIGINT, x::VARCHAR"
      return fault(
        "a text \(verb) a number", advice, at: isLiteral ? number.range : range)
    }
    let names = kinds.map(\.description).sorted()
    return fault(
      "\(names.first ?? "this") \(verb) \(names.last ?? "that")",
      kinds.contains(.bool) ? "write x, NOT x, or x = TRUE" : "convert one of them: x::VARCHAR",
      at: range)
  }

  static let comparisons: Set<String> = ["=", "<>", "<", "<=", ">", ">=", "IN", "BETWEEN", "CASE"]

  /// A comparison of two values, made alike.
  func compare(
    _ sign: String, _ left: Typed, _ right: Typed, _ range: Range<Int>, at place: Range<Int>
  ) throws -> Typed {
    if case .row(let ones) = left.form {
      guard case .row(let others) = right.form, ones.count == others.count else {
        throw fault("rows of different lengths are compared", nil, at: place)
      }
      return try compareRows(sign, ones, others, range, at: place)
    }
    let (pair, kind) = try alike([left, right], sign, at: place)
    try check(kind, sign, at: place)
    return Typed(.compare(sign, pair[0], pair[1]), .bool, range)
  }

  /// Whether values of a kind are compared so.
  func check(_ kind: Kind, _ sign: String, at place: Range<Int>) throws {
    guard kind.isComparable else {
      throw fault(
        "JSON is not compared", "take a member of it: state->>'Name' = 'running'", at: place)
    }
    guard kind.isOrdered || !["<", "<=", ">", ">=", "BETWEEN"].contains(sign) else {
      throw fault("no map is less than another", "compare the value of a key", at: place)
    }
  }

  private func compareRows(
    _ sign: String, _ ones: [Typed], _ others: [Typed], _ range: Range<Int>, at place: Range<Int>
  ) throws -> Typed {
    let pairs = Array(zip(ones, others))
    switch sign {
    case "=":
      return Typed(
        .and(try pairs.map { try compare("=", $0, $1, range, at: place) }), .bool, range)
    case "<>":
      return Typed(
        .or(try pairs.map { try compare("<>", $0, $1, range, at: place) }), .bool, range)
    default: break
    }
    // (a, b) < (c, d) is a < c OR a = c AND b < d.
    let strict = String(sign.prefix(1))
    var result: Typed?
    for (index, pair) in pairs.enumerated().reversed() {
      let here = try compare(
        index == pairs.count - 1 ? sign : strict, pair.0, pair.1, range, at: place)
      if let rest = result {
        let equal = try compare("=", pair.0, pair.1, range, at: place)
        result = Typed(.or([here, Typed(.and([equal, rest]), .bool, range)]), .bool, range)
      } else {
        result = here
      }
    }
    return result ?? Typed(.bool(true), .bool, range)
  }
}
