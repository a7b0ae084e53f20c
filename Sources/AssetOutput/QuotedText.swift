internal import Assets

/// What stands between the quotes of a cell, eight bytes a step.
enum QuotedText {
  /// Whether a cell has to be quoted: it is empty, or has a delimiter, a quote or the end of a line.
  ///
  /// - Parameter delimiter: less than a hyphen, as commas and tabs are.
  static func isNeeded(for bytes: Span<UInt8>, delimiter: UInt8) -> Bool {
    precondition(delimiter < hyphen)
    let delimiters = ones &* UInt64(delimiter)
    var offset = 0
    while offset < bytes.count {
      let (word, length) = bytes.partialWord(at: offset)
      offset += 8
      // All of them are less than a hyphen, and few other characters are.
      guard (word &- ones &* UInt64(hyphen)) & ~word & (ones &* 0x80) != 0 else { continue }
      let found =
        zeros(in: word ^ delimiters) | zeros(in: word ^ quotes)
        | zeros(in: word ^ ones &* 0x0A) | zeros(in: word ^ ones &* 0x0D)
      if found.trailingZeroBitCount / 8 < length { return true }
    }
    return bytes.isEmpty
  }

  /// Appends the bytes with each quote twice.
  static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    // A part at a time, since each byte might need the room of two.
    let part = 1 << 14
    for start in stride(from: 0, to: bytes.count, by: part) {
      let piece = bytes.extracting(start..<min(start + part, bytes.count))
      text.append(addingCapacity: room(for: piece.count)) { append(piece, to: &$0) }
    }
  }

  /// How much room so many bytes may need: two for each, and what a step writes too much.
  static func room(for count: Int) -> Int { count * 2 + 8 }

  /// Appends the bytes with each quote twice; there must be room.
  static func append(_ bytes: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
    precondition(output.freeCapacity >= room(for: bytes.count))
    // There is room, as has just been checked: no byte takes more than two, and each step writes eight and goes on behind
    // those that it means. Nothing is kept of the pointer.
    unsafe output.withUnsafeMutableBufferPointer { room, count in
      guard let start = room.baseAddress else { return }
      var target = unsafe UnsafeMutableRawPointer(start + count)
      var index = 0
      while index < bytes.count {
        let (word, length) = bytes.partialWord(at: index)
        index += length
        guard zeros(in: word ^ quotes).trailingZeroBitCount / 8 < length else {
          unsafe target.storeBytes(of: word.littleEndian, as: UInt64.self)
          unsafe target += length
          continue
        }
        // No branch for each quote: nothing foretells where JSON has them.
        var rest = word
        for _ in 0..<length {
          unsafe target.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
          unsafe target.storeBytes(of: UInt8(ascii: "\""), toByteOffset: 1, as: UInt8.self)
          unsafe target += rest & 0xFF == 0x22 ? 2 : 1
          rest >>= 8
        }
      }
      count = unsafe target - UnsafeMutableRawPointer(start)
    }
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let quotes: UInt64 = 0x2222_2222_2222_2222

  /// Marks the highest bit of the first byte of the word that is zero, and perhaps bits behind it.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 {
    (word &- ones) & ~word & (ones &* 0x80)
  }
}
