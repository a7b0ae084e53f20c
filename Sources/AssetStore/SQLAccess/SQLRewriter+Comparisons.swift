internal import Assets

extension SQLRewriter {
  /// Makes what is compared of one kind, as PostgreSQL does with a text in quotes. SQLite finds a number and a text
  /// unlike, and the one less than the other, without a word.
  mutating func rewriteComparison(_ index: Int) throws {
    let token = tokens[index]
    if token.isSymbol(in: SQLTokens.comparisons) {
      guard let left = operands.left(endingAt: index - 1),
        let right = operands.right(startingAt: index + 1)
      else { return }
      try compare([left, right], at: index)
    } else if token.isWord("distinct"), tokens[index + 1].isWord("from") {
      let end = tokens[index - 1].isWord("not") ? index - 3 : index - 2
      guard tokens[end + 1].isWord("is"), let left = operands.left(endingAt: end),
        let right = operands.right(startingAt: index + 2)
      else { return }
      try compare([left, right], at: index)
    } else if token.isWord("case"), let cases = cases(of: index) {
      try compare(cases, at: index)
    } else if token.isWord(in: ["between", "in"]) {
      let end = tokens[index - 1].isWord("not") ? index - 2 : index - 1
      guard let left = operands.left(endingAt: end) else { return }
      let others = token.isWord("in") ? members(behind: index) : bounds(behind: index)
      guard let others else { return }
      try compare([left] + others, at: index)
    }
  }

  /// What a CASE compares, and with what; nil where its WHENs are conditions.
  private func cases(of index: Int) -> [SQLOperand]? {
    guard let compared = operands.right(startingAt: index + 1) else { return nil }
    var cases = [compared]
    var next = compared.tokens.upperBound + 1
    while tokens.indices.contains(next), !tokens[next].isWord("end") {
      if tokens[next].isWord("when") {
        guard let value = operands.right(startingAt: next + 1) else { return nil }
        cases.append(value)
      }
      next = tokens.placeBehind(next)
    }
    return cases
  }

  /// What stands between the brackets of IN; nil for a query.
  private func members(behind index: Int) -> [SQLOperand]? {
    guard tokens[index + 1].isSymbol("("), let close = tokens.partner(of: index + 1) else {
      return nil
    }
    var members: [SQLOperand] = []
    var next = index + 2
    while next < close {
      guard let member = operands.right(startingAt: next), member.isWhole else { return nil }
      members.append(member)
      next = member.tokens.upperBound + 2
    }
    return members
  }

  /// The two of BETWEEN.
  private func bounds(behind index: Int) -> [SQLOperand]? {
    guard let low = operands.right(startingAt: index + 1),
      tokens[low.tokens.upperBound + 1].isWord("and"),
      let high = operands.right(startingAt: low.tokens.upperBound + 2)
    else { return nil }
    return [low, high]
  }

  private mutating func compare(_ all: [SQLOperand], at index: Int) throws {
    let kinds = Set(all.filter { !$0.isUntyped }.map(\.kind))
    if kinds.contains(.moment) { return try compareMoments(all, at: index) }
    if kinds.isSuperset(of: [.text, .number]) { throw mixed(all, index) }
    if kinds.contains(.json), kinds.contains(.number) || kinds.contains(.text) {
      throw fault(
        "JSON is not compared with a text or a number",
        "take its text with ->>, and convert that: (state->>'Code')::BIGINT = 16", at: index)
    }
    let untyped = all.filter(\.isUntyped)
    guard !untyped.isEmpty, kinds.count == 1, let kind = kinds.first else { return }
    switch kind {
    case .number: for operand in untyped { wrap(operand, in: "cast_number") }
    case .bool: for operand in untyped { wrap(operand, in: "cast_boolean") }
    case .map: for operand in untyped { wrap(operand, in: "cast_hstore") }
    case .json:
      throw fault(
        "JSON is not compared with a text", "take a member of it: state->>'Name' = 'running'",
        at: index)
    case .array:
      throw fault(
        "an array is not compared with a text",
        "write 'x' = ANY (array), or cardinality(array) = 0", at: index)
    case .text, .moment, .unknown: break
    }
  }

  /// As they follow one another, whatever they are spelled like.
  private mutating func compareMoments(_ all: [SQLOperand], at index: Int) throws {
    if all.contains(where: { $0.kind == .number }) {
      throw fault(
        "a timestamp is not compared with a number",
        "write TIMESTAMP '2024-05-01', or to_timestamp(x)",
        at: index)
    }
    guard all.allSatisfy(\.isWhole) else { return }
    for operand in all { wrap(operand, in: "instant") }
  }

  private func mixed(_ all: [SQLOperand], _ index: Int) -> Fault {
    let number = all.first { $0.kind == .number }
    let place = number.map { tokens[$0.tokens.lowerBound] }
    let isLiteral = number.map { $0.tokens.count == 1 && place?.kind == .number } ?? false
    let advice =
      isLiteral
      ? "write '\(place?.spelling ?? "")', in quotes; or convert the text: x::BIGINT"
      : "convert one of them: x::BIGINT, x::VARCHAR"
    return fault(
      "a text is compared with a number", advice,
      at: isLiteral ? number?.tokens.lowerBound ?? index : index)
  }

  private mutating func wrap(_ operand: SQLOperand, in function: String) {
    edits.insert("\(function)(", before: tokens[operand.tokens.lowerBound].range.lowerBound)
    edits.insert(")", behind: tokens[operand.tokens.upperBound].range.upperBound)
  }
}
