extension ExpressionParser {
  /// All operators that PostgreSQL gives no precedence of their own: from left to right.
  mutating func parseOther() throws -> Term {
    var left = try parsePrimary()
    while case .symbol(let symbol) = token.kind, Self.otherOperators.contains(symbol) {
      let operation = advance()
      let value = try operand(left, of: operation)
      left = try parseOther(symbol, value, operation)
    }
    return left
  }

  private static let otherOperators: Set<String> = [
    "->", "?", "?|", "?&", "@>", "<@", "~", "~*", "!~", "!~*",
  ]

  private mutating func parseOther(
    _ symbol: String, _ value: Operand, _ operation: Token
  ) throws -> Term {
    switch symbol {
    case "->":
      let field = try field(value, of: operation)
      let key = try parseText("a key in quotes, as in tags->'env'")
      return .operand(Operand(.value(field: field.name, key: key), field.place))
    case "?":
      let key = try parseText("a key in quotes, as in tags ? 'env'")
      return .condition(.hasKeys(try field(value, of: operation), .all, [key]))
    case "?|", "?&":
      let keys = try parseKeys()
      return .condition(
        .hasKeys(try field(value, of: operation), symbol == "?|" ? .any : .all, keys))
    case "@>", "<@":
      return .condition(try parseContainment(value, isContained: symbol == "<@", operation))
    default:
      let pattern = try parsePattern(.regularExpression, ignoresCase: symbol.hasSuffix("*"))
      let expression = Expression.matches(value, pattern)
      return .condition(symbol.hasPrefix("!") ? .not(expression) : expression)
    }
  }

  private mutating func parseKeys() throws -> [String] {
    let start = token
    return try parseArray().map { operand in
      guard case .literal(.text(let key)) = operand.content else {
        throw fault("the keys of a map are text", "write ARRAY['a', 'b']", at: start)
      }
      return key
    }
  }

  /// A map on one side and hstore text on the other, either way round.
  private mutating func parseContainment(
    _ left: Operand, isContained: Bool, _ operation: Token
  ) throws -> Expression {
    let right = try operand(parsePrimary(), of: operation)
    let isFlipped = if case .literal = left.content { true } else { false }
    let map = try field(isFlipped ? right : left, of: operation)
    let literal = try mapLiteral(isFlipped ? left : right, operation)
    return isContained == isFlipped ? .contains(map, literal) : .isContained(map, in: literal)
  }

  private func mapLiteral(_ operand: Operand, _ operation: Token) throws -> MapLiteral {
    guard case .literal(.text(let text)) = operand.content else {
      throw fault(
        "\(operation.description) takes a map and hstore text", #"write 'env=>prod, "a b"=>c'"#,
        at: operation)
    }
    return try MapLiteral(hstore: text, at: operand.place)
  }

  private func field(_ operand: Operand, of operation: Token) throws -> FieldReference {
    switch operand.content {
    case .field(let name): return FieldReference(name, operand.place)
    case .value:
      throw fault(
        "\(operation.description) takes a map, and the value of a key is text", nil, at: operation)
    case .literal:
      throw fault("\(operation.description) takes a map", "name a field", at: operation)
    }
  }

  mutating func parseText(_ wanted: String) throws -> String {
    guard case .text(let text) = token.kind else { throw unexpected(wanted, quotesAdvice) }
    _ = advance()
    return text
  }

  mutating func parsePattern(
    _ kind: TextPattern.Kind, ignoresCase: Bool = false
  ) throws -> TextPattern {
    let start = token
    let text = try parseText("a pattern in quotes")
    return TextPattern(kind, text, ignoresCase: ignoresCase, place(start))
  }
}

extension MapLiteral {
  /// - Throws: a `usage` fault with the place if the text is no hstore.
  init(hstore text: String, at place: TextPlace?) throws {
    do throws(HstoreFault) {
      try self.init(hstore: text)
    } catch {
      throw Fault.expression(
        "the text is no hstore: \(error.reason)", #"write 'env=>prod, "a b"=>c'"#, at: place)
    }
  }
}
