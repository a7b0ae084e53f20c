internal import Assets

extension SQLRewriter {
  private static let aggregates: Set<String> = [
    "approx_percentile", "array_agg", "avg", "bool_and", "bool_or", "count", "every",
    "group_concat", "json_group_array", "json_group_object", "max", "min", "percentile_cont",
    "percentile_disc", "string_agg", "sum", "total",
  ]

  /// Beside an aggregate SQLite takes a column that is not grouped by from any row: `SELECT account_id, count(*)` would
  /// show one account, and the count of all. Beside one `min` or `max` alone it is that row's.
  func refuseUngrouped(_ index: Int) throws {
    guard tokens[index].isWord("select") else { return }
    let (items, end) = tokens.selectItems(index)
    let aggregates = items.map(aggregates)
    let all = aggregates.flatMap { $0 }
    let isOfOneRow = all.count == 1 && tokens[all[0]].isWord(in: ["min", "max"])
    guard !all.isEmpty, !isOfOneRow else { return }
    let terms = groupingTerms(from: end)
    for (number, item) in items.enumerated() where aggregates[number].isEmpty {
      guard let column = ungroupedColumn(of: item, number + 1, terms) else { continue }
      let name = tokens[column].spelling
      let body = tokens.text(of: tokens.alias(of: item)?.body ?? item)
      throw fault(
        "'\(name)' would be that of any row: it is not grouped by",
        name == "*" ? "name what to group by" : "add GROUP BY \(body), or take max(\(body))",
        at: column)
    }
  }

  /// The names of functions in an item that count over rows.
  private func aggregates(in item: Range<Int>) -> [Int] {
    var found: [Int] = []
    forEachToken(of: item) { index in
      if tokens[index].isWord(in: Self.aggregates), tokens[index + 1].isSymbol("("),
        let close = tokens.partner(of: index + 1), isOverRows(index, close)
      {
        found.append(index)
      }
    }
    return found
  }

  /// Lends the tokens of an item, but for those of queries within it.
  private func forEachToken(of item: Range<Int>, _ body: (Int) -> Void) {
    var index = item.lowerBound
    while index < item.upperBound {
      if tokens[index].isSymbol("("), tokens[index + 1].isWord(in: ["select", "with"]) {
        index = tokens.placeBehind(index)
      } else {
        body(index)
        index += 1
      }
    }
  }

  private func isOverRows(_ index: Int, _ close: Int) -> Bool {
    var next = close + 1
    if tokens[next].isWord("filter") { next = tokens.placeBehind(next + 1) }
    guard !tokens[next].isWord("over") else { return false }
    // Of several arguments they give the least or the greatest.
    return !tokens[index].isWord(in: ["min", "max"])
      || tokens.firstArgument(ofCall: index).upperBound == close
  }

  private static let endsOfGrouping: Set<String> = [
    "having", "order", "limit", "union", "intersect", "except", "window",
  ]

  /// What stands behind GROUP BY; nothing if there is none.
  private func groupingTerms(from index: Int) -> [Range<Int>] {
    var next = index
    while !tokens.isEnd(next, Self.endsOfGrouping.union(["group"])) {
      next = tokens.placeBehind(next)
    }
    guard tokens[next].isWord("group") else { return [] }
    return tokens.list(from: next + 2, endingWith: Self.endsOfGrouping).items
  }

  /// A column in an item that is not the same in all rows of a group; nil if there is none.
  private func ungroupedColumn(
    of item: Range<Int>, _ number: Int, _ terms: [Range<Int>]
  ) -> Int? {
    let alias = tokens.alias(of: item)
    let body = alias?.body ?? item
    let names = Set(terms.joined().filter { tokens[$0].isName }.map { tokens[$0].folded })
    let isTerm = terms.contains { term in
      if term.count == 1, let only = term.first {
        if tokens[only].spelling == "\(number)" { return true }
        if let alias, tokens[only].folded == tokens[alias.name].folded { return true }
      }
      return term.map { tokens[$0].folded } == body.map { tokens[$0].folded }
    }
    // What has one key is one asset.
    guard !isTerm, !names.contains("_key") else { return nil }
    var found: Int?
    forEachToken(of: body) { index in
      let token = tokens[index]
      let isAll = terms.isEmpty && token.isSymbol("*") && index == body.upperBound - 1
      let isColumn =
        token.isName && !token.isWord(in: SQLToken.keywords) && operands.isColumn(token.folded)
        && !tokens[index + 1].isSymbol(in: ["(", "."]) && !names.contains(token.folded)
      if found == nil, isAll || isColumn { found = index }
    }
    return found
  }
}
