extension SQLTokens {
  /// The index of the last token of the operand that begins at an index: of a literal, a name with its qualifiers, a
  /// call, a CASE, what stands in brackets, each with what is cast or taken of it, or a moment with its intervals. Nil if
  /// none begins there.
  func endOfOperand(startingAt index: Int) -> Int? {
    guard var last = endOfPrimary(index) else { return nil }
    while true {
      if self[last + 1].isSymbol("::") {
        last = typeName(at: last + 2).end - 1
      } else if self[last + 1].isSymbol("["), let close = partner(of: last + 1) {
        last = close
      } else if self[last + 1].isSymbol(in: ["+", "-"]), self[last + 2].isWord("interval"),
        self[last + 3].kind == .text
      {
        last += 3
      } else {
        return last
      }
    }
  }

  private func endOfPrimary(_ index: Int) -> Int? {
    let token = self[index]
    switch token.kind {
    case .text, .number, .parameter, .blob: return index
    case .symbol:
      return token.isSymbol("(") ? partner(of: index) : nil
    case .end: return nil
    case .word where token.isWord("case"): return partner(of: index)
    case .word where token.isWord("array") && self[index + 1].isSymbol("["):
      return partner(of: index + 1)
    case .word where token.isWord(in: SQLCast.typeWords) && self[index + 1].kind == .text:
      return index + 1
    case .word where token.isWord(in: SQLToken.keywords): return nil
    case .word, .quotedName: return endOfName(index)
    }
  }

  private func endOfName(_ index: Int) -> Int? {
    var last = index
    while self[last + 1].isSymbol("."), self[last + 2].isName { last += 2 }
    guard self[last + 1].isSymbol("(") else { return last }
    guard var close = partner(of: last + 1) else { return nil }
    for word in ["within", "filter", "over"] where self[close + 1].isWord(word) {
      let open = close + (word == "within" ? 3 : 2)
      guard self[open].isSymbol("("), let end = partner(of: open) else { return close + 2 }
      close = end
    }
    return close
  }
}
