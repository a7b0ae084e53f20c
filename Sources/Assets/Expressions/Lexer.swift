/// The smallest parts of an expression's text.
struct Token {
  enum Kind: Equatable {
    /// A keyword or a plain name.
    case word(String)
    /// A name in double quotes.
    case name(String)
    case text(String)
    case number(String)
    case symbol(String)
    case end
  }

  let kind: Kind
  /// In bytes.
  let offset: Int

  /// How messages call it.
  var description: String {
    switch kind {
    case .word(let text), .number(let text), .symbol(let text): "'\(text)'"
    case .name(let text): "\"\(text)\""
    case .text: "a text"
    case .end: "the end"
    }
  }
}

/// Cuts the text of an expression into tokens, by PostgreSQL's rules.
struct Lexer {
  private let text: String
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// All tokens, the last of them `end`.
  static func tokens(of text: String) throws -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws -> Token {
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    let start = at
    guard at < bytes.count else { return Token(kind: .end, offset: start) }
    let kind: Token.Kind
    switch bytes[at] {
    case UInt8(ascii: "'"): kind = .text(try readQuoted("the text"))
    case UInt8(ascii: "\""): kind = .name(try readQuoted("the name"))
    case let byte where Self.isDigit(byte): kind = .number(readNumber())
    case let byte where Self.isLetter(byte): kind = .word(try readWord())
    default: kind = .symbol(try readSymbol())
    }
    return Token(kind: kind, offset: start)
  }

  /// What stands between two quotes; two quotes in it are one.
  private mutating func readQuoted(_ what: String) throws -> String {
    let (start, quote) = (at, bytes[at])
    var content: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == quote {
        guard at < bytes.count, bytes[at] == quote else {
          return String(copying: content.span)
        }
        at += 1
      }
      content.append(byte)
    }
    let isClosedOtherwise = String(copying: content.span).unicodeScalars.contains {
      $0.isTypographicQuote
    }
    let advice = "close it with \(Unicode.Scalar(quote))"
    throw fault(
      "\(what) has no end", isClosedOtherwise ? advice + ", which is no typographic quote" : advice,
      at: start)
  }

  private mutating func readNumber() -> String {
    let start = at
    skipDigits()
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      skipDigits()
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      let signs = [UInt8(ascii: "+"), UInt8(ascii: "-")]
      let digits = at + 1 < bytes.count && signs.contains(bytes[at + 1]) ? at + 2 : at + 1
      if digits < bytes.count, Self.isDigit(bytes[digits]) {
        at = digits
        skipDigits()
      }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skipDigits() {
    while at < bytes.count, Self.isDigit(bytes[at]) { at += 1 }
  }

  private mutating func readWord() throws -> String {
    let start = at
    while at < bytes.count, Self.isWordByte(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    if let place = word.unicodeScalars.firstIndex(where: \.isTypographicQuote) {
      throw fault(
        "\(word.unicodeScalars[place]) is no quote here", "write ' around text",
        at: start + word.utf8.distance(from: word.startIndex, to: place))
    }
    return word
  }

  private mutating func readSymbol() throws -> String {
    let rest = bytes[at...]
    let isThere = { (symbol: String) in rest.starts(with: symbol.utf8) }
    let symbol = Self.symbols.first(where: isThere)
    if let (wrong, advice) = Self.misspelt.first(where: { isThere($0.0) }),
      wrong.utf8.count > symbol?.utf8.count ?? 0
    {
      throw fault("there is no operator \(wrong)", advice, at: at)
    }
    if let symbol {
      at += symbol.utf8.count
      return symbol
    }
    let character = String(decoding: rest, as: UTF8.self).unicodeScalars.first.map(String.init)
    throw fault("\(character ?? "this") has no meaning here", nil, at: at)
  }

  /// Longer ones first.
  private static let symbols = [
    "!~*", "?|", "->", "?&", "@>", "<@", "<>", "!=", "<=", ">=", "~*", "!~", "::", "=", "<", ">",
    "?",
    "~", "(", ")", "[", "]", ",", "-", "+",
  ]

  private static let misspelt = [
    ("==", "write ="), ("->>", "write ->, which gives text"), ("&&", "write AND"),
    ("||", "write OR"), ("!", "write NOT"),
    (".", "write a map's value as tags->'env'"), ("{", "write a list as ARRAY['a', 'b']"),
    (";", "leave it out"), ("*", "write the names of fields"),
  ]

  private func fault(_ why: String, _ advice: String?, at offset: Int) -> Fault {
    .expression(why, advice, at: TextPlace(text, at: offset))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "$")
  }
}
