/// Searches in texts byte by byte: characters that look alike are not the same.
enum ByteText {
  /// Where a text begins in another, at or behind an offset; nil if it is not there.
  static func find(_ wanted: [UInt8], in text: [UInt8], from start: Int = 0) -> Int? {
    BytePattern(wanted).find(in: text, from: start)
  }

  /// Lends what stands between the separators, until the body says false; the whole where the separator is empty.
  static func split<Failure: Error>(
    _ text: [UInt8], by separator: [UInt8],
    body: (ArraySlice<UInt8>) throws(Failure) -> Bool
  ) throws(Failure) {
    var start = 0
    if !separator.isEmpty {
      let pattern = BytePattern(separator)
      while let end = pattern.find(in: text, from: start) {
        guard try body(text[start..<end]) else { return }
        start = end + separator.count
      }
    }
    _ = try body(text[start...])
  }

  /// Where the character that follows the one at an offset begins.
  static func nextCharacter(behind offset: Int, in text: [UInt8]) -> Int {
    var next = offset + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
