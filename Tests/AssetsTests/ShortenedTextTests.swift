import Assets
import Testing

@Suite struct ShortenedTextTests {
  @Test(arguments: [
    ("", 3, ""), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("äöü", 3, "äöü"), ("äöüß", 3, "äö…"),
    ("😀😀😀", 2, "😀…"), ("e\u{301}\u{301}\u{301}", 3, "e\u{301}…"),
  ])
  func `so many characters are left, the last of them a mark`(
    text: String, count: Int, expected: String
  ) {
    let shortened = text.shortened(toScalars: count)
    #expect(Array(shortened.utf8) == Array(expected.utf8))
  }

  /// A letter with any number of accents is one of Swift's characters.
  @Test func `a letter with many accents is shortened too`() {
    let text = "e" + String(repeating: "\u{301}", count: 300_000)
    #expect(text.shortened(toScalars: 200).utf8.count < 1_000)
    #expect(throws: (any Error).self) { try KeyTemplate(text) }
    do { _ = try KeyTemplate(text) } catch { #expect("\(error)".utf8.count < 1_000) }
  }
}
