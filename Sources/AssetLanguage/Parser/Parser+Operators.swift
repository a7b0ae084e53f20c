internal import Assets

extension Parser {
  /// An expression.
  package mutating func expression() throws -> Syntax { try expression(from: .or) }

  /// An expression whose operators bind at least so tightly.
  mutating func expression(from lowest: Precedence) throws -> Syntax {
    try nested { parser in
      var left = try parser.prefixed(lowest)
      while let further = try parser.further(left, from: lowest) {
        left = try parser.checkDepth(further)
      }
      return left
    }
  }

  private mutating func prefixed(_ lowest: Precedence) throws -> Syntax {
    let start = next.range.lowerBound
    if next.isWord("not") {
      take()
      let part = try expression(from: .not)
      return try checkDepth(Syntax(.not(part), at: start..<end, over: [part]))
    }
    if next.isSymbol("-") || next.isSymbol("+") {
      let sign = take().spelling
      let operand = try expression(from: .sign)
      return try checkDepth(Syntax(.unary(sign, operand), at: start..<end, over: [operand]))
    }
    return try primary()
  }

  /// What an operator makes of the operand before it; nil if there is none that binds so tightly.
  private mutating func further(_ left: Syntax, from lowest: Precedence) throws -> Syntax? {
    let start = left.range.lowerBound
    switch next.kind {
    case .symbol: return try furtherSign(left, from: lowest)
    case .word: break
    default: return nil
    }
    switch next.folded {
    case "or" where lowest <= .or:
      let parts = try chain("or", first: left, of: .and)
      return Syntax(.or(parts), at: start..<end, over: parts)
    case "and" where lowest <= .and:
      let parts = try chain("and", first: left, of: .not)
      return Syntax(.and(parts), at: start..<end, over: parts)
    case "is" where lowest <= .test, "isnull" where lowest <= .test,
      "notnull" where lowest <= .test:
      return try test(left)
    case "not", "between", "in", "like", "ilike", "glob", "similar":
      guard lowest <= .pattern else { return nil }
      return try pattern(left)
    case "overlaps" where lowest <= .other: return try overlaps(left)
    case "at" where lowest <= .zone && token(1).isWord("time"):
      index += 2
      try require(word: "zone")
      let zone = try expression(from: .sign)
      return Syntax(.atTimeZone(left, zone), at: start..<end, over: [left, zone])
    case "collate": return try collated(left)
    default: return nil
    }
  }

  /// Text is compared byte by byte, which is what `COLLATE "C"` asks for.
  private mutating func collated(_ left: Syntax) throws -> Syntax {
    guard ["c", "posix", "ucs_basic"].contains(token(1).folded) else {
      throw fault("text is compared byte by byte", advice: "leave COLLATE out")
    }
    index += 2
    return Syntax(left.form, at: left.range.lowerBound..<end, over: [left])
  }

  private mutating func chain(
    _ word: String, first: Syntax, of tighter: Precedence
  ) throws -> [Syntax] {
    var parts = [first]
    while take(word: word) { parts.append(try expression(from: tighter)) }
    return parts
  }

  private mutating func furtherSign(_ left: Syntax, from lowest: Precedence) throws -> Syntax? {
    let start = left.range.lowerBound
    if next.isSymbol("::") {
      take()
      let type = try typeName()
      return Syntax(.cast(left, type), at: start..<end, over: [left])
    }
    if next.isSymbol("[") { return try subscripted(left) }
    guard let precedence = Precedence(sign: next.spelling), lowest <= precedence else {
      return nil
    }
    if next.isSymbol("==") { throw fault("there is no operator ==", advice: "write =") }
    let sign = Operator(sign: Self.plain(next.spelling), range: next.range)
    take()
    if next.isWord(in: Self.quantifiers), token(1).isSymbol("(") {
      return try notCompared(quantified(left, sign: sign))
    }
    let right = try expression(from: precedence.next)
    if precedence == .comparison { try refuseComparison() }
    if let kind = Self.likes[sign.sign] {
      let like = Syntax(
        .like(left, right, escape: nil, kind), at: start..<end, over: [left, right])
      return sign.sign.hasPrefix("!") ? Syntax(.not(like), at: start..<end, over: [like]) : like
    }
    return Syntax(.binary(sign, left, right), at: start..<end, over: [left, right])
  }

  private func notCompared(_ syntax: Syntax) throws -> Syntax {
    try refuseComparison()
    return syntax
  }

  /// Comparisons don't follow one another.
  private func refuseComparison() throws {
    guard next.kind == .symbol, Precedence(sign: next.spelling) == .comparison else { return }
    throw fault(
      "a comparison is not compared with something else", advice: "put one in parentheses")
  }

  /// One spelling for what means the same.
  private static func plain(_ sign: String) -> String {
    sign == "!=" ? "<>" : sign
  }

  private static let likes: [String: Syntax.LikeKind] = [
    "~~": .like, "!~~": .like, "~~*": .ilike, "!~~*": .ilike,
  ]

  static let quantifiers: Set<String> = ["any", "some", "all"]

  mutating func quantified(_ left: Syntax, sign: Operator) throws -> Syntax {
    let isAll = take().isWord("all")
    let start = left.range.lowerBound
    let operand: Syntax.Quantified = try inParentheses { parser in
      parser.startsQuery ? .query(try parser.query()) : .array(try parser.expression())
    }
    var parts = [left]
    if case .array(let array) = operand { parts.append(array) }
    return Syntax(.quantified(sign, left, isAll: isAll, operand), at: start..<end, over: parts)
  }

  private mutating func subscripted(_ left: Syntax) throws -> Syntax {
    try require(symbol: "[")
    let start = left.range.lowerBound
    var low: Syntax?
    if !next.isSymbol(":") { low = try expression() }
    guard next.isSymbol(":") else {
      try require(symbol: "]")
      guard let low else { throw expected("a number") }
      return Syntax(.element(left, low), at: start..<end, over: [left, low])
    }
    take()
    let high = next.isSymbol("]") ? nil : try expression()
    try require(symbol: "]")
    return Syntax(
      .slice(left, low, high), at: start..<end, over: [left] + [low, high].compactMap { $0 })
  }
}
