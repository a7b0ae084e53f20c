package import Assets

extension Expression {
  /// Reads a condition in PostgreSQL's spelling: `account_id = '000000000123' AND NOT tags ? 'owner'`.
  ///
  /// - Throws: a `usage` fault with the place where it makes no sense.
  package init(parsing text: String) throws {
    guard text.utf8.count <= Expression.maxLength else {
      throw Fault.expression(
        "it has more than \(Expression.maxLength) bytes", advice: "ask several questions", at: nil)
    }
    do {
      try ExpressionReader.refuseOpening(of: text)
      var parser = try Parser(text)
      guard parser.next.kind != .end else {
        throw parser.fault("there is nothing to ask", advice: "write one like tags->'env' = 'prod'")
      }
      if let parameter = parser.tokens.first(where: { $0.kind == .parameter }) {
        throw parser.fault(
          "an expression has no parameters", advice: "write the value",
          at: parameter.range.lowerBound)
      }
      let syntax = try parser.expression()
      guard parser.next.kind == .end else { throw ExpressionReader.unexpectedRest(parser) }
      self = try ExpressionReader(text: text).condition(syntax)
    } catch let fault as Fault {
      // What is wrong with it is told in the words of a condition.
      throw Fault(
        fault.kind, what: "expression", why: fault.why, advice: fault.advice, excerpt: fault.excerpt
      )
    }
  }

  /// The longest text that is read as an expression, in bytes.
  package static let maxLength = 1 << 16
}

/// Makes of a tree what a query asks of an asset: what the index of terms can answer by its parts, and anything else as
/// a condition that is worked out asset by asset.
struct ExpressionReader {
  let text: String

  func condition(_ syntax: Syntax) throws -> Expression {
    switch syntax.form {
    case .and(let parts): return .and(try parts.map(condition))
    case .or(let parts): return .or(try parts.map(condition))
    case .not(let part): return .not(try condition(part))
    case .isTruth(let part, let truth): return .is(try condition(part), truth)
    case .isNull(let part) where !isOperand(part) && !isComputed(part):
      return .is(try condition(part), nil)
    default:
      guard !isComputed(syntax) else {
        return .computed(ComputedCondition(text: text, range: syntax.range))
      }
      return try simple(syntax)
    }
  }

  /// Of a field, the value of a key, and constants.
  private func simple(_ syntax: Syntax) throws -> Expression {
    switch syntax.form {
    case .isNull(let part): return .isNull(try operand(part))
    case .isDistinct(let left, let right):
      return .isDistinct(try operand(left), from: try operand(right))
    case .binary(let sign, let left, let right):
      return try binary(sign, left: left, right: right, syntax: syntax)
    case .inList(let value, let list):
      return .isAmong(try operand(value), try list.map { try operand($0) })
    case .between(let value, let low, let high, isSymmetric: false):
      let operand = try self.operand(value)
      return .and([
        .compare(operand, .greaterOrEqual, try self.operand(low)),
        .compare(operand, .lessOrEqual, try self.operand(high)),
      ])
    case .like(let value, let pattern, escape: nil, let kind):
      let ofText: TextPattern.Kind = if case .glob = kind { .glob } else { .like }
      let ignoresCase = if case .ilike = kind { true } else { false }
      return .matches(
        try operand(value), try self.pattern(pattern, kind: ofText, ignoresCase: ignoresCase))
    case .quantified(let sign, let value, isAll: false, .array(let array)):
      return try quantified(sign, value: value, array: array)
    case .call(let call): return try self.call(call)
    case .inQuery, .exists, .subquery, .arrayQuery, .quantified:
      throw fault(
        "an expression asks one asset at a time", advice: "ask whole queries with: assetstore sql",
        syntax: syntax)
    default: return .value(try operand(syntax))
    }
  }

  private func binary(
    _ sign: Operator, left: Syntax, right: Syntax, syntax: Syntax
  ) throws -> Expression {
    if let comparison = Comparison(rawValue: sign.sign) {
      return .compare(try value(left, of: sign), comparison, try value(right, of: sign))
    }
    switch sign.sign {
    case "->": return .value(try operand(syntax))
    case "?":
      let key = try key(right, example: "tags ? 'env'")
      return .hasKeys(try map(left, of: sign), .all, [key])
    case "?|", "?&":
      let keys = try self.keys(right)
      return .hasKeys(try map(left, of: sign), sign.sign == "?|" ? .any : .all, keys)
    case "@>", "<@": return try containment(sign, left: left, right: right)
    case "~", "~*", "!~", "!~*":
      let pattern = try pattern(
        right, kind: .regularExpression, ignoresCase: sign.sign.hasSuffix("*"))
      let match = Expression.matches(try value(left, of: sign), pattern)
      return sign.sign.hasPrefix("!") ? .not(match) : match
    case "&&": throw fault(sign, why: "there is no operator && here", advice: "write AND")
    case "||": throw fault(sign, why: "there is no operator || here", advice: "write OR")
    default: throw fault(sign, why: "there is no operator \(sign.sign) here", advice: nil)
    }
  }

  private func containment(
    _ sign: Operator, left: Syntax, right: Syntax
  ) throws -> Expression {
    let isFlipped = if case .name = left.form { false } else { true }
    let map = try map(isFlipped ? right : left, of: sign)
    let literal = try mapLiteral(isFlipped ? left : right, of: sign)
    return (sign.sign == "<@") == isFlipped
      ? .contains(map, literal) : .isContained(map, in: literal)
  }

  /// `= ANY (avals(tags))`, `= ANY (ARRAY['a', 'b'])`, `= ANY (security_groups)`.
  private func quantified(
    _ sign: Operator, value: Syntax, array: Syntax
  ) throws -> Expression {
    let operand = try self.value(value, of: sign)
    guard sign.sign == "=" else {
      throw fault(
        sign, why: "ANY goes with = only", advice: "write NOT ('x' = ANY (…)) for none of them")
    }
    switch array.form {
    case .array(let members): return .isAmong(operand, try members.map { try self.operand($0) })
    case .call(let call) where call.arguments.count == 1:
      let map = try reference(call.arguments[0], wanted: "a map")
      return .isMember(operand, of: call.name.folded == "akeys" ? .keys(map) : .values(map))
    default: return .isMember(operand, of: .members(try reference(array, wanted: "an array")))
    }
  }

  /// `exist(tags, 'env')` and `defined(tags, 'env')`.
  private func call(_ call: Call) throws -> Expression {
    guard call.arguments.count == 2 else {
      throw Fault.expression(
        "\(call.name.folded) takes a map and a key",
        advice: "write \(call.name.folded)(tags, 'env')",
        at: TextPlace(text, at: call.name.range.lowerBound))
    }
    let map = try reference(call.arguments[0], wanted: "a map")
    let key = try key(call.arguments[1], example: "exist(tags, 'env')")
    return call.name.folded == "defined" ? .isDefined(map, key: key) : .hasKeys(map, .all, [key])
  }
}
