internal import Assets

/// The grammar of JSON's numbers and strings.
package enum JSONScalars {
  /// The offset behind the number that begins at `start`.
  package static func endOfNumber(_ text: Span<UInt8>, from start: Int) throws(JSONFault) -> Int {
    var at = start
    if byte(text, at: at) == UInt8(ascii: "-") { at += 1 }
    if byte(text, at: at) == UInt8(ascii: "0") {
      at += 1
    } else {
      try readDigits(text, at: &at)
    }
    if byte(text, at: at) == UInt8(ascii: ".") {
      at += 1
      try readDigits(text, at: &at)
    }
    if let e = byte(text, at: at), e | 0x20 == UInt8(ascii: "e") {
      at += 1
      if let sign = byte(text, at: at), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        at += 1
      }
      try readDigits(text, at: &at)
    }
    if let next = byte(text, at: at), !" \n\r\t,]}".utf8.contains(next) {
      throw JSONFault(offset: at, reason: "this is no number")
    }
    return at
  }

  package static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func readDigits(_ text: Span<UInt8>, at: inout Int) throws(JSONFault) {
    let start = at
    while let digit = byte(text, at: at), (0x30...0x39).contains(digit) { at += 1 }
    guard at > start else { throw JSONFault(offset: at, reason: "expected a digit") }
  }

  /// Appends the bytes of the string whose opening quote is at `start`; the offset behind its closing quote.
  ///
  /// - Parameter allowsFlaws: whether it may hold U+0000 and halves of surrogate pairs. These, and each byte that is no
  ///   UTF-8, then become three bytes, as if surrogates were scalars.
  package static func readString(
    _ text: Span<UInt8>, from start: Int, allowsFlaws: Bool = false, into output: inout [UInt8]
  ) throws(JSONFault) -> Int {
    var at = start + 1
    while let next = byte(text, at: at) {
      switch next {
      case UInt8(ascii: "\""): return at + 1
      case UInt8(ascii: "\\"):
        try readEscape(text, at: &at, allowsFlaws: allowsFlaws, into: &output)
      case 0..<0x20:
        throw JSONFault(offset: at, reason: "a control character in a string has to be escaped")
      case 0..<0x80:
        output.append(next)
        at += 1
      default:
        guard let length = UTF8Bytes.length(ofScalarAt: at, in: text) else {
          if allowsFlaws {
            append(surrogate: 0xDC00 + UInt32(next), to: &output)
            at += 1
            continue
          }
          throw JSONFault(offset: at, reason: "this is no UTF-8")
        }
        output.append(span: text.extracting(at..<at + length))
        at += length
      }
    }
    throw JSONFault(offset: start, reason: "the string that begins here is not closed")
  }

  private static func readEscape(
    _ text: Span<UInt8>, at: inout Int, allowsFlaws: Bool, into output: inout [UInt8]
  ) throws(JSONFault) {
    let start = at
    let letter = byte(text, at: at + 1)
    at += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(letter ?? 0)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"):
      try readUnicode(text, at: &at, from: start, allowsFlaws: allowsFlaws, into: &output)
    default: throw JSONFault(offset: start, reason: "JSON has no such escape")
    }
  }

  private static func readUnicode(
    _ text: Span<UInt8>, at: inout Int, from start: Int, allowsFlaws: Bool,
    into output: inout [UInt8]
  ) throws(JSONFault) {
    var code = try readHex(text, at: &at, from: start)
    if (0xD800..<0xDC00).contains(code), byte(text, at: at) == UInt8(ascii: "\\"),
      byte(text, at: at + 1) == UInt8(ascii: "u")
    {
      let second = at
      at += 2
      let low = try readHex(text, at: &at, from: start)
      if (0xDC00..<0xE000).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      } else {
        at = second
      }
    }
    if allowsFlaws, (0xD800..<0xE000).contains(code) {
      return append(surrogate: code, to: &output)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw JSONFault(offset: start, reason: "half of a surrogate pair stands alone")
    }
    guard code != 0 || allowsFlaws else {
      throw JSONFault(
        offset: start, reason: "the string holds U+0000, which SQLite can't keep in text")
    }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func append(surrogate code: UInt32, to output: inout [UInt8]) {
    output.append(0xE0 | UInt8(code >> 12))
    output.append(0x80 | UInt8(code >> 6 & 0x3F))
    output.append(0x80 | UInt8(code & 0x3F))
  }

  private static func readHex(
    _ text: Span<UInt8>, at: inout Int, from start: Int
  ) throws(JSONFault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = byte(text, at: at),
        let value = Character(Unicode.Scalar(digit)).hexDigitValue
      else {
        throw JSONFault(offset: start, reason: "\\u needs four hexadecimal digits")
      }
      code = code << 4 | UInt32(value)
      at += 1
    }
    return code
  }

  private static func byte(_ text: Span<UInt8>, at: Int) -> UInt8? {
    at < text.count ? text[at] : nil
  }
}
