extension SQLRewriter {
  private static let endsOfOrder: Set<String> = [
    "limit", "offset", "rows", "range", "groups", "union", "intersect", "except",
  ]

  /// NULL is the last in PostgreSQL, and the first where the order is turned round; in SQLite it is the other way.
  mutating func rewriteOrder(_ index: Int) {
    guard tokens[index].isWord("by"), tokens[index - 1].isWord("order"),
      // Percentiles have no order any more.
      !(tokens[index - 2].isSymbol("(") && tokens[index - 3].isWord("group"))
    else { return }
    nameCount(index + 1)
    var next = index + 1
    var first = next
    while true {
      let token = tokens[next]
      let isEnd =
        !tokens.indices.contains(next) || token.isSymbol(")") || token.isWord(in: Self.endsOfOrder)
      if isEnd || token.isSymbol(",") {
        addOrderOfNull(first..<next)
        first = next + 1
      }
      if isEnd { return }
      next = tokens.placeBehind(next)
    }
  }

  /// PostgreSQL calls a count that has no other name `count`.
  private mutating func nameCount(_ index: Int) {
    guard tokens[index].isWord("count"), !tokens[index + 1].isSymbol(in: ["(", "."]),
      !tokens.indices.contains(where: {
        tokens[$0].isWord("as") && tokens[$0 + 1].folded == "count"
      }),
      let call = tokens.indices.first(where: {
        tokens[$0].isWord("count") && tokens[$0 + 1].isSymbol("(")
      }), let close = tokens.partner(of: call + 1)
    else { return }
    let bytes = Array(tokens.text.utf8)
    let range = tokens[call].range.lowerBound..<tokens[close].range.upperBound
    replace(index, with: String(decoding: bytes[range], as: UTF8.self))
  }

  private mutating func addOrderOfNull(_ term: Range<Int>) {
    guard let last = term.last, !term.contains(where: { tokens[$0].isWord("nulls") }) else {
      return
    }
    let order = tokens[last].isWord("desc") ? " NULLS FIRST" : " NULLS LAST"
    edits.insert(order, behind: tokens[last].range.upperBound)
  }
}
