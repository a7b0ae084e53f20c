/// Writes JSON text with no escape that it doesn't need and no space.
public enum JSONText {
  /// Appends a string with its quotes. The bytes are UTF-8 already.
  public static func append(string bytes: Span<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    append(escaping: bytes, to: &text)
    text.append(UInt8(ascii: "\""))
  }

  /// Appends a string with its quotes.
  public static func append(string: String, to text: inout [UInt8]) {
    append(string: Array(string.utf8).span, to: &text)
  }

  private static func append(escaping bytes: Span<UInt8>, to text: inout [UInt8]) {
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      text.append(span: bytes.extracting(start..<index))
      appendEscape(of: byte, to: &text)
      start = index + 1
    }
    text.append(span: bytes.extracting(start..<bytes.count))
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
