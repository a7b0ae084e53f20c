internal import Assets

extension ExpressionReader {
  /// A field, the value of a key, or a constant.
  func operand(_ syntax: Syntax) throws -> Operand {
    let operand = try unmeasured(syntax)
    return Operand(operand.content, at: operand.place, length: syntax.range.count)
  }

  private func unmeasured(_ syntax: Syntax) throws -> Operand {
    let place = TextPlace(text, at: syntax.range.lowerBound)
    switch syntax.form {
    case .null: return Operand(.literal(.null), at: place)
    case .text(let text): return Operand(.literal(.text(text)), at: place)
    case .number(let spelling):
      return Operand(.literal(try number(spelling, syntax: syntax)), at: place)
    case .bool(let bool): return Operand(.literal(.bool(bool)), at: place)
    case .unary(let sign, let inner):
      guard case .number(let spelling) = inner.form else { break }
      return Operand(
        .literal(try number(sign == "-" ? "-" + spelling : spelling, syntax: syntax)), at: place)
    case .typed(_, let text): return Operand(.literal(.timestamp(text)), at: place)
    case .cast(let inner, let type):
      guard case .text(let text) = inner.form else { break }
      let isMoment = Kind.named[type.name] == .timestamp
      return Operand(.literal(isMoment ? .timestamp(text) : .text(text)), at: place)
    case .name(let names): return Operand(.field(try name(names)), at: place)
    case .binary(let sign, let left, let right) where sign.sign == "->":
      let field = try map(left, of: sign)
      return Operand(
        .value(field: field.name, key: try key(right, example: "tags->'env'")), at: field.place)
    case .element(let left, let index): throw noBrackets(left, index: index)
    case .and, .or, .not, .isNull, .isTruth, .isDistinct, .binary, .inList, .between, .like,
      .quantified, .call:
      throw Fault.expression(
        "a value is expected, and there is a condition", advice: "join conditions with AND and OR",
        at: place)
    default: break
    }
    throw fault("there is no field or value here", advice: nil, syntax: syntax)
  }

  /// The operand of a sign: what is wrong with it is told there.
  func value(_ syntax: Syntax, of sign: Operator) throws -> Operand {
    if isOperand(syntax) { return try operand(syntax) }
    if case .subquery = syntax.form {
      throw fault(
        "an expression asks one asset at a time", advice: "ask whole queries with: assetstore sql",
        syntax: syntax)
    }
    throw fault(
      sign, why: "\(sign.sign) takes values, and there is a condition",
      advice: "join conditions with AND and OR"
    )
  }

  func isOperand(_ syntax: Syntax) -> Bool {
    switch syntax.form {
    case .null, .text, .number, .bool, .unary, .typed, .cast, .name, .element: true
    case .binary(let sign, _, _): sign.sign == "->"
    default: false
    }
  }

  private func number(_ spelling: String, syntax: Syntax) throws -> Literal {
    if let integer = Int64(spelling) { return .integer(integer) }
    guard let real = Double(spelling), real.isFinite else {
      throw fault("the number is too large", advice: nil, syntax: syntax)
    }
    return .real(real)
  }

  private func name(_ names: [Name]) throws -> String {
    guard names.count == 1 else {
      throw Fault.expression(
        "a name has no dots", advice: "write a map's value as tags->'env'",
        at: TextPlace(text, at: names[0].range.upperBound))
    }
    return names[0].spelling
  }

  /// A field as a whole.
  func reference(_ syntax: Syntax, wanted: String) throws -> FieldReference {
    guard case .name(let names) = syntax.form else {
      throw fault("there is no \(wanted) here", advice: "name a field", syntax: syntax)
    }
    return FieldReference(try name(names), at: TextPlace(text, at: syntax.range.lowerBound))
  }

  func map(_ syntax: Syntax, of sign: Operator) throws -> FieldReference {
    guard case .name = syntax.form else {
      throw fault(sign, why: "\(sign.sign) takes a map", advice: "name a field")
    }
    return try reference(syntax, wanted: "a map")
  }

  func mapLiteral(_ syntax: Syntax, of sign: Operator) throws -> MapLiteral {
    let content: Syntax.Form =
      if case .cast(let inner, _) = syntax.form { inner.form } else { syntax.form }
    guard case .text(let hstore) = content else {
      throw fault(
        sign, why: "\(sign.sign) takes a map and hstore text",
        advice: #"write 'env=>prod, "a b"=>c'"#)
    }
    return try MapLiteral(hstore: hstore, at: TextPlace(text, at: syntax.range.lowerBound))
  }

  func key(_ syntax: Syntax, example: String) throws -> String {
    guard case .text(let key) = syntax.form else {
      throw fault(
        "a key in quotes is expected, as in \(example)", advice: quotesAdvice(syntax),
        syntax: syntax)
    }
    return key
  }

  func keys(_ syntax: Syntax) throws -> [String] {
    guard case .array(let members) = syntax.form else {
      throw fault("a list of keys is expected", advice: "write ARRAY['a', 'b']", syntax: syntax)
    }
    return try members.map { try key($0, example: "ARRAY['a', 'b']") }
  }

  func pattern(
    _ syntax: Syntax, kind: TextPattern.Kind, ignoresCase: Bool
  ) throws -> TextPattern {
    guard case .text(let pattern) = syntax.form else {
      throw fault("a pattern in quotes is expected", advice: quotesAdvice(syntax), syntax: syntax)
    }
    return TextPattern(
      kind, text: pattern, ignoresCase: ignoresCase,
      at: TextPlace(text, at: syntax.range.lowerBound))
  }

  /// What is told of a name where a text in quotes has to be.
  private func quotesAdvice(_ syntax: Syntax) -> String? {
    switch syntax.form {
    case .name(let names): names.last.map { Literal.quotesAdvice($0.spelling) }
    case .number(let spelling): Literal.quotesAdvice(spelling)
    default: nil
    }
  }

  func fault(_ why: String, advice: String?, syntax: Syntax) -> Fault {
    .expression(why, advice: advice, at: TextPlace(text, at: syntax.range.lowerBound))
  }

  func fault(_ sign: Operator, why: String, advice: String?) -> Fault {
    .expression(why, advice: advice, at: TextPlace(text, at: sign.range.lowerBound))
  }
}
