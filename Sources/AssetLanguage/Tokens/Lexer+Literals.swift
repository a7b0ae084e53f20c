internal import Assets

extension Lexer {
  mutating func skipSpace() throws {
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

  /// Comments may hold others, as in PostgreSQL.
  private mutating func skipComment() throws {
    let start = at
    var depth = 0
    repeat {
      guard let next = byte(0) else {
        throw fault("the comment has no end", advice: "close it with */", at: start)
      }
      if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        depth += 1
        at += 2
      } else if next == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        depth -= 1
        at += 2
      } else {
        at += 1
      }
    } while depth > 0
  }

  /// What stands between two quotes; two quotes in it are one.
  mutating func readQuoted(_ kind: Token.Kind, what: String, from start: Int) throws {
    let quote = bytes[at]
    var content: [UInt8] = []
    at += 1
    while let next = byte(0) {
      at += 1
      if next == quote {
        guard byte(0) == quote else {
          return add(kind, from: start, spelling: String(decoding: content, as: UTF8.self))
        }
        at += 1
      }
      content.append(next)
    }
    let isClosedOtherwise = String(decoding: content, as: UTF8.self).unicodeScalars.contains {
      $0.isTypographicQuote
    }
    let advice = "close it with \(Unicode.Scalar(quote))"
    throw fault(
      "\(what) has no end",
      advice: isClosedOtherwise ? advice + ", which is no typographic quote" : advice,
      at: start)
  }

  /// `E'…'`, in which a backslash gives the next character another meaning.
  mutating func readEscaped(from start: Int) throws {
    var content: [UInt8] = []
    at += 1
    while let next = byte(0) {
      at += 1
      switch next {
      case UInt8(ascii: "'"):
        guard byte(0) == next else {
          return add(.text, from: start, spelling: String(decoding: content, as: UTF8.self))
        }
        at += 1
        content.append(next)
      case UInt8(ascii: "\\"): content += try escape()
      default: content.append(next)
      }
    }
    throw fault("the text has no end", advice: "close it with '", at: start)
  }

  private mutating func escape() throws -> [UInt8] {
    guard let letter = byte(0) else { return [] }
    at += 1
    switch letter {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"): return try character(digits: 4)
    case UInt8(ascii: "U"): return try character(digits: 8)
    case UInt8(ascii: "x"), 0x30...0x37:
      throw fault(
        "bytes are not written in a text", advice: "write the character, or \\u00E9", at: at - 2)
    default: return [letter]
    }
  }

  private mutating func character(digits: Int) throws -> [UInt8] {
    let place = at - 2
    let text = String(decoding: bytes[at..<min(at + digits, bytes.count)], as: UTF8.self)
    at += text.utf8.count
    guard text.utf8.count == digits, let number = UInt32(text, radix: 16), number > 0,
      let scalar = Unicode.Scalar(number)
    else {
      throw fault("there is no such character", advice: "write four digits behind \\u", at: place)
    }
    return Array(String(scalar).utf8)
  }

  /// `$$…$$` or `$tag$…$tag$`.
  mutating func readDollarQuoted() throws {
    let start = at
    at += 1
    while let next = byte(0), Self.isLetter(next) || Self.isDigit(next) { at += 1 }
    guard byte(0) == UInt8(ascii: "$") else {
      throw fault("'$' has no meaning here", advice: "write a parameter as :name", at: start)
    }
    at += 1
    let tag = bytes[start..<at]
    let content = at
    while at < bytes.count, !bytes[at...].starts(with: tag) { at += 1 }
    guard at < bytes.count else {
      let closing = String(decoding: tag, as: UTF8.self)
      throw fault("the text has no end", advice: "close it with \(closing)", at: start)
    }
    let text = slice(content)
    at += tag.count
    add(.text, from: start, spelling: text)
  }

  mutating func readNumber() throws {
    let start = at
    let isDigit = { (byte: UInt8?) in byte.map(Self.isDigit) ?? false }
    while isDigit(byte(0)) { at += 1 }
    if byte(0) == UInt8(ascii: "."), byte(1) != UInt8(ascii: ".") {
      at += 1
      while isDigit(byte(0)) { at += 1 }
    }
    if let letter = byte(0), letter | 0x20 == UInt8(ascii: "e") {
      let hasSign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
      if isDigit(byte(hasSign ? 2 : 1)) {
        at += hasSign ? 2 : 1
        while isDigit(byte(0)) { at += 1 }
      }
    }
    if let next = byte(0), Self.isLetter(next) {
      skipWord()
      throw fault(
        "'\(slice(start))' is no number",
        advice: "put a name that begins with a digit in double quotes",
        at: start)
    }
    add(.number, from: start, spelling: slice(start))
  }
}
