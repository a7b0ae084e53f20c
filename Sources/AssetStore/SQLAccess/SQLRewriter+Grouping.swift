internal import Assets

extension SQLRewriter {
  private static let endsOfList: Set<String> = [
    "from", "where", "group", "having", "order", "limit", "union", "intersect", "except",
  ]
  private static let aggregates: Set<String> = [
    "approx_percentile", "array_agg", "avg", "bool_and", "bool_or", "count", "every",
    "group_concat", "json_group_array", "json_group_object", "max", "min", "percentile_cont",
    "percentile_disc", "string_agg", "sum", "total",
  ]

  /// Beside an aggregate SQLite takes a column that is not grouped by from any row: `SELECT account_id, count(*)` would
  /// show one account, and the count of all. Beside one `min` or `max` alone it is that row's.
  func refuseUngrouped(_ index: Int) throws {
    guard tokens[index].isWord("select") else { return }
    var (start, next) = (index + 1, index + 1)
    var items: [Range<Int>] = []
    while !isEnd(next, Self.endsOfList) {
      if tokens[next].isSymbol(",") {
        items.append(start..<next)
        start = next + 1
      }
      next = tokens.placeBehind(next)
    }
    items.append(start..<next)
    let aggregates = items.flatMap(aggregates)
    let grouping = grouping(from: next)
    let isOfOneRow = aggregates.count == 1 && tokens[aggregates[0]].isWord(in: ["min", "max"])
    guard !aggregates.isEmpty, !isOfOneRow else { return }
    for (number, item) in items.enumerated() {
      guard let column = column(item), !isGrouped(item, column, number + 1, grouping) else {
        continue
      }
      let name = tokens[column].spelling
      throw fault(
        "'\(name)' would be that of any row: it is not grouped by",
        "add GROUP BY \(name), or take max(\(name))", at: column)
    }
  }

  private func isEnd(_ index: Int, _ words: Set<String>) -> Bool {
    !tokens.indices.contains(index) || tokens[index].isSymbol(in: [")", "]"])
      || tokens[index].isWord(in: words)
  }

  /// The names of functions in an item that count over rows.
  private func aggregates(in item: Range<Int>) -> [Int] {
    var found: [Int] = []
    var index = item.lowerBound
    while index < item.upperBound {
      let token = tokens[index]
      if token.isSymbol("("), tokens[index + 1].isWord(in: ["select", "with"]) {
        index = tokens.placeBehind(index)
        continue
      }
      if token.isWord(in: Self.aggregates), tokens[index + 1].isSymbol("("),
        let close = tokens.partner(of: index + 1), isOverRows(index, close)
      {
        found.append(index)
      }
      index += 1
    }
    return found
  }

  private func isOverRows(_ index: Int, _ close: Int) -> Bool {
    var next = close + 1
    if tokens[next].isWord("filter") { next = tokens.placeBehind(next + 1) }
    guard !tokens[next].isWord("over") else { return false }
    guard tokens[index].isWord(in: ["min", "max"]) else { return true }
    // Of several arguments they give the least or the greatest.
    var argument = index + 2
    while argument < close {
      if tokens[argument].isSymbol(",") { return false }
      argument = tokens.placeBehind(argument)
    }
    return true
  }

  /// The last token of a column that is all of an item, but for another name; nil for anything else.
  private func column(_ item: Range<Int>) -> Int? {
    guard let first = item.first, tokens[first].isName,
      !tokens[first].isWord(in: SQLToken.keywords)
    else { return nil }
    var last = first
    while tokens[last + 1].isSymbol("."), tokens[last + 2].isName { last += 2 }
    let isAll =
      last + 1 == item.upperBound || tokens[last + 1].isWord("as")
      || (tokens[last + 1].isName && last + 2 == item.upperBound)
    let isLiteral =
      tokens[last].isWord(in: ["true", "false", "null"])
      || tokens[last].folded.hasPrefix("current_")
    return isAll && !isLiteral ? last : nil
  }

  /// The terms behind GROUP BY; none if there is none.
  private func grouping(from index: Int) -> Range<Int> {
    var next = index
    while !isEnd(next, ["group", "having", "order", "limit", "union", "intersect", "except"]) {
      next = tokens.placeBehind(next)
    }
    guard tokens[next].isWord("group") else { return next..<next }
    let start = next + 2
    next = start
    while !isEnd(next, ["having", "order", "limit", "union", "intersect", "except", "window"]) {
      next = tokens.placeBehind(next)
    }
    return start..<max(start, next)
  }

  private func isGrouped(
    _ item: Range<Int>, _ column: Int, _ number: Int, _ grouping: Range<Int>
  ) -> Bool {
    let alias = tokens[item.upperBound - 1].folded
    return grouping.contains { place in
      let token = tokens[place]
      if token.kind == .number { return token.spelling == "\(number)" }
      // What has one key is one asset.
      return token.isName && ["_key", alias, tokens[column].folded].contains(token.folded)
    }
  }
}
