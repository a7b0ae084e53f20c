extension ExpressionParser {
  /// `IS` binds more loosely than a comparison: `a = b IS NULL` asks whether the comparison is unknown.
  mutating func parseIs() throws -> Term {
    let left = try parseComparison()
    let operation = token
    guard take(word: "IS") else { return left }
    let isNegated = take(word: "NOT")
    let expression = try parseIs(left, operation)
    return .condition(isNegated ? .not(expression) : expression)
  }

  private mutating func parseIs(_ left: Term, _ operation: Token) throws -> Expression {
    if take(word: "DISTINCT") {
      try require(word: "FROM")
      let right = try operand(parseComparison(), of: operation)
      return .isDistinct(try operand(left, of: operation), from: right)
    }
    let word = token
    if take(word: "NULL") {
      switch left {
      case .operand(let operand): return .isNull(operand)
      case .condition(let condition): return .is(condition, nil)
      }
    }
    let truths: [(String, Bool?)] = [("TRUE", true), ("FALSE", false), ("UNKNOWN", nil)]
    guard let (_, truth) = truths.first(where: { word.isWord($0.0) }) else {
      throw unexpected("NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM")
    }
    _ = advance()
    switch left {
    case .operand(let operand): return .is(.value(operand), truth)
    case .condition(let condition): return .is(condition, truth)
    }
  }

  private mutating func parseComparison() throws -> Term {
    let left = try parseMatch()
    let operation = token
    guard case .symbol(let symbol) = operation.kind,
      let comparison = Comparison(rawValue: symbol == "!=" ? "<>" : symbol)
    else { return left }
    _ = advance()
    let value = try operand(left, of: operation)
    if isWord("ANY"), following.kind == .symbol("(") {
      return .condition(try parseAny(value, comparison, operation))
    }
    return .condition(.compare(value, comparison, try operand(parseMatch(), of: operation)))
  }

  /// `= ANY (avals(tags))`, `= ANY (ARRAY['a', 'b'])`, `= ANY (security_groups)`.
  private mutating func parseAny(
    _ value: Operand, _ comparison: Comparison, _ operation: Token
  ) throws -> Expression {
    guard comparison == .equal else {
      throw fault(
        "ANY goes with = only", "write NOT ('x' = ANY (…)) for none of them", at: operation)
    }
    _ = advance()
    try require(symbol: "(")
    let expression: Expression
    if isWord("ARRAY") {
      expression = .isAmong(value, try parseArray())
    } else {
      expression = .isMember(value, of: try parseMembers())
    }
    try require(symbol: ")")
    return expression
  }

  private mutating func parseMembers() throws -> Members {
    let function = token
    guard following.kind == .symbol("(") else { return .members(try parseField()) }
    let isKeys = isWord("AKEYS")
    guard isKeys || isWord("AVALS") else {
      throw unexpected("akeys, avals or an array")
    }
    _ = advance()
    try require(symbol: "(")
    let field = try parseField(of: function)
    try require(symbol: ")")
    return isKeys ? .keys(field) : .values(field)
  }

  /// `IN`, `LIKE` and their kin bind more tightly than a comparison.
  private mutating func parseMatch() throws -> Term {
    let left = try parseOther()
    let words = ["IN", "LIKE", "ILIKE", "GLOB", "BETWEEN"]
    let isNegated = isWord("NOT") && words.contains { following.isWord($0) }
    if isNegated { _ = advance() }
    guard let word = words.first(where: isWord) else { return left }
    let operation = advance()
    let expression = try parseMatch(word, operand(left, of: operation), operation)
    return .condition(isNegated ? .not(expression) : expression)
  }

  private mutating func parseMatch(
    _ word: String, _ value: Operand, _ operation: Token
  ) throws -> Expression {
    switch word {
    case "IN":
      return .isAmong(value, try parseList("(", ")"))
    case "BETWEEN":
      let low = try operand(parseOther(), of: operation)
      try require(word: "AND")
      let high = try operand(parseOther(), of: operation)
      return .and([.compare(value, .greaterOrEqual, low), .compare(value, .lessOrEqual, high)])
    case "GLOB":
      return .matches(value, try parsePattern(.glob))
    default:
      return .matches(value, try parsePattern(.like, ignoresCase: word == "ILIKE"))
    }
  }
}
