internal import Assets

/// Finds the keys and values in the JSON text of a map, without reading what is in them. A text that is no map's gives
/// some parts or none, and does no harm.
struct MapTextScanner {
  struct Part {
    let isKey: Bool
    /// What is between the quotes, escapes as they are.
    let range: Range<Int>
  }

  private var at = 0

  /// The next key, or value that is a string; nil at the end.
  @inline(__always)
  mutating func next(_ text: Span<UInt8>) -> Part? {
    // What is between strings is a comma, a colon, a bracket or null, and has no quotes.
    while at < text.count, text[at] != UInt8(ascii: "\"") { at += 1 }
    guard at < text.count, let end = Self.end(of: text, from: at + 1) else { return nil }
    let range = at + 1..<end
    at = end + 1
    while at < text.count, text[at] == 0x20 { at += 1 }
    return Part(isKey: at < text.count && text[at] == UInt8(ascii: ":"), range: range)
  }

  /// Where the quote is that closes the string which begins at `start`.
  @inline(__always)
  private static func end(of text: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at + 8 <= text.count {
      let found = special(in: text.word(at: at))
      if found == 0 {
        at += 8
        continue
      }
      at += found.trailingZeroBitCount / 8
      if text[at] == UInt8(ascii: "\"") { return at }
      at += 2
    }
    while at < text.count {
      if text[at] == UInt8(ascii: "\"") { return at }
      at += text[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Marks the highest bit of the first byte of the word that is a quote or a backslash, and perhaps bits behind it.
  @inline(__always)
  private static func special(in word: UInt64) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (quotes, backslashes) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
    return (((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)) & highs
  }
}
