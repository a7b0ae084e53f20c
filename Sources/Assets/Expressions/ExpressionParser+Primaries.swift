extension ExpressionParser {
  mutating func parsePrimary() throws -> Term {
    let start = token
    if take(symbol: "(") {
      let term = try nested { try $0.parseOr() }
      try require(symbol: ")")
      return token.kind == .symbol("::") ? .operand(try cast(operand(term, of: token))) : term
    }
    if case .word(let word) = start.kind, following.kind == .symbol("(") {
      return .condition(try parseCall(word))
    }
    let operand = Operand(try parseContent(), place(start))
    try refuseSubscript(of: operand)
    return .operand(try cast(operand))
  }

  private mutating func parseContent() throws -> Operand.Content {
    let start = advance()
    switch start.kind {
    case .text(let text): return .literal(.text(text))
    case .number(let digits): return .literal(try number(digits, start))
    case .symbol("-"), .symbol("+"):
      let sign = start.kind == .symbol("-") ? "-" : ""
      guard case .number(let digits) = token.kind else { throw unexpected("a number") }
      return .literal(try number(sign + digits, advance()))
    case .name(let name): return .field(name)
    case .word(let word): return try content(word, start)
    case .symbol, .end:
      throw fault(
        "there is \(start.description) where a field or a value should be", nil, at: start)
    }
  }

  private mutating func content(_ word: String, _ start: Token) throws -> Operand.Content {
    switch word.uppercased() {
    case "NULL": return .literal(.null)
    case "TRUE": return .literal(.bool(true))
    case "FALSE": return .literal(.bool(false))
    case "TIMESTAMP", "TIMESTAMPTZ":
      guard case .text(let text) = token.kind else { return .field(word) }
      _ = advance()
      return .literal(.timestamp(text))
    case let keyword where Self.reserved.contains(keyword):
      throw fault(
        "there is \(start.description) where a field or a value should be",
        "put a field of this name in double quotes", at: start)
    default: return .field(word)
    }
  }

  private static let reserved: Set<String> = [
    "AND", "OR", "NOT", "IN", "LIKE", "ILIKE", "GLOB", "IS", "BETWEEN", "DISTINCT", "FROM", "ANY",
    "ARRAY",
  ]

  private func number(_ digits: String, _ token: Token) throws -> Literal {
    if let integer = Int64(digits) { return .integer(integer) }
    guard let real = Double(digits), real.isFinite else {
      throw fault("the number is too large", nil, at: token)
    }
    return .real(real)
  }

  /// Casts say what a literal is; there are no others.
  private mutating func cast(_ operand: Operand) throws -> Operand {
    var operand = operand
    while take(symbol: "::") {
      let name = advance()
      guard case .literal(.text(let text)) = operand.content else {
        throw fault("only a text in quotes can be cast", "leave the cast out", at: name)
      }
      if ["TIMESTAMP", "TIMESTAMPTZ"].contains(where: name.isWord) {
        operand = Operand(.literal(.timestamp(text)), operand.place)
      } else if !["TEXT", "VARCHAR", "HSTORE"].contains(where: name.isWord) {
        throw fault("there is no cast to \(name.description)", "leave it out", at: name)
      }
    }
    return operand
  }

  /// `exist(tags, 'env')` and `defined(tags, 'env')`.
  private mutating func parseCall(_ function: String) throws -> Expression {
    let name = advance()
    let isDefined = name.isWord("DEFINED")
    guard isDefined || name.isWord("EXIST") else {
      throw noFunction(function, at: name)
    }
    try require(symbol: "(")
    let field = try parseField(of: name)
    try require(symbol: ",")
    let key = try parseText("a key in quotes")
    try require(symbol: ")")
    return isDefined ? .isDefined(field, key: key) : .hasKeys(field, .all, [key])
  }

  mutating func parseField(of function: Token? = nil) throws -> FieldReference {
    let start = token
    switch start.kind {
    case .word(let word) where !Self.reserved.contains(word.uppercased()):
      return FieldReference(word, place(advance()))
    case .name(let name): return FieldReference(name, place(advance()))
    default: throw unexpected(function == nil ? "a field" : "a map")
    }
  }

  mutating func parseArray() throws -> [Operand] {
    guard take(word: "ARRAY") else { throw unexpected("a list", "write ARRAY['a', 'b']") }
    guard token.kind == .symbol("["), following.kind == .symbol("]") else {
      return try parseList("[", "]")
    }
    _ = advance()
    _ = advance()
    return []
  }

  /// One operand or more, with commas between them.
  mutating func parseList(_ open: String, _ close: String) throws -> [Operand] {
    try require(symbol: open)
    var operands: [Operand] = []
    repeat {
      let start = token
      operands.append(try operand(nested { try $0.parseOther() }, of: start))
    } while take(symbol: ",")
    try require(symbol: close)
    return operands
  }
}
