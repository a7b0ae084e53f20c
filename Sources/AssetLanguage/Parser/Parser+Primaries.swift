internal import Assets

extension Parser {
  /// A literal, a name, a call, or what stands in parentheses.
  mutating func primary() throws -> Syntax {
    let token = next
    switch token.kind {
    case .text: return literal(.text(token.spelling))
    case .number: return literal(.number(token.spelling))
    case .blob: return literal(.blob)
    case .parameter: return literal(.parameter(token.spelling))
    case .symbol: return try parenthesized()
    case .end: throw expected("an expression")
    case .quotedName: return try named()
    case .word: return try word()
    }
  }

  private mutating func literal(_ form: Syntax.Form) -> Syntax {
    let range = take().range
    return Syntax(form, at: range)
  }

  private mutating func parenthesized() throws -> Syntax {
    if next.isSymbol("*") {
      let range = take().range
      return Syntax(.all([]), at: range)
    }
    guard next.isSymbol("(") else { throw noOperand() }
    let start = next.range.lowerBound
    if tokens[index + 1].kind != .end, startsQuery(at: index + 1) {
      let query = try inParentheses { try $0.query() }
      return try checkDepth(Syntax(.subquery(query), at: start..<end))
    }
    let parts = try inParentheses { parser in try parser.list { try $0.expression() } }
    if parts.count == 1 { return Syntax(parts[0].form, at: start..<end, over: parts) }
    return try checkDepth(Syntax(.row(parts), at: start..<end, over: parts))
  }

  private func noOperand() -> Fault {
    switch next.spelling {
    case "?", "@", "$", ":":
      fault("'\(next.spelling)' is no parameter", advice: "write a parameter as :name")
    case "~": fault("there is no ~ before an operand", advice: nil)
    default: expected("an expression")
    }
  }

  private mutating func word() throws -> Syntax {
    let token = next
    switch token.folded {
    case "null": return literal(.null)
    case "true": return literal(.bool(true))
    case "false": return literal(.bool(false))
    case "case": return try caseOf()
    case "cast": return try castCall()
    case "exists": return try exists()
    case "array": return try array()
    case "row" where self.token(1).isSymbol("("): return try row()
    case "left", "right": if self.token(1).isSymbol("(") { return try call(.init(token: take())) }
    case "interval" where self.token(1).kind == .text: return try interval()
    default: break
    }
    if let literal = try typedLiteral() { return literal }
    guard token.isName else {
      throw fault(
        "an expression is expected here, not '\(token.spelling)'",
        advice: "put a name of this spelling in double quotes")
    }
    return try named()
  }

  private mutating func exists() throws -> Syntax {
    let start = take().range.lowerBound
    let query = try inParentheses { try $0.query() }
    return try checkDepth(Syntax(.exists(query), at: start..<end))
  }

  private mutating func castCall() throws -> Syntax {
    let start = take().range.lowerBound
    let (value, type) = try inParentheses { parser in
      let value = try parser.expression()
      try parser.require(word: "as")
      return (value, try parser.typeName())
    }
    return try checkDepth(Syntax(.cast(value, type), at: start..<end, over: [value]))
  }

  private mutating func caseOf() throws -> Syntax {
    let start = take().range.lowerBound
    let operand = next.isWord("when") ? nil : try expression()
    var branches: [(when: Syntax, then: Syntax)] = []
    while take(word: "when") {
      let condition = try expression()
      try require(word: "then")
      branches.append((condition, try expression()))
    }
    guard !branches.isEmpty else { throw expected("WHEN") }
    let last = take(word: "else") ? try expression() : nil
    try require(word: "end")
    let parts = branches.flatMap { [$0.when, $0.then] } + [operand, last].compactMap { $0 }
    return try checkDepth(Syntax(.caseOf(operand, branches, last), at: start..<end, over: parts))
  }

  /// A name with its qualifiers, or a call.
  private mutating func named() throws -> Syntax {
    let start = next.range.lowerBound
    var names = [try requireName("an expression")]
    if next.isSymbol("(") { return try call(names[0]) }
    while take(symbol: ".") {
      if next.isSymbol("*") {
        take()
        return Syntax(.all(names), at: start..<end)
      }
      guard next.kind == .word || next.kind == .quotedName else { throw expected("a name") }
      names.append(name(take()))
      guard names.count <= 8 else {
        throw fault("a name has no so many parts", advice: nil, at: start)
      }
    }
    return Syntax(.name(names), at: start..<end)
  }
}

extension Name {
  init(token: Token) {
    self.init(
      spelling: token.spelling, folded: token.folded, range: token.range,
      isQuoted: token.kind == .quotedName)
  }
}
