/// The grammar of UTF-8 (Unicode, table 3-7).
package enum UTF8Bytes {
  /// How many bytes the scalar that begins at `start` has; nil if none does.
  package static func length(ofScalarAt start: Int, in text: Span<UInt8>) -> Int? {
    let first = text[start]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard start + length <= text.count, second.contains(text[start + 1]) else { return nil }
    for index in start + 2..<max(start + length, start + 2)
    where !(0x80...0xBF).contains(text[index]) { return nil }
    return length
  }

  /// The offset of the first byte that is no UTF-8; nil if there is none.
  package static func firstFault(in text: Span<UInt8>) -> Int? {
    var at = 0
    while at < text.count {
      guard let length = length(ofScalarAt: at, in: text) else { return at }
      at += length
    }
    return nil
  }
}
