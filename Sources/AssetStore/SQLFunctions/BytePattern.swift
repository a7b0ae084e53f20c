/// A text that is looked for in others, in a time that grows with their lengths only (Knuth, Morris, Pratt): to compare
/// at each place would take hours for long texts of one letter.
struct BytePattern {
  private let bytes: [UInt8]
  /// For each length, how much of a beginning that long is also its end.
  private let borders: [Int32]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var borders: [Int32] = [0]
    var matched = 0
    for byte in bytes.dropFirst() {
      while matched > 0, bytes[matched] != byte { matched = Int(borders[matched - 1]) }
      if bytes[matched] == byte { matched += 1 }
      borders.append(Int32(matched))
    }
    self.borders = borders
  }

  /// Where it begins, at or behind an offset; nil if it is not there. An empty one is everywhere.
  func find(in text: [UInt8], from start: Int = 0) -> Int? {
    guard !bytes.isEmpty else { return start }
    var matched = 0
    for at in start..<max(start, text.count) {
      while matched > 0, bytes[matched] != text[at] { matched = Int(borders[matched - 1]) }
      if bytes[matched] == text[at] { matched += 1 }
      if matched == bytes.count { return at + 1 - matched }
    }
    return nil
  }
}
