/// Writes JSON text with no escape that it doesn't need and no space.
public enum JSONText {
  /// Appends a string with its quotes. The bytes are UTF-8 already.
  public static func append(string bytes: Span<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    var start = 0
    while true {
      let end = endOfPlain(in: bytes, from: start)
      text.append(span: bytes.extracting(start..<end))
      guard end < bytes.count else { break }
      appendEscape(of: bytes[end], to: &text)
      start = end + 1
    }
    text.append(UInt8(ascii: "\""))
  }

  /// Appends a string with its quotes.
  public static func append(string: String, to text: inout [UInt8]) {
    append(string: string.utf8.span, to: &text)
  }

  /// Where the first byte from `start` on is that needs an escape; the end if none does. Strings are most of what an
  /// export writes, so eight bytes are looked at in one step.
  private static func endOfPlain(in bytes: Span<UInt8>, from start: Int) -> Int {
    // Bytes have no padding, any eight of them are a number, and the range is checked.
    let raw = unsafe bytes.bytes
    var index = start
    while bytes.count - index >= 8 {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let marks = marksOfEscapes(in: UInt64(littleEndian: word))
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, !needsEscape(bytes[index]) { index += 1 }
    return index
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Sets the highest bit of each byte that needs an escape. Bytes above one that does may be marked wrongly, as the
  /// subtractions borrow; the lowest mark is always right.
  private static func marksOfEscapes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let controls = (word &- ones &* 0x20) & ~word
    let others = ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
    return (controls | others) & (ones &* 0x80)
  }

  private static func appendEscape(of byte: UInt8, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: text.append(UInt8(ascii: "b"))
    case 0x09: text.append(UInt8(ascii: "t"))
    case 0x0A: text.append(UInt8(ascii: "n"))
    case 0x0C: text.append(UInt8(ascii: "f"))
    case 0x0D: text.append(UInt8(ascii: "r"))
    case 0x20...: text.append(byte)
    default:
      text.append(contentsOf: "u00".utf8)
      text.append(hexDigits[Int(byte >> 4)])
      text.append(hexDigits[Int(byte & 0xF)])
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}

extension JSONText {
  public static func append(bool: Bool, to text: inout [UInt8]) {
    text.append(contentsOf: bool ? "true".utf8 : "false".utf8)
  }

  public static func append(integer: Int64, to text: inout [UInt8]) {
    text.append(contentsOf: String(integer).utf8)
  }

  /// Appends the shortest text that reads back as the same number: an infinite one as a number too large for a double,
  /// which readers take for it. JSON has no spelling for what is no number: `null`.
  public static func append(real: Double, to text: inout [UInt8]) {
    if real.isFinite {
      text.append(contentsOf: real.description.utf8)
    } else if real.isNaN {
      text.append(contentsOf: "null".utf8)
    } else {
      text.append(contentsOf: real < 0 ? "-9.0e+999".utf8 : "9.0e+999".utf8)
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends the bytes of a span.
  public mutating func append(span: Span<UInt8>) {
    // The standard library has no append for spans yet; the bytes are only read while the closure runs.
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// A copy of the bytes of a span.
  public init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
  }
}

extension String {
  /// The text of UTF-8 bytes; what is no UTF-8 becomes U+FFFD.
  public init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
