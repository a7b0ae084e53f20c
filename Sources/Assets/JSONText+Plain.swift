extension JSONText {
  /// Whether a text has no control character below U+0020, and no escape that begins with `\u`.
  package static func isPlain(_ text: Span<UInt8>) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var offset = 0
    while offset < text.count {
      let (bytes, count) = text.partialWord(at: offset)
      // Spaces behind the end, where zeros are.
      let word = count == 8 ? bytes : bytes | (ones &* 0x20) << (8 * UInt64(count))
      if (word &- ones &* 0x20) & ~word & highs != 0 { return false }
      let apart = word ^ (ones &* 0x5C)
      var backslashes = ~((apart & ~highs) &+ ~highs | apart) & highs
      while backslashes != 0 {
        let next = offset + backslashes.trailingZeroBitCount / 8 + 1
        if next < text.count, text[next] == UInt8(ascii: "u") { return false }
        backslashes &= backslashes &- 1
      }
      offset += 8
    }
    return true
  }
}
