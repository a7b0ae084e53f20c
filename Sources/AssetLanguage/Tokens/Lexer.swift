internal import Assets

/// Cuts a text into tokens by PostgreSQL's rules. SQLite's quotes for names, `` ` `` and `[ ]`, are read too.
package struct Lexer {
  let text: String
  let bytes: [UInt8]
  var at = 0
  var tokens: [Token] = []
  /// How many brackets of arrays and subscripts are open: within them a bracket begins no name.
  private var openBrackets = 0

  private init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// All tokens, the last of them `end`.
  ///
  /// - Throws: a `usage` fault, with its place, for what is no token.
  package static func tokens(of text: String) throws -> [Token] {
    var lexer = Lexer(text)
    while try lexer.readToken() {}
    return lexer.tokens
  }

  private mutating func readToken() throws -> Bool {
    try skipSpace()
    let start = at
    guard let first = byte(0) else {
      add(.end, from: start, spelling: "")
      return false
    }
    switch first {
    case UInt8(ascii: "'"): try readQuoted(.text, what: "the text", from: start)
    case UInt8(ascii: "\""), UInt8(ascii: "`"):
      try readQuoted(.quotedName, what: "the name", from: start)
    case UInt8(ascii: "["): try readBracket()
    case UInt8(ascii: "$") where !Self.isDigit(byte(1) ?? 0): try readDollarQuoted()
    case UInt8(ascii: ":") where Self.isLetter(byte(1) ?? 0):
      at += 1
      skipWord()
      add(.parameter, from: start, spelling: slice(start + 1))
    case let byte where Self.isDigit(byte): try readNumber()
    case UInt8(ascii: ".") where Self.isDigit(byte(1) ?? 0): try readNumber()
    case let byte where Self.isLetter(byte): try readWord()
    default: try readSymbol()
    }
    return true
  }

  func byte(_ distance: Int) -> UInt8? {
    at + distance < bytes.count ? bytes[at + distance] : nil
  }

  func slice(_ start: Int) -> String { String(decoding: bytes[start..<at], as: UTF8.self) }

  mutating func add(_ kind: Token.Kind, from start: Int, spelling: String) {
    tokens.append(
      Token(
        kind: kind, range: start..<at, spelling: spelling,
        folded: kind == .text ? "" : spelling.foldedASCII))
  }

  func fault(_ why: String, advice: String?, at offset: Int) -> Fault {
    .language(why, advice: advice, at: offset, of: text)
  }

  private mutating func readWord() throws {
    let start = at
    skipWord()
    let isLiteral = at == start + 1 && byte(0) == UInt8(ascii: "'")
    switch bytes[start] | 0x20 {
    case UInt8(ascii: "x") where isLiteral: try readQuoted(.blob, what: "the blob", from: start)
    case UInt8(ascii: "e") where isLiteral: try readEscaped(from: start)
    default: try addWord(from: start)
    }
  }

  private mutating func addWord(from start: Int) throws {
    let word = slice(start)
    if let place = word.unicodeScalars.firstIndex(where: \.isTypographicQuote) {
      throw fault(
        "\(word.unicodeScalars[place]) is no quote here", advice: "write ' around text",
        at: start + word.utf8.distance(from: word.startIndex, to: place))
    }
    add(.word, from: start, spelling: word)
  }

  mutating func skipWord() {
    while let next = byte(0), Self.isLetter(next) || Self.isDigit(next) || next == 0x24 { at += 1 }
  }

  /// The bracket of an array or a subscript, or else a name in brackets.
  private mutating func readBracket() throws {
    let start = at
    let last = tokens.last
    let isBehindOperand =
      last.map { $0.isName || $0.isWord("array") || $0.isSymbol(")") || $0.isSymbol("]") } ?? false
    if openBrackets > 0 || isBehindOperand {
      openBrackets += 1
      at += 1
      return add(.symbol, from: start, spelling: "[")
    }
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "]")) else {
      throw fault("the name has no end", advice: "close it with ]", at: start)
    }
    at = end + 1
    add(.quotedName, from: start, spelling: String(decoding: bytes[start + 1..<end], as: UTF8.self))
  }

  private mutating func readSymbol() throws {
    let start = at
    let rest = bytes[at...]
    guard let symbol = Self.symbols.first(where: { rest.starts(with: $0.utf8) }) else {
      let character = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first
      throw fault(
        "'\(character.map(String.init) ?? "")' has no meaning here", advice: nil, at: start)
    }
    if symbol == "]" { openBrackets = max(0, openBrackets - 1) }
    at += symbol.utf8.count
    add(.symbol, from: start, spelling: symbol)
  }

  /// Longer ones first.
  private static let symbols = [
    "!~~*", "!~~", "!~*", "~~*", "->>", "#>>", "<<=", ">>=", "!~", "~~", "~*", "->", "#>", "::",
    "||", "<>", "!=",
    "<=", ">=", "==", "<<", ">>", "@>", "<@", "?|", "?&", "&&", "=>", "(", ")", "]", ",", ".", ";",
    "=", "<", ">", "+", "-", "*", "/", "%", "^", "&", "|", "~", "?", "@", "$", ":", "#", "!",
  ]

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension Unicode.Scalar {
  /// Quotes that a word processor puts where an apostrophe or a quotation mark was typed.
  var isTypographicQuote: Bool { "‘’‚‛“”„‟«»‹›′″".unicodeScalars.contains(self) }
}
