/// Searches in texts byte by byte: characters that look alike are not the same.
enum ByteText {
  /// Where a text begins in another, at or behind an offset; nil if it is not there.
  static func find(_ wanted: [UInt8], in text: [UInt8], from start: Int = 0) -> Int? {
    BytePattern(wanted).find(in: text, from: start)
  }

  /// What stands between the separators; the whole where the separator is empty.
  static func split(_ text: [UInt8], by separator: [UInt8]) -> [[UInt8]] {
    guard !separator.isEmpty else { return [text] }
    var parts: [[UInt8]] = []
    let pattern = BytePattern(separator)
    var start = 0
    while let end = pattern.find(in: text, from: start) {
      parts.append(Array(text[start..<end]))
      start = end + separator.count
    }
    return parts + [Array(text[start...])]
  }

  /// Where the character that follows the one at an offset begins.
  static func nextCharacter(behind offset: Int, in text: [UInt8]) -> Int {
    var next = offset + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
