/// Reads hstore text, by the grammar of PostgreSQL 15 to the letter (contrib/hstore/hstore_io.c), oddities included:
/// an unquoted key may hold commas, an unquoted value may hold `=>`, one comma may trail.
package struct HstoreReader {
  private var at = 0
  /// A key and, behind it, its value, both without quotes and escapes.
  private var pair: [UInt8] = []

  package init() {}

  /// Adds each pair of the text; they come in its order.
  package mutating func read(_ text: Span<UInt8>, into builder: inout MapBuilder)
    throws(HstoreFault)
  {
    at = 0
    pair.removeAll(keepingCapacity: true)
    while try readWord(text, endsAt: UInt8(ascii: "=")) != nil {
      let keyEnd = pair.count
      try readArrow(text)
      guard let isQuoted = try readWord(text, endsAt: UInt8(ascii: ",")) else { throw .end }
      add(keyEnd, isQuoted: isQuoted, to: &builder)
      pair.removeAll(keepingCapacity: true)
      guard try readComma(text) else { return }
    }
  }

  private func add(_ keyEnd: Int, isQuoted: Bool, to builder: inout MapBuilder) {
    let key = pair.span.extracting(0..<keyEnd)
    let value = pair.span.extracting(keyEnd..<pair.count)
    if !isQuoted, Self.isNull(value) {
      builder.addNull(key: key)
    } else {
      builder.add(key: key, value: value)
    }
  }

  /// Reads a key or a value; whether it was quoted, or nil if only space was left.
  private mutating func readWord(
    _ text: Span<UInt8>, endsAt end: UInt8
  ) throws(HstoreFault) -> Bool? {
    skipSpace(text)
    guard at < text.count else { return nil }
    if text[at] == UInt8(ascii: "\"") {
      try readQuoted(text)
      return true
    }
    // A key has to begin with something; a value may begin with a comma, and then holds it.
    if end == UInt8(ascii: "="), text[at] == end { throw syntaxFault(text) }
    try take(text)
    while at < text.count, text[at] != end, !Self.isSpace(text[at]) { try take(text) }
    return false
  }

  private mutating func readQuoted(_ text: Span<UInt8>) throws(HstoreFault) {
    at += 1
    while at < text.count, text[at] != UInt8(ascii: "\"") { try take(text) }
    guard at < text.count else { throw .end }
    at += 1
  }

  /// Takes one byte; behind a backslash it is taken as it is.
  private mutating func take(_ text: Span<UInt8>) throws(HstoreFault) {
    if text[at] == UInt8(ascii: "\\") { at += 1 }
    guard at < text.count else { throw .end }
    pair.append(text[at])
    at += 1
  }

  private mutating func readArrow(_ text: Span<UInt8>) throws(HstoreFault) {
    skipSpace(text)
    try expect(UInt8(ascii: "="), in: text)
    try expect(UInt8(ascii: ">"), in: text)
  }

  private mutating func expect(_ byte: UInt8, in text: Span<UInt8>) throws(HstoreFault) {
    guard at < text.count else { throw .end }
    guard text[at] == byte else { throw syntaxFault(text) }
    at += 1
  }

  /// Whether there is a comma, and not the end.
  private mutating func readComma(_ text: Span<UInt8>) throws(HstoreFault) -> Bool {
    skipSpace(text)
    guard at < text.count else { return false }
    try expect(UInt8(ascii: ","), in: text)
    return true
  }

  private mutating func skipSpace(_ text: Span<UInt8>) {
    while at < text.count, Self.isSpace(text[at]) { at += 1 }
  }

  private func syntaxFault(_ text: Span<UInt8>) -> HstoreFault {
    var end = at + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return .syntax(near: String(copying: text.extracting(at..<end)), position: at)
  }

  /// PostgreSQL's `scanner_isspace`: a vertical tab is none.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func isNull(_ word: Span<UInt8>) -> Bool {
    word.count == 4 && word[0] | 0x20 == UInt8(ascii: "n") && word[1] | 0x20 == UInt8(ascii: "u")
      && word[2] | 0x20 == UInt8(ascii: "l") && word[3] | 0x20 == UInt8(ascii: "l")
  }
}

/// Why a text is no hstore.
package enum HstoreFault: Error, Hashable {
  /// The position is a byte's, counted from 0, as in PostgreSQL's own message.
  case syntax(near: String, position: Int)
  case end

  /// What is wrong with the text.
  package var reason: String {
    switch self {
    case .syntax(let near, let position): "syntax error near '\(near)' at position \(position)"
    case .end: "unexpected end of the text"
    }
  }
}
