extension JSONText {
  /// Escapes DEL and the control characters U+0080 to U+009F in what a text has behind a place, and nothing but JSON.
  /// JSON, and the store with it, has them as they are; a terminal that it is shown on may obey them.
  public static func escapeControls(in text: inout [UInt8], from place: Int) {
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
  public static func append(escaped scalar: UInt32, to text: inout [UInt8]) {
    let digits = String(scalar, radix: 16)
    text.append(
      contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }

  /// Where the first byte is that may have to be escaped.
  private static func firstControl(in text: [UInt8], from place: Int) -> Int? {
    let bytes = text.span
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var index = place
    while index < bytes.count {
      let (word, length) = bytes.partialWord(at: index)
      let (delete, lead) = (word ^ (ones &* 0x7F), word ^ (ones &* 0xC2))
      let found = ((delete &- ones) & ~delete | (lead &- ones) & ~lead) & highs
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += length
    }
    return nil
  }
}
