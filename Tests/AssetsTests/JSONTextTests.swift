import Assets
import Testing

@Suite struct JSONTextTests {
  private func text(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    JSONText.append(string: bytes.span, to: &text)
    return text
  }

  /// The same byte by byte.
  private func expected(_ bytes: [UInt8]) -> [UInt8] {
    let escapes: [UInt8: String] = [
      0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: "\\\"", 0x5C: "\\\\",
    ]
    return [0x22]
      + bytes.flatMap { byte -> [UInt8] in
        if let escape = escapes[byte] { return Array(escape.utf8) }
        guard byte < 0x20 else { return [byte] }
        return Array("\\u00".utf8) + Array((byte < 16 ? "0" : "1").utf8)
          + Array(String(byte & 15, radix: 16).utf8)
      } + [0x22]
  }

  @Test func `each byte is escaped where it has to be, wherever it stands`() {
    for byte in UInt8.min...UInt8.max {
      for (before, after) in [(0, 0), (3, 2), (7, 0), (8, 1), (5, 9), (16, 20)] {
        let bytes =
          [UInt8](repeating: 0x61, count: before) + [byte]
          + [UInt8](repeating: 0x62, count: after)
        #expect(text(bytes) == expected(bytes), "\(byte) behind \(before), before \(after)")
      }
    }
  }

  @Test func `text longer than one part is written whole`() {
    for count in [4_095, 4_096, 4_097, 20_000] {
      let plain = [UInt8](repeating: 0x61, count: count)
      let worst = [UInt8](repeating: 0x01, count: count)
      #expect(text(plain) == expected(plain))
      #expect(text(worst) == expected(worst))
    }
  }

  @Test func `a text is plain without control characters and escapes that begin with u, wherever`()
  {
    for place in 0..<20 {
      for (inside, isPlain) in [
        ("", true), ("\u{7F}é", true), ("\\\"", true), ("\\n", true), (" ", true),
        ("\u{1F}", false), ("\0", false), ("\n", false), ("\\u0001", false), ("u\\", true),
      ] {
        let text = Array((String(repeating: "a", count: place) + inside).utf8)
        #expect(JSONText.isPlain(text.span) == isPlain, "\(text)")
        #expect(JSONText.isPlain((text + Array("bcdefghij".utf8)).span) == isPlain, "\(text)")
      }
    }
    #expect(JSONText.isPlain([UInt8]().span) == true)
  }
}
