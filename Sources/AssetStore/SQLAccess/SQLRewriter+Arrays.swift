internal import Assets

extension SQLRewriter {
  /// `ARRAY['a', 'b']` becomes a JSON array, and `operand[1]` a call.
  mutating func rewriteBrackets(_ index: Int) {
    // Without its partner it is left to SQLite to say what is wrong.
    guard let close = tokens.partner(of: index), tokens[close].isSymbol("]") else { return }
    if tokens[index - 1].isWord("array") {
      edits.replace(
        tokens[index - 1].range.lowerBound..<tokens[index].range.upperBound, with: "json_array(")
    } else if let start = tokens.startOfOperand(endingAt: index - 1) {
      edits.insert("array_element(", before: tokens[start].range.lowerBound)
      replace(index, with: ", ")
    }
    replace(close, with: ")")
  }

  /// To SQLite a name in brackets is another name for the column before it, which would be the whole array.
  func refuseIndex(_ index: Int) throws {
    let token = tokens[index]
    let text = tokens.text.utf8
    guard text[text.index(text.startIndex, offsetBy: token.range.lowerBound)] == UInt8(ascii: "["),
      tokens.endsOperand(index - 1),
      tokens[index - 1].range.upperBound == token.range.lowerBound
    else { return }
    throw fault(
      "only a number can stand in brackets behind an array",
      "write array_element(array, n), and tags->'key' for a map", at: index)
  }

  /// `= ANY (array)` and `<> ALL (array)` become calls, or questions for membership where a query gives the values.
  mutating func rewriteQuantifier(
    _ index: Int, symbols: Set<String>, _ function: String, _ membership: String
  ) throws {
    let word = tokens[index].folded
    guard tokens.endsOperand(index - 2), tokens.partner(of: index + 1) != nil else { return }
    guard tokens[index - 1].isSymbol(in: symbols) else {
      // UNION ALL (SELECT …) is no comparison.
      guard tokens[index - 1].kind == .symbol else { return }
      throw fault(
        "\(word.uppercased()) can't stand behind \(tokens[index - 1].spelling)",
        "there are = ANY (array) and <> ALL (array)", at: index - 1)
    }
    let range = tokens[index - 1].range.lowerBound..<tokens[index + 1].range.upperBound
    if tokens[index + 2].isWord(in: ["select", "with", "values"]) {
      return edits.replace(range, with: " \(membership) (")
    }
    guard let left = operands.left(endingAt: index - 2), left.isWhole else {
      throw fault(
        "it is not clear what is to be in the array", "put what stands before it in brackets",
        at: index - 1)
    }
    let cast = try castToMember(left, ofArrayAt: index + 2)
    edits.insert(
      "\(function)(" + (cast.map { $0 + "(" } ?? ""),
      before: tokens[left.tokens.lowerBound].range.lowerBound)
    edits.replace(range, with: cast == nil ? ", " : "), ")
  }

  /// The function that makes a member of the array of a text in quotes; nil if it is one.
  private func castToMember(_ left: SQLOperand, ofArrayAt index: Int) throws -> String? {
    guard case .array(let element)? = operands.right(startingAt: index)?.kind else { return nil }
    switch element {
    case .number where left.isUntyped: return "cast_number"
    case .bool where left.isUntyped: return "cast_boolean"
    case .number where left.kind == .text, .text where left.kind == .number:
      throw fault(
        "a text is compared with a number",
        "put what is a text in quotes, or convert it: x::BIGINT",
        at: index)
    case .text, .number, .bool, .unknown: return nil
    }
  }

  /// `percentile_disc(0.5) WITHIN GROUP (ORDER BY operand)` becomes a call with an array of all operands.
  mutating func rewritePercentile(_ index: Int) throws {
    guard let close = tokens.partner(of: index + 1), tokens[close + 1].isWord("within"),
      tokens[close + 2].isWord("group"), let end = tokens.partner(of: close + 3),
      tokens[close + 4].isWord("order"), tokens[close + 5].isWord("by"), end > close + 6
    else {
      throw fault(
        "\(tokens[index].folded) needs the values and their order",
        "write \(tokens[index].folded)(0.5) WITHIN GROUP (ORDER BY x)", at: index)
    }
    let isDescending = tokens[end - 1].isWord("desc")
    if tokens[index].isWord("approx_percentile") { replace(index, with: "percentile_disc") }
    edits.replace(
      tokens[close].range.lowerBound..<tokens[close + 5].range.upperBound,
      with: ", json_group_array(")
    if isDescending || tokens[end - 1].isWord("asc") { replace(end - 1, with: "") }
    let isFiltered = tokens[end + 1].isWord("filter")
    let last = isFiltered ? tokens.partner(of: end + 2) ?? end : end
    edits.insert(isDescending ? ", 'desc')" : ")", behind: tokens[last].range.upperBound)
  }
}
