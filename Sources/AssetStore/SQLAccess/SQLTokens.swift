internal import Assets

/// The tokens of one statement, and how they belong together.
struct SQLTokens {
  let text: String
  private let tokens: [SQLToken]
  /// For each bracket that has one, the index of the bracket that belongs to it.
  private let partners: [Int: Int]

  /// - Throws: a `usage` fault for a second statement.
  init(_ text: String) throws {
    var tokens = try SQLLexer.tokens(of: text)
    if let end = tokens.firstIndex(where: { $0.isSymbol(";") }) {
      if let second = tokens[end...].first(where: { !$0.isSymbol(";") && $0.kind != .end }) {
        throw SQLFault.at(
          second.range.lowerBound, of: text, "a second statement begins here",
          "run one statement at a time")
      }
      let place = tokens[end].range.lowerBound
      tokens[end...] = [SQLToken(kind: .end, range: place..<place, spelling: "", folded: "")]
    }
    self.text = text
    self.tokens = tokens
    partners = Self.partners(tokens)
  }

  /// Without the end.
  var indices: Range<Int> { 0..<tokens.count - 1 }

  /// What stands before the first or behind the last token is the end.
  subscript(index: Int) -> SQLToken {
    tokens.indices.contains(index) ? tokens[index] : tokens[tokens.count - 1]
  }

  /// Where the statement ends, in bytes.
  var end: Int { tokens[tokens.count - 1].range.lowerBound }

  /// The index of the bracket that belongs to the one at an index; nil if there is none.
  func partner(of index: Int) -> Int? { partners[index] }

  private static func partners(_ tokens: [SQLToken]) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [Int] = []
    for (index, token) in tokens.enumerated() where token.kind == .symbol {
      switch token.spelling {
      case "(", "[": open.append(index)
      case ")", "]":
        guard let start = open.popLast() else { continue }
        (partners[start], partners[index]) = (index, start)
      default: continue
      }
    }
    return partners
  }
}

extension SQLTokens {
  /// Whether an operand ends with the token at an index, so that what follows is an operator between two.
  func endsOperand(_ index: Int) -> Bool {
    let token = self[index]
    return switch token.kind {
    case .word: !SQLToken.keywords.contains(token.folded)
    case .quotedName, .text, .blob, .number, .parameter: true
    case .symbol: token.isSymbol(in: [")", "]"])
    case .end: false
    }
  }

  /// The index of the first token of the operand that ends at an index: of a literal, a name with its qualifiers, a
  /// call, a CASE, or what stands in brackets. Nil if none ends there.
  func startOfOperand(endingAt index: Int) -> Int? {
    guard endsOperand(index) else { return nil }
    let token = self[index]
    if token.isSymbol(")") { return partner(of: index).flatMap(startOfCall) }
    if token.isSymbol("]") { return partner(of: index).flatMap(startOfIndexed) }
    if token.isWord("end") { return startOfCase(endingAt: index) }
    if token.kind == .text, self[index - 1].isWord(in: SQLCast.typeWords) {
      guard self[index - 1].isWord("interval"), self[index - 2].isSymbol(in: ["+", "-"]) else {
        return index - 1
      }
      return startOfOperand(endingAt: index - 3)
    }
    return token.isName ? startOfName(endingAt: index) : index
  }

  private func startOfName(endingAt index: Int) -> Int {
    var start = index
    while self[start - 1].isSymbol("."), self[start - 2].isName { start -= 2 }
    return start
  }

  private func startOfCall(_ bracket: Int) -> Int? {
    let name = self[bracket - 1]
    if name.isWord(in: ["over", "filter"]) { return startOfOperand(endingAt: bracket - 2) }
    if name.isWord(in: ["exists"]) { return bracket - 1 }
    return name.isName && !name.isWord(in: SQLToken.keywords) ? bracket - 1 : bracket
  }

  private func startOfIndexed(_ bracket: Int) -> Int? {
    self[bracket - 1].isWord("array") ? bracket - 1 : startOfOperand(endingAt: bracket - 1)
  }

  private func startOfCase(endingAt index: Int) -> Int? {
    var depth = 0
    var at = index
    while at >= 0 {
      if self[at].isWord("end") { depth += 1 }
      if self[at].isWord("case") {
        depth -= 1
        if depth == 0 { return at }
      }
      at -= 1
    }
    return nil
  }
}
