extension SQLTokens {
  private static let endsOfList: Set<String> = [
    "from", "where", "group", "having", "order", "limit", "union", "intersect", "except",
  ]

  /// What a SELECT lists, each without its comma, and the index of what comes behind.
  func selectItems(_ select: Int) -> (items: [Range<Int>], end: Int) {
    let hasWord = self[select + 1].isWord(in: ["distinct", "all"])
    return list(from: select + (hasWord ? 2 : 1), endingWith: Self.endsOfList)
  }

  /// What stands between the commas from an index on, and the index of what ends it.
  func list(from first: Int, endingWith words: Set<String>) -> (items: [Range<Int>], end: Int) {
    var (items, start, next): ([Range<Int>], Int, Int) = ([], first, first)
    while !isEnd(next, words) {
      if self[next].isSymbol(",") {
        items.append(start..<next)
        start = next + 1
      }
      next = placeBehind(next)
    }
    return (items + [start..<next], next)
  }

  /// The index of the SELECT that a token belongs to, at its own depth of brackets; nil if there is none.
  func select(of index: Int) -> Int? {
    var start = index
    while start >= 0, !self[start].isWord("select"), !self[start].isSymbol(in: ["(", "["]) {
      let isClose = self[start].isSymbol(in: [")", "]"])
      start = (isClose ? partner(of: start) : nil).map { $0 - 1 } ?? start - 1
    }
    return start >= 0 && self[start].isWord("select") ? start : nil
  }

  /// Whether what began before ends here: with one of the words, with the bracket that it is in, or with the statement.
  func isEnd(_ index: Int, _ words: Set<String>) -> Bool {
    let token = self[index]
    if !indices.contains(index) || token.isSymbol(in: [")", "]"]) { return true }
    // WITHIN GROUP is of a call.
    return token.isWord(in: words) && !(token.isWord("group") && self[index - 1].isWord("within"))
  }

  /// An item's other name, and the tokens that are called by it; nil if it has none.
  func alias(of item: Range<Int>) -> (name: Int, body: Range<Int>)? {
    let last = item.upperBound - 1
    guard item.count > 1, self[last].isName else { return nil }
    if self[last - 1].isWord("as") { return (last, item.lowerBound..<last - 1) }
    guard endsOperand(last - 1), !self[last].isWord(in: SQLToken.keywords.union(["end"])) else {
      return nil
    }
    return (last, item.lowerBound..<last)
  }

  static let comparisons: Set<String> = ["=", "==", "<>", "!=", "<", "<=", ">", ">="]
  private static let conditionWords: Set<String> = [
    "and", "or", "not", "is", "in", "between", "like", "ilike", "glob", "exists", "isnull",
    "notnull",
  ]

  /// Whether the tokens say that something is true or false.
  func isCondition(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = self[index]
      if token.isSymbol(in: Self.comparisons) || token.isWord(in: Self.conditionWords) {
        return true
      }
      index = placeBehind(index)
    }
    return false
  }

  /// What was typed there.
  func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = self[first].range.lowerBound..<self[last].range.upperBound
    return String(decoding: Array(text.utf8)[bytes], as: UTF8.self)
  }

  /// What a CASE gives where its first WHEN is true.
  func firstResult(ofCase index: Int) -> Range<Int> {
    var (start, next): (Int?, Int) = (nil, index + 1)
    while indices.contains(next), !self[next].isWord("end") {
      if self[next].isWord("then"), start == nil { start = next + 1 }
      if let start, self[next].isWord(in: ["when", "else"]) { return start..<next }
      next = placeBehind(next)
    }
    return (start ?? next)..<next
  }

  /// The first argument of a call whose name stands at an index.
  func firstArgument(ofCall name: Int) -> Range<Int> {
    var next = name + 2
    while indices.contains(next), !self[next].isSymbol(in: [",", ")"]) { next = placeBehind(next) }
    return name + 2..<max(name + 2, next)
  }
}
