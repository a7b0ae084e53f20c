internal import Assets

/// The tokens of one statement, and how they belong together.
struct SQLTokens {
  let text: String
  private let tokens: [SQLToken]
  /// For each bracket, CASE and END that has one, the index of what belongs to it.
  private let partners: [Int: Int]
  /// For each token with which an operand ends, the index of the one with which it begins.
  private var starts: [Int?] = []

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
    partners = try Self.partners(tokens, text)
    for index in tokens.indices { starts.append(findStart(index)) }
  }

  /// Without the end.
  var indices: Range<Int> { 0..<tokens.count - 1 }

  /// What stands before the first or behind the last token is the end.
  subscript(index: Int) -> SQLToken {
    tokens.indices.contains(index) ? tokens[index] : tokens[tokens.count - 1]
  }

  /// Where the statement ends, in bytes.
  var end: Int { tokens[tokens.count - 1].range.lowerBound }

  /// The index of what belongs to the bracket, CASE or END at an index; nil if there is nothing.
  func partner(of index: Int) -> Int? { partners[index] }

  /// The index of what comes next at the same depth of brackets and CASEs.
  func placeBehind(_ index: Int) -> Int {
    let isOpener = self[index].isSymbol(in: ["(", "["]) || self[index].isWord("case")
    return ((isOpener ? partner(of: index) : nil) ?? index) + 1
  }

  /// Deeper than what SQLite's parser follows.
  private static let maxDepth = 200

  private static func partners(_ tokens: [SQLToken], _ text: String) throws -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var openBrackets: [Int] = []
    var openCases: [Int] = []
    for (index, token) in tokens.enumerated() {
      var start: Int?
      if token.isSymbol(in: ["(", "["]) { openBrackets.append(index) }
      guard openBrackets.count <= maxDepth else {
        throw SQLFault.at(
          token.range.lowerBound, of: text, "it is nested more than \(maxDepth) deep",
          "ask in several queries, or WITH names for the inner ones")
      }
      if token.isWord("case") { openCases.append(index) }
      if token.isSymbol(in: [")", "]"]) { start = openBrackets.popLast() }
      if token.isWord("end") { start = openCases.popLast() }
      if let start { (partners[start], partners[index]) = (index, start) }
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
  /// call, a CASE, a cast, or what stands in brackets. Nil if none ends there.
  func startOfOperand(endingAt index: Int) -> Int? {
    starts.indices.contains(index) ? starts[index] : nil
  }

  /// Asks only for the starts of operands that end before this one.
  private func findStart(_ index: Int) -> Int? {
    guard endsOperand(index) else { return nil }
    let token = self[index]
    if token.isSymbol(")") { return partner(of: index).flatMap(startOfCall) }
    if token.isSymbol("]") { return partner(of: index).flatMap(startOfIndexed) }
    if token.isWord("end") { return partner(of: index) }
    if token.kind == .text, self[index - 1].isWord(in: SQLCast.typeWords) {
      guard self[index - 1].isWord("interval"), self[index - 2].isSymbol(in: ["+", "-"]) else {
        return index - 1
      }
      return startOfOperand(endingAt: index - 3)
    }
    guard token.isName else { return index }
    if let cast = castSign(before: index) { return startOfOperand(endingAt: cast - 1) }
    return startOfName(endingAt: index)
  }

  /// The index of the `::` whose type ends at an index.
  func castSign(before index: Int) -> Int? {
    (1...SQLCast.longestName).map { index - $0 }.first { sign in
      self[sign].isSymbol("::") && typeName(at: sign + 1).end == index + 1
    }
  }

  private func startOfName(endingAt index: Int) -> Int {
    self[index - 1].isSymbol(".") && self[index - 2].isName
      ? startOfOperand(endingAt: index - 2) ?? index : index
  }

  private func startOfCall(_ bracket: Int) -> Int? {
    let name = self[bracket - 1]
    if name.isWord(in: ["over", "filter"]) { return startOfOperand(endingAt: bracket - 2) }
    if name.isWord("exists") { return bracket - 1 }
    if name.isWord("group"), self[bracket - 2].isWord("within") {
      return startOfOperand(endingAt: bracket - 3)
    }
    return name.isName && !name.isWord(in: SQLToken.keywords) ? bracket - 1 : bracket
  }

  private func startOfIndexed(_ bracket: Int) -> Int? {
    self[bracket - 1].isWord("array") ? bracket - 1 : startOfOperand(endingAt: bracket - 1)
  }
}
