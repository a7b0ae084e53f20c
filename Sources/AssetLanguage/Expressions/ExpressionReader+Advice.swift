internal import Assets

// What to write instead of what other languages have.
extension ExpressionReader {
  /// A condition is all there is: no SELECT around it.
  static func refuseOpening(of text: String) throws {
    let spaces = text.utf8.prefix { $0 == 0x20 || (0x09...0x0D).contains($0) }.count
    let word = text.utf8.dropFirst(spaces).prefix { (0x61...0x7A).contains($0 | 0x20) }
    let place = TextPlace(text, at: spaces)
    switch String(decoding: word, as: UTF8.self).uppercased() {
    case "WHERE":
      throw Fault.expression(
        "WHERE has no place here", advice: "begin with the condition behind it", at: place)
    case "SELECT":
      throw Fault.expression(
        "an expression is a condition, not a SELECT",
        advice: "ask whole queries with: assetstore sql",
        at: place)
    default: return
    }
  }

  /// What is told of what stands behind the whole condition.
  static func unexpectedRest(_ parser: Parser) -> Fault {
    let advice: [(word: String, advice: String)] = [
      ("limit", "leave it out, and write --limit 10"),
      ("order", "leave it out, and write --sort field or --sort field:desc"),
      ("group", "leave it out, and count with --facet field, or ask with: assetstore sql"),
    ]
    return parser.fault(
      "the condition ends before '\(parser.source(parser.next.range))'",
      advice: advice.first { parser.next.isWord($0.word) }?.advice)
  }

  /// `tags['env']`, as other languages write it.
  func noBrackets(_ left: Syntax, index: Syntax) -> Fault {
    var advice = "write tags->'env' for the value of a key, and 'x' = ANY (a) for members of a list"
    if case .name(let map) = left.form {
      let key: String? =
        switch index.form {
        case .text(let key): key
        case .name(let names): names.last?.spelling
        default: nil
        }
      if let key { advice = "write \(map[0].spelling)->'\(key.doubling("'"))'" }
    }
    return .expression(
      "there are no brackets behind a name", advice: advice,
      at: TextPlace(text, at: left.range.upperBound))
  }

  /// Whether it takes more than fields, keys and constants: it is worked out asset by asset.
  func isComputed(_ syntax: Syntax) -> Bool {
    switch syntax.form {
    case .call(let call):
      let simple: Set<String> = ["exist", "defined"]
      return !simple.contains(call.name.folded) || call.arguments.contains(where: isComputed)
    case .typed(let type, _): return Kind.named[type.name] != .timestamp
    case .cast(let inner, let type):
      guard case .text = inner.form, let kind = Kind.named[type.name] else { return true }
      return ![.text, .map, .timestamp].contains(kind)
    // A double does not tell it.
    case .number(let spelling): return Int64(spelling) == nil && !spelling.isShortDecimal
    case .caseOf, .row, .arrayQuery, .slice, .atTimeZone, .parameter, .blob: return true
    case .element(_, let index): if case .number = index.form { return true } else { return false }
    case .unary(_, let inner):
      if case .number = inner.form { return isComputed(inner) } else { return true }
    case .like(_, _, _, .similar), .like(_, _, escape: _?, _),
      .between(_, _, _, isSymmetric: true):
      return true
    case .quantified(let sign, let value, let isAll, .array(let array)):
      return isComputed(value) || isAll || sign.sign != "=" || isComputedArray(array)
    case .binary(let sign, let left, let right):
      return Self.computing.contains(sign.sign) || isJoined(sign, left: left, right: right)
        || [left, right].contains { isComputed($0) || isConcatenation($0) }
        || Comparison(rawValue: sign.sign) != nil && ![left, right].contains(where: isOperand)
    default: return syntax.operands.contains(where: isComputed)
    }
  }

  private static let computing: Set<String> = ["+", "-", "*", "/", "%", "^", "->>", "#>", "#>>"]

  /// `||` and `&&` between names alone are meant as OR and AND.
  private func isJoined(_ sign: Operator, left: Syntax, right: Syntax) -> Bool {
    guard sign.sign == "||" || sign.sign == "&&" else { return false }
    return ![left, right].allSatisfy { if case .name = $0.form { true } else { false } }
  }

  private func isConcatenation(_ syntax: Syntax) -> Bool {
    if case .binary(let sign, _, _) = syntax.form { sign.sign == "||" } else { false }
  }

  private func isComputedArray(_ array: Syntax) -> Bool {
    switch array.form {
    case .call(let call):
      return !["akeys", "avals"].contains(call.name.folded)
        || call.arguments.contains(where: isComputed)
    case .array(let members): return members.contains(where: isComputed)
    case .name: return false
    default: return true
    }
  }
}

extension Syntax {
  /// What a test is made of.
  fileprivate var operands: [Syntax] {
    switch form {
    case .isNull(let part), .isTruth(let part, _), .not(let part): [part]
    case .isDistinct(let left, let right): [left, right]
    case .inList(let value, let list): [value] + list
    case .between(let value, let low, let high, _): [value, low, high]
    case .like(let value, let pattern, _, _): [value, pattern]
    case .and(let parts), .or(let parts), .array(let parts): parts
    default: []
    }
  }
}
