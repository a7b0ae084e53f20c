extension JSONText {
  /// Escapes DEL and the control characters U+0080 to U+009F in what a text has behind a place, and nothing but JSON.
  /// JSON, and the store with it, has them as they are; a terminal that it is shown on may obey them.
  package static func escapeControls(in text: inout [UInt8], from place: Int) {
    guard let first = firstControl(in: text, from: place) else { return }
    let rest = Array(text[first...])
    text.removeSubrange(first...)
    var index = 0
    while index < rest.count {
      let next = index + 1 < rest.count ? rest[index + 1] : 0
      if rest[index] == 0x7F {
        append(escaped: 0x7F, to: &text)
      } else if rest[index] == 0xC2, (0x80...0x9F).contains(next) {
        append(escaped: UInt32(next), to: &text)
        index += 1
      } else {
        text.append(rest[index])
      }
      index += 1
    }
  }

  /// Appends an escape for a character of up to sixteen bits.
  package static func append(escaped scalar: UInt32, to text: inout [UInt8]) {
    let digits = String(scalar, radix: 16)
    text.append(
      contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }

  /// Where the first byte is that has to be escaped. Most texts have none.
  private static func firstControl(in text: [UInt8], from place: Int) -> Int? {
    for start in stride(from: place, to: text.count, by: 256) {
      let block = start..<min(start + 256, text.count)
      guard isOdd(text, at: block) else { continue }
      let bytes = text.span
      if let found = block.first(where: { isControl(bytes, at: $0) }) { return found }
    }
    return nil
  }

  /// Whether a byte is DEL or not ASCII.
  private static func isOdd(_ text: [UInt8], at range: Range<Int>) -> Bool {
    unsafe text.withUnsafeBufferPointer { text in
      let bytes = unsafe UnsafeBufferPointer(rebasing: text[range])
      // The compiler makes vector code of this loop only without the checks of a span's subscript.
      var odd: UInt8 = 0
      var index = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        odd |= byte | (byte &+ 1)
        index &+= 1
      }
      return odd & 0x80 != 0
    }
  }

  private static func isControl(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    if bytes[index] == 0x7F { return true }
    return bytes[index] == 0xC2 && index + 1 < bytes.count
      && (0x80...0x9F).contains(bytes[index + 1])
  }
}
