internal import Assets

/// Reads tokens by recursive descent.
package struct Parser {
  package let text: String
  let tokens: [Token]
  /// For each opening parenthesis the index of the one that closes it.
  let partners: [Int: Int]
  var index = 0
  /// The names that stand where a table is expected.
  var tables: [[String]] = []
  /// How deep what is being read is nested.
  private var nesting = 0

  /// - Throws: a `usage` fault, with its place, for what is no token, and for a second statement.
  package init(_ text: String) throws {
    self.text = text
    var tokens = try Lexer.tokens(of: text)
    if let end = tokens.firstIndex(where: { $0.isSymbol(";") }) {
      if let second = tokens[end...].first(where: { !$0.isSymbol(";") && $0.kind != .end }) {
        throw Fault.language(
          "a second statement begins here", advice: "run one statement at a time",
          at: second.range.lowerBound, of: text)
      }
      let place = tokens[end].range.lowerBound
      tokens[end...] = [Token(kind: .end, range: place..<place, spelling: "", folded: "")]
    }
    self.tokens = tokens
    partners = Self.partners(tokens)
  }

  private static func partners(_ tokens: [Token]) -> [Int: Int] {
    var (partners, open): ([Int: Int], [Int]) = ([:], [])
    for (index, token) in tokens.enumerated() {
      if token.isSymbol("(") { open.append(index) }
      if token.isSymbol(")"), let start = open.popLast() { partners[start] = index }
    }
    return partners
  }

  /// The token that is read next.
  var next: Token { token(0) }

  func token(_ distance: Int) -> Token {
    tokens[min(max(index + distance, 0), tokens.count - 1)]
  }

  /// Where what was read last ends.
  var end: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

  @discardableResult
  mutating func take() -> Token {
    let token = next
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  mutating func take(word: String) -> Bool {
    guard next.isWord(word) else { return false }
    index += 1
    return true
  }

  mutating func take(symbol: String) -> Bool {
    guard next.isSymbol(symbol) else { return false }
    index += 1
    return true
  }

  /// Takes words that stand one behind the other, all or none.
  mutating func take(words: String...) -> Bool {
    for (distance, word) in words.enumerated() where !token(distance).isWord(word) { return false }
    index += words.count
    return true
  }

  mutating func require(word: String) throws {
    guard take(word: word) else { throw expected(word.uppercased()) }
  }

  mutating func require(symbol: String) throws {
    guard take(symbol: symbol) else { throw expected("'\(symbol)'") }
  }

  func expected(_ what: String) -> Fault {
    let found = next.kind == .end ? "the end" : "'\(source(next.range))'"
    return fault("\(what) is expected here, not \(found)", advice: nil)
  }

  func source(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self).shortened(toScalars: 40)
  }

  func fault(_ why: String, advice: String?, at offset: Int? = nil) -> Fault {
    .language(why, advice: advice, at: offset ?? next.range.lowerBound, of: text)
  }

  /// Deeper trees are refused: whoever walks one needs room for each step.
  package static let maxDepth = 200

  mutating func nested<Result>(_ body: (inout Parser) throws -> Result) throws -> Result {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.maxDepth else { throw tooDeep(next.range.lowerBound) }
    return try body(&self)
  }

  func tooDeep(_ offset: Int) -> Fault {
    fault(
      "it is nested more than \(Self.maxDepth) deep",
      advice: "ask in several queries, or WITH names for the inner ones", at: offset)
  }

  func checkDepth(_ syntax: Syntax) throws -> Syntax {
    guard syntax.depth <= Self.maxDepth else { throw tooDeep(syntax.range.lowerBound) }
    return syntax
  }

  func name(_ token: Token) -> Name {
    Name(
      spelling: token.spelling, folded: token.folded, range: token.range,
      isQuoted: token.kind == .quotedName)
  }

  mutating func requireName(_ what: String = "a name") throws -> Name {
    guard next.isName else { throw expected(what) }
    return name(take())
  }

  /// What is separated by commas, at least one.
  mutating func list<Element>(
    _ element: (inout Parser) throws -> Element
  ) throws -> [Element] {
    var list = [try element(&self)]
    while take(symbol: ",") { list.append(try element(&self)) }
    return list
  }

  mutating func inParentheses<Result>(
    _ body: (inout Parser) throws -> Result
  ) throws -> Result {
    try require(symbol: "(")
    let result = try body(&self)
    try require(symbol: ")")
    return result
  }
}
