import AssetOutput
import Testing

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", ""), ("plain ~", "plain ~"), ("é 日本 😀", "é 日本 😀"), (#"a\nb"#, #"a\nb"#),
    ("a\nb\r\n\tc", #"a\nb\r\n\tc"#), ("\u{1B}[31m", #"\u{1B}[31m"#),
    ("\u{0}\u{7F}\u{80}\u{9F}", #"\u{0}\u{7F}\u{80}\u{9F}"#), ("\u{A0}", "\u{A0}"),
    ("a\u{202E}b\u{202A}", #"a\u{202E}b\u{202A}"#), ("\u{2066}\u{2069}", #"\u{2066}\u{2069}"#),
    ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#),
    ("\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}", #"\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}"#),
    ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#), ("pro\u{AD}d", #"pro\u{AD}d"#),
    ("\u{FFF9}", #"\u{FFF9}"#), ("\u{E0041}", #"\u{E0041}"#), ("\u{3164}", #"\u{3164}"#),
    ("👩\u{200D}💻", #"👩\u{200D}💻"#), ("e\u{301}\u{200B}", "e\u{301}\\u{200B}"),
    ("❤\u{FE0F}", "❤\u{FE0F}"), ("prod\u{FE0F}", #"prod\u{FE0F}"#), ("1\u{FE0F}", #"1\u{FE0F}"#),
  ])
  func `what can't be seen, or does something, is shown as an escape`(
    text: String, expected: String
  ) {
    #expect(Array(DisplayText.escaped(text).utf8) == Array(expected.utf8))
    #expect(Array(DisplayText.escaped(expected).utf8) == Array(expected.utf8))
  }

  @Test func `no scalar that controls anything is left`() {
    let hidden: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF...0xFEFF, 0xE0000...0xE0FFF,
    ]
    for value in hidden.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "a\(scalar)", "日\(scalar)\(scalar)b"] {
        let shown = DisplayText.escaped(text)
        #expect(!shown.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("e\u{301}\u{302}\u{20DD}", 1),
    ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("か\u{3099}", 2), ("\u{3000}", 2), ("\u{20000}", 2), ("ΑΩ", 2), ("אב", 2), ("…", 1),
    ("😀", 2), ("👍\u{1F3FD}", 2), ("🇩🇪", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("⌚", 2),
    ("☃", 1), ("🀄", 2), ("\u{1F3FD}", 2), ("\n", 2), ("\u{1B}", 6), ("日\u{200B}", 10),
    ("กำ", 2), ("नि", 2), ("\u{4DC0}", 1), ("\u{303F}", 1),
  ])
  func `width is that of a terminal`(text: String, expected: Int) {
    #expect(DisplayText.width(of: text) == expected)
    #expect(DisplayText.width(of: DisplayText.escaped(text)) == expected)
  }
}
