extension Expression {
  /// Reads an expression in PostgreSQL's spelling: `account_id = '000000000123' AND NOT tags ? 'owner'`.
  ///
  /// - Throws: a `usage` fault with the place where it makes no sense.
  package init(parsing text: String) throws {
    var parser = try ExpressionParser(text)
    self = try parser.parse()
  }

  /// The longest text that is read as an expression, in bytes.
  package static let maxLength = 1 << 16
}

/// Reads an expression by recursive descent, each function one level of PostgreSQL's precedence, the loosest first.
struct ExpressionParser {
  /// What a part of the text can turn out to be: parentheses hold either.
  enum Term {
    case condition(Expression)
    case operand(Operand)
  }

  let text: String
  private let tokens: [Token]
  private var at = 0
  private var depth = 0

  init(_ text: String) throws {
    guard text.utf8.count <= Expression.maxLength else {
      throw Fault.expression(
        "it has more than \(Expression.maxLength) bytes", "ask several questions", at: nil)
    }
    try Self.refuseOpening(of: text)
    self.text = text
    tokens = try Lexer.tokens(of: text)
  }

  mutating func parse() throws -> Expression {
    guard tokens.count > 1 else {
      throw fault("there is nothing to ask", "write one like tags->'env' = 'prod'", at: token)
    }
    let expression = try parseCondition()
    guard token.kind == .end else { throw unexpectedRest() }
    return expression
  }

  mutating func parseCondition() throws -> Expression { condition(try parseOr()) }

  /// PostgreSQL's parentheses and NOTs may be nested without end; the stack has one.
  mutating func nested<Result>(
    _ body: (inout ExpressionParser) throws -> Result
  ) throws -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 200 else { throw fault("it is nested too deeply", "take it apart", at: token) }
    return try body(&self)
  }

  mutating func parseOr() throws -> Term {
    let first = try parseAnd()
    guard isWord("OR") else { return first }
    var parts = [condition(first)]
    while take(word: "OR") { parts.append(condition(try parseAnd())) }
    return .condition(.or(parts))
  }

  private mutating func parseAnd() throws -> Term {
    let first = try parseNot()
    guard isWord("AND") else { return first }
    var parts = [condition(first)]
    while take(word: "AND") { parts.append(condition(try parseNot())) }
    return .condition(.and(parts))
  }

  private mutating func parseNot() throws -> Term {
    guard take(word: "NOT") else { return try parseIs() }
    return .condition(.not(condition(try nested { try $0.parseNot() })))
  }

  private func condition(_ term: Term) -> Expression {
    switch term {
    case .condition(let expression): expression
    case .operand(let operand): .value(operand)
    }
  }

  func operand(_ term: Term, of operation: Token) throws -> Operand {
    guard case .operand(let operand) = term else {
      throw fault(
        "\(operation.description) takes values, and there is a condition",
        "join conditions with AND and OR", at: operation)
    }
    return operand
  }
}

extension ExpressionParser {
  var token: Token { tokens[at] }

  /// The token behind the next one, which is not the end.
  var following: Token { tokens[min(at + 1, tokens.count - 1)] }

  mutating func advance() -> Token {
    let token = token
    if at + 1 < tokens.count { at += 1 }
    return token
  }

  func isWord(_ word: String) -> Bool { token.isWord(word) }

  mutating func take(word: String) -> Bool {
    guard isWord(word) else { return false }
    _ = advance()
    return true
  }

  mutating func take(symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    _ = advance()
    return true
  }

  mutating func require(word: String) throws {
    guard take(word: word) else { throw unexpected(word) }
  }

  mutating func require(symbol: String) throws {
    guard take(symbol: symbol) else { throw unexpected("'\(symbol)'") }
  }

  func place(_ token: Token) -> TextPlace { TextPlace(text, at: token.offset) }

  func fault(_ why: String, _ advice: String?, at token: Token) -> Fault {
    .expression(why, advice, at: place(token))
  }

  func unexpected(_ wanted: String, _ advice: String? = nil) -> Fault {
    fault("there is \(token.description) where \(wanted) should be", advice, at: token)
  }
}

extension Token {
  /// Keywords are read in any case.
  func isWord(_ word: String) -> Bool {
    guard case .word(let text) = kind else { return false }
    return text.uppercased() == word
  }
}
