extension JSONText {
  /// Escapes DEL and the control characters U+0080 to U+009F in what a text has behind a place, and nothing but JSON.
  /// JSON, and the store with it, has them as they are; a terminal that it is shown on may obey them.
  package static func escapeControls(in text: inout [UInt8], from place: Int) {
    guard let first = firstControl(in: text, from: place) else { return }
    let rest = Array(text[first...])
    text.removeSubrange(first...)
    var index = 0
    while index < rest.count {
      let next = index + 1 < rest.count ? rest[index + 1] : 0
      if rest[index] == 0x7F {
        append(escaped: 0x7F, to: &text)
      } else if rest[index] == 0xC2, (0x80...0x9F).contains(next) {
        append(escaped: UInt32(next), to: &text)
        index += 1
      } else {
        text.append(rest[index])
      }
      index += 1
    }
  }

  /// Appends an escape for a character of up to sixteen bits.
  package static func append(escaped scalar: UInt32, to text: inout [UInt8]) {
    let digits = String(scalar, radix: 16)
    text.append(
      contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }

  /// Where the first byte is that has to be escaped. Most texts have none, and are looked through 32 bytes a step.
  private static func firstControl(in text: [UInt8], from place: Int) -> Int? {
    let bytes = text.span
    var index = place
    while index + 32 <= bytes.count {
      let odd =
        odd(bytes.word(at: index)) | odd(bytes.word(at: index + 8))
        | odd(bytes.word(at: index + 16)) | odd(bytes.word(at: index + 24))
      if odd & 0x8080_8080_8080_8080 != 0,
        let found = (index..<index + 32).first(where: { isControl(bytes, at: $0) })
      {
        return found
      }
      index += 32
    }
    return (index..<max(index, bytes.count)).first { isControl(bytes, at: $0) }
  }

  /// Sets the highest bit of each byte that is DEL or not ASCII.
  @inline(__always)
  private static func odd(_ word: UInt64) -> UInt64 {
    word | ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x0101_0101_0101_0101)
  }

  private static func isControl(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    if bytes[index] == 0x7F { return true }
    return bytes[index] == 0xC2 && index + 1 < bytes.count
      && (0x80...0x9F).contains(bytes[index + 1])
  }
}
