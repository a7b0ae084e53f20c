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
    for term in tokens.list(from: index + 1, endingWith: Self.endsOfOrder).items {
      addOrderOfNull(term)
    }
  }

  /// PostgreSQL calls a count that has no other name `count`.
  private mutating func nameCount(_ index: Int) {
    guard tokens[index].isWord("count"), !tokens[index + 1].isSymbol(in: ["(", "."]),
      let select = tokens.select(of: index)
    else { return }
    let items = tokens.selectItems(select).items
    let isCalledSo = items.contains { item in
      tokens.alias(of: item).map { tokens[$0.name].folded == "count" } ?? false
        || item.count == 1 && tokens[item.lowerBound].folded == "count"
    }
    guard !isCalledSo,
      let place = items.firstIndex(where: { item in
        tokens[item.lowerBound].isWord("count") && tokens.alias(of: item) == nil
          && tokens.endOfOperand(startingAt: item.lowerBound) == item.upperBound - 1
      })
    else { return }
    replace(index, with: "\(place + 1)")
  }

  private mutating func addOrderOfNull(_ term: Range<Int>) {
    guard let last = term.last, !term.contains(where: { tokens[$0].isWord("nulls") }) else {
      return
    }
    let order = tokens[last].isWord("desc") ? " NULLS FIRST" : " NULLS LAST"
    edits.insert(order, behind: tokens[last].range.upperBound)
  }
}
