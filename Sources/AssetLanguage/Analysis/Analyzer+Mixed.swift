internal import Assets

extension Analyzer {
  /// What is wrong with values that have nothing in common.
  ///
  /// - Parameter place: where they stand, if none of them is the odd one.
  func mixed(_ values: [Typed], word: String, at place: Range<Int>) -> Fault {
    let range = odd(values)?.range ?? place
    let kinds = Set(values.map(\.kind)).subtracting([.unknown, .any])
    let isComparison = Self.comparisons.contains(word)
    let verb = isComparison ? "is compared with" : "stands beside"
    if kinds.contains(.json) {
      return fault(
        "JSON is not compared with \(kinds.first { $0 != .json }.map(\.description) ?? "JSON")",
        advice: "take its text with ->>, and convert that: (state->>'Code')::BIGINT = 16", at: range
      )
    }
    if kinds.contains(where: { $0 == .timestamp || $0 == .date }),
      kinds.contains(where: \.isNumber)
    {
      return fault(
        "a timestamp \(verb) a number", advice: "write TIMESTAMP '2024-05-01', or to_timestamp(x)",
        at: range)
    }
    if kinds.contains(where: { $0.element != nil }) {
      let other = kinds.first { $0.element == nil }
      return fault(
        "an array \(verb) \(other?.description ?? "one of another kind")",
        advice: other == nil
          ? "convert one of them: ARRAY[443]::BIGINT[]"
          : "write 'x' = ANY (array), or cardinality(array) = 0", at: range)
    }
    if kinds.contains(.text), let number = values.first(where: { $0.kind.isNumber }) {
      let isLiteral = !number.range.isEmpty && number.isNumberLiteral
      let advice =
        isLiteral
        ? "write '\(source(number.range))', in quotes; or convert the text: x::BIGINT"
        : "put what is a text in quotes, or convert one of them: x::BIGINT, x::VARCHAR"
      return fault(
        "a text \(verb) a number", advice: advice, at: isLiteral ? number.range : range)
    }
    let names = kinds.map(\.description).sorted()
    return fault(
      "\(names.first ?? "this") \(verb) \(names.last ?? "that")",
      advice: kinds.contains(.bool)
        ? "write x, NOT x, or x = TRUE" : "convert one of them: x::VARCHAR",
      at: range)
  }

  /// The first that has nothing in common with those before it, if it was written.
  private func odd(_ values: [Typed]) -> Typed? {
    let place = values.indices.first { Kind.common(values[...$0].map(\.kind)) == nil }
    return place.map { values[$0] }.flatMap { $0.range.isEmpty ? nil : $0 }
  }

  static let comparisons: Set<String> = [
    "=", "<>", "<", "<=", ">", ">=", "IN", "BETWEEN", "CASE", "USING",
  ]

  /// A comparison of two values, made alike.
  func compare(
    _ sign: String, left: Typed, right: Typed, range: Range<Int>, at place: Range<Int>
  ) throws -> Typed {
    if case .row(let ones) = left.form {
      guard case .row(let others) = right.form, ones.count == others.count else {
        throw fault("rows of different lengths are compared", advice: nil, at: place)
      }
      return try compareRows(sign, ones: ones, others: others, range: range, at: place)
    }
    let (pair, kind) = try alike([left, right], word: sign, at: place)
    let first = [left, right].first { $0.kind == kind && !$0.range.isEmpty }
    try check(kind, sign: sign, at: first?.range ?? place)
    return Typed(.compare(sign, pair[0], pair[1]), of: .bool, at: range)
  }

  /// Whether values of a kind are compared so.
  func check(_ kind: Kind, sign: String, at place: Range<Int>) throws {
    guard kind.isComparable else {
      throw fault(
        "JSON is not compared", advice: "take a member of it: state->>'Name' = 'running'", at: place
      )
    }
    guard kind.isOrdered || !["<", "<=", ">", ">=", "BETWEEN"].contains(sign) else {
      throw fault("no map is less than another", advice: "compare the value of a key", at: place)
    }
  }

  private func compareRows(
    _ sign: String, ones: [Typed], others: [Typed], range: Range<Int>, at place: Range<Int>
  ) throws -> Typed {
    let pairs = Array(zip(ones, others))
    switch sign {
    case "=":
      return Typed(
        .and(try pairs.map { try compare("=", left: $0, right: $1, range: range, at: place) }),
        of: .bool, at: range)
    case "<>":
      return Typed(
        .or(try pairs.map { try compare("<>", left: $0, right: $1, range: range, at: place) }),
        of: .bool, at: range)
    default: break
    }
    // (a, b) < (c, d) is a < c OR a = c AND b < d.
    let strict = String(sign.prefix(1))
    var result: Typed?
    for (index, pair) in pairs.enumerated().reversed() {
      let here = try compare(
        index == pairs.count - 1 ? sign : strict, left: pair.0, right: pair.1, range: range,
        at: place)
      if let rest = result {
        let equal = try compare("=", left: pair.0, right: pair.1, range: range, at: place)
        result = Typed(
          .or([here, Typed(.and([equal, rest]), of: .bool, at: range)]), of: .bool, at: range)
      } else {
        result = here
      }
    }
    return result ?? Typed(.bool(true), of: .bool, at: range)
  }
}
