internal import Assets

extension Parser {
  /// `IS …` behind an operand.
  mutating func test(_ left: Syntax) throws -> Syntax {
    let start = left.range.lowerBound
    if take(word: "isnull") { return Syntax(.isNull(left), at: start..<end, over: [left]) }
    if take(word: "notnull") {
      let test = Syntax(.isNull(left), at: start..<end, over: [left])
      return Syntax(.not(test), at: start..<end, over: [test])
    }
    try require(word: "is")
    let isNegated = take(word: "not")
    let form: Syntax.Form
    var parts = [left]
    if take(word: "null") {
      form = .isNull(left)
    } else if take(word: "true") {
      form = .isTruth(left, true)
    } else if take(word: "false") {
      form = .isTruth(left, false)
    } else if take(word: "unknown") {
      form = .isTruth(left, nil)
    } else if take(words: "distinct", "from") {
      let right = try expression(from: .comparison)
      guard !next.isWord(in: ["is", "isnull", "notnull"]) else {
        throw fault("it is not known what IS belongs to", advice: "put one test in parentheses")
      }
      parts.append(right)
      form = .isDistinct(left, right)
    } else {
      throw fault(
        "IS takes NULL, TRUE, FALSE, UNKNOWN, or DISTINCT FROM",
        advice: "write IS NOT DISTINCT FROM to compare with what may be NULL")
    }
    let test = Syntax(form, at: start..<end, over: parts)
    return isNegated ? Syntax(.not(test), at: start..<end, over: [test]) : test
  }

  /// `[NOT] BETWEEN`, `IN`, `LIKE` and their like behind an operand.
  mutating func pattern(_ left: Syntax) throws -> Syntax? {
    let start = left.range.lowerBound
    let isNegated = next.isWord("not")
    if isNegated {
      guard token(1).isWord(in: ["between", "in", "like", "ilike", "glob", "similar"]) else {
        return nil
      }
      take()
    }
    if next.isWord(in: ["like", "ilike"]), token(1).isWord(in: Self.quantifiers),
      token(2).isSymbol("(")
    {
      let word = take()
      let sign = (isNegated ? "!" : "") + (word.isWord("like") ? "~~" : "~~*")
      return try quantified(left, sign: Operator(sign: sign, range: word.range))
    }
    let (form, parts) =
      switch take().folded {
      case "between": try between(left)
      case "in": try membership(left)
      case "like": try like(left, kind: .like)
      case "ilike": try like(left, kind: .ilike)
      case "glob": try like(left, kind: .glob)
      default: try similar(left)
      }
    let syntax = Syntax(form, at: start..<end, over: parts)
    return isNegated ? Syntax(.not(syntax), at: start..<end, over: [syntax]) : syntax
  }

  private mutating func between(_ left: Syntax) throws -> (Syntax.Form, [Syntax]) {
    let isSymmetric = take(word: "symmetric")
    if !isSymmetric { _ = take(word: "asymmetric") }
    let low = try expression(from: .other)
    try require(word: "and")
    let high = try expression(from: .other)
    return (.between(left, low, high, isSymmetric: isSymmetric), [left, low, high])
  }

  private mutating func membership(_ left: Syntax) throws -> (Syntax.Form, [Syntax]) {
    try inParentheses { parser in
      if parser.startsQuery { return (.inQuery(left, try parser.query()), [left]) }
      guard !parser.next.isSymbol(")") else {
        throw parser.fault("IN needs at least one value", advice: "write IN ('a', 'b')")
      }
      let list = try parser.list { try $0.expression() }
      return (.inList(left, list), [left] + list)
    }
  }

  private mutating func similar(_ left: Syntax) throws -> (Syntax.Form, [Syntax]) {
    try require(word: "to")
    return try like(left, kind: .similar)
  }

  /// `(start, end) OVERLAPS (start, end)`: the call of a function of four.
  mutating func overlaps(_ left: Syntax) throws -> Syntax? {
    guard case .row(let ones) = left.form, ones.count == 2, token(1).isSymbol("(") else {
      return nil
    }
    let name = name(take())
    let right = try primary()
    guard case .row(let others) = right.form, others.count == 2 else {
      throw fault(
        "OVERLAPS takes two pairs of moments", advice: "write (a, b) OVERLAPS (c, d)",
        at: right.range.lowerBound)
    }
    let call = Call(name: name, arguments: ones + others)
    return Syntax(.call(call), at: left.range.lowerBound..<end, over: [left, right])
  }

  private mutating func like(
    _ left: Syntax, kind: Syntax.LikeKind
  ) throws -> (Syntax.Form, [Syntax]) {
    let pattern = try expression(from: .other)
    let escape = take(word: "escape") ? try expression(from: .other) : nil
    return (.like(left, pattern, escape: escape, kind), [left, pattern])
  }
}
