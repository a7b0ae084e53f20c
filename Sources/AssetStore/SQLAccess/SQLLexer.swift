internal import Assets

/// Cuts a statement into tokens by SQLite's rules, with the operators of PostgreSQL besides.
struct SQLLexer {
  private let text: String
  private let bytes: [UInt8]
  private var at = 0
  private var tokens: [SQLToken] = []
  /// How many brackets of `ARRAY[…]` and of subscripts are open: within them a bracket closes, and begins no name.
  private var openBrackets = 0

  private init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// All tokens, the last of them `end`.
  ///
  /// - Throws: a `usage` fault for a text or name without an end, and for what no statement may hold.
  static func tokens(of text: String) throws -> [SQLToken] {
    var lexer = SQLLexer(text)
    while try lexer.readToken() {}
    return lexer.tokens
  }

  private mutating func readToken() throws -> Bool {
    try skipSpace()
    let start = at
    guard at < bytes.count else {
      add(.end, from: start)
      return false
    }
    switch bytes[at] {
    case UInt8(ascii: "'"): try readQuoted(.text, "the text", from: start)
    case UInt8(ascii: "\""), UInt8(ascii: "`"): try readQuoted(.quotedName, "the name", from: start)
    case UInt8(ascii: "["): try readBracket()
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      if byte(1) == UInt8(ascii: "'") {
        at += 1
        try readQuoted(.blob, "the blob", from: start)
      } else {
        readWord()
      }
    case let byte where Self.isDigit(byte): readNumber()
    case UInt8(ascii: ".") where Self.isDigit(self.byte(1) ?? 0): readNumber()
    case UInt8(ascii: ":") where Self.isLetter(self.byte(1) ?? 0):
      at += 1
      skipWord()
      add(.parameter, from: start)
    case let byte where Self.isLetter(byte): readWord()
    default: try readSymbol()
    }
    return true
  }

  private func byte(_ distance: Int) -> UInt8? {
    at + distance < bytes.count ? bytes[at + distance] : nil
  }

  private mutating func add(_ kind: SQLToken.Kind, from start: Int, spelling: String? = nil) {
    let skipped = kind == .parameter ? 1 : 0
    let spelling = spelling ?? String(copying: bytes.span.extracting(start + skipped..<at))
    let folded = spelling.unicodeScalars.map {
      ("A"..."Z").contains($0) ? Character(Unicode.Scalar(UInt8($0.value) | 0x20)) : Character($0)
    }
    tokens.append(
      SQLToken(kind: kind, range: start..<at, spelling: spelling, folded: String(folded)))
  }
}

extension SQLLexer {
  private mutating func skipSpace() throws {
    while let next = byte(0) {
      if next == 0x20 || (0x09...0x0D).contains(next) {
        at += 1
      } else if next == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
        while let next = byte(0), next != 0x0A { at += 1 }
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws {
    let start = at
    at += 2
    while byte(0) != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") {
      guard at < bytes.count else {
        throw SQLFault.at(start, of: text, "the comment has no end", "close it with */")
      }
      at += 1
    }
    at += 2
  }

  /// What stands between two quotes; two quotes in it are one.
  private mutating func readQuoted(
    _ kind: SQLToken.Kind, _ what: String, from start: Int
  ) throws {
    let quote = bytes[at]
    var content: [UInt8] = []
    at += 1
    while let next = byte(0) {
      at += 1
      if next == quote {
        guard byte(0) == quote else {
          return add(kind, from: start, spelling: String(copying: content.span))
        }
        at += 1
      }
      content.append(next)
    }
    throw SQLFault.at(
      start, of: text, "\(what) has no end", "close it with \(Unicode.Scalar(quote))")
  }

  /// The bracket of an array or a subscript, or else a name in brackets.
  private mutating func readBracket() throws {
    let start = at
    let isArray = tokens.last?.isWord("array") == true
    if isArray || openBrackets > 0 || isSubscript() {
      openBrackets += 1
      at += 1
      return add(.symbol, from: start)
    }
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "]")) else {
      throw SQLFault.at(start, of: text, "the name has no end", "close it with ]")
    }
    at = end + 1
    add(.quotedName, from: start, spelling: String(copying: bytes.span.extracting(start + 1..<end)))
  }

  /// Whether what stands directly behind an operand is digits, or nothing, in brackets.
  private func isSubscript() -> Bool {
    guard let last = tokens.last, last.range.upperBound == at,
      last.isName || last.isSymbol(in: [")", "]"])
    else { return false }
    let digits = bytes[(at + 1)...].prefix(while: Self.isDigit)
    return digits.endIndex < bytes.count && bytes[digits.endIndex] == UInt8(ascii: "]")
  }

  private mutating func readWord() {
    let start = at
    skipWord()
    add(.word, from: start)
  }

  private mutating func skipWord() {
    while let next = byte(0), Self.isLetter(next) || Self.isDigit(next) || next == 0x24 { at += 1 }
  }

  private mutating func readNumber() {
    let start = at
    while let next = byte(0) {
      let isSign = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
      let isExponent = isSign && bytes[at - 1] | 0x20 == UInt8(ascii: "e") && !isHexadecimal(start)
      guard isExponent || Self.isLetter(next) || Self.isDigit(next) || next == UInt8(ascii: ".")
      else { break }
      at += 1
    }
    add(.number, from: start)
  }

  private func isHexadecimal(_ start: Int) -> Bool {
    start + 1 < bytes.count && bytes[start + 1] | 0x20 == UInt8(ascii: "x")
  }

  private mutating func readSymbol() throws {
    let start = at
    let rest = bytes[at...]
    guard let symbol = Self.symbols.first(where: { rest.starts(with: $0.utf8) }) else {
      let character = String(decoding: rest, as: UTF8.self).unicodeScalars.first.map(String.init)
      throw SQLFault.at(start, of: text, "'\(character ?? "")' has no meaning here", nil)
    }
    if symbol == "]" { openBrackets = max(0, openBrackets - 1) }
    at += symbol.utf8.count
    add(.symbol, from: start)
  }

  /// Longer ones first.
  private static let symbols = [
    "!~*", "->>", "!~", "~*", "->", "::", "||", "<>", "!=", "<=", ">=", "==", "<<", ">>", "@>",
    "<@", "?|", "?&", "(", ")", "]", ",", ".", ";", "=", "<", ">", "+", "-", "*", "/", "%", "&",
    "|", "~", "?", "@", "$", ":", "#",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
