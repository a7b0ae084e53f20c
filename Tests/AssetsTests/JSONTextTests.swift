import Assets
import Testing

@Suite struct JSONTextTests {
  private func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    JSONText.append(string: bytes.span, to: &text)
    return text
  }

  /// What RFC 8259 says, byte by byte.
  private func escapedByTheBook(_ bytes: [UInt8]) -> [UInt8] {
    let short: [UInt8: String] = [
      8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 0x22: "\\\"", 0x5C: "\\\\",
    ]
    let inner = bytes.flatMap { byte in
      if let escape = short[byte] { return Array(escape.utf8) }
      let digits = String(byte, radix: 16)
      return byte < 0x20 ? Array("\\u00\(byte < 16 ? "0" : "")\(digits)".utf8) : [byte]
    }
    return [0x22] + inner + [0x22]
  }

  @Test(arguments: 0..<24)
  func `every byte is escaped, or not, at every place`(place: Int) {
    // Fillers next to the bytes that need an escape, and next to the borders of the range of controls.
    for filler: UInt8 in [0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0xA2, 0xDC, 0xFF] {
      let wrong = (UInt8.min ... .max).filter { byte in
        var bytes = [UInt8](repeating: filler, count: 24)
        bytes[place] = byte
        return escaped(bytes) != escapedByTheBook(bytes)
      }
      #expect(wrong.isEmpty, "among \(filler)")
    }
  }

  @Test(arguments: 0..<50)
  func `any mixture is escaped as the standard says`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<(seed * 7)).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state >> 8) & (seed.isMultiple(of: 2) ? 0x3F : 0xFF)
    }
    #expect(escaped(bytes) == escapedByTheBook(bytes))
  }

  @Test func `a String is escaped as its bytes are`() {
    var text: [UInt8] = []
    JSONText.append(string: "a\"é\u{1F}", to: &text)
    #expect(String(decoding: text, as: UTF8.self) == #""a\"é\u001f""#)
  }
}
