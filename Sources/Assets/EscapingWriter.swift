/// Writes the inside of a JSON string, eight bytes a step where nothing has to be escaped. Most of what an ingest
/// writes goes through here.
enum EscapingWriter {
  /// How much room the text of so many bytes may need: six for each, and what a step writes too much.
  static func room(for count: Int) -> Int { count * 6 + 8 }

  static func write(_ bytes: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
    precondition(output.freeCapacity >= room(for: bytes.count))
    // There is room, as has just been checked: the longest escape has six bytes, and each step writes eight and goes
    // on behind those that it means. Nothing is kept of the pointer.
    unsafe output.withUnsafeMutableBufferPointer { room, count in
      guard let start = room.baseAddress else { return }
      var target = unsafe UnsafeMutableRawPointer(start + count)
      var index = 0
      while index < bytes.count {
        let (word, length) = bytes.partialWord(at: index)
        unsafe target.storeBytes(of: word.littleEndian, as: UInt64.self)
        let found = escaped(in: word)
        // A branch, so that the next step need not wait for where this one has found something.
        if found == 0, length == 8 {
          index += 8
          unsafe target += 8
          continue
        }
        let plain = min(found.trailingZeroBitCount / 8, length)
        unsafe target += plain
        index += plain
        guard plain < length else { continue }
        unsafe target = escape(bytes[index], to: target)
        index += 1
      }
      count = unsafe target - UnsafeMutableRawPointer(start)
    }
  }

  /// Marks the highest bit of the first byte of the word that has to be escaped, and perhaps bits behind it.
  @inline(__always)
  private static func escaped(in word: UInt64) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let control = (word &- ones &* 0x20) & ~word
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    return (control | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & highs
  }

  private static func escape(
    _ byte: UInt8, to target: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let letter = shortEscape(of: byte)
    unsafe target.storeBytes(of: UInt8(ascii: "\\"), as: UInt8.self)
    guard letter == 0 else {
      unsafe target.storeBytes(of: letter, toByteOffset: 1, as: UInt8.self)
      return unsafe target + 2
    }
    let digits = unsafe StaticString("0123456789abcdef").utf8Start
    unsafe target.storeBytes(of: UInt8(ascii: "u"), toByteOffset: 1, as: UInt8.self)
    unsafe target.storeBytes(of: UInt8(ascii: "0"), toByteOffset: 2, as: UInt8.self)
    unsafe target.storeBytes(of: UInt8(ascii: "0"), toByteOffset: 3, as: UInt8.self)
    unsafe target.storeBytes(of: digits[Int(byte >> 4)], toByteOffset: 4, as: UInt8.self)
    unsafe target.storeBytes(of: digits[Int(byte & 15)], toByteOffset: 5, as: UInt8.self)
    return unsafe target + 6
  }

  /// The letter behind the backslash; 0 where there is no short form.
  private static func shortEscape(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    case 0x20...: byte
    default: 0
    }
  }
}
