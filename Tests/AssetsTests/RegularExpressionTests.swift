import Assets
import Testing

@Suite struct RegularExpressionTests {
  private func matches(_ pattern: String, _ text: String, ignoresCase: Bool = false) throws -> Bool
  {
    try RegularExpression(pattern, ignoresCase: ignoresCase).matches(text.utf8.span, pause: {})
  }

  @Test(arguments: [
    ("", ""), ("b", "abc"), ("^abc$", "abc"), ("a.c", "a\nc"), ("^.$", "é"), ("^.$", "😀"),
    ("^a*$", ""), ("^a+b?$", "aa"), ("^(ab|c)*$", "abcab"), ("^a{2}$", "aa"), ("^a{2,}$", "aaaa"),
    ("^a{1,3}$", "aaa"), ("^(a*)*$", "aaa"), ("a||b", "x"), ("^()$", ""), ("[]a]", "]"),
    ("^[^]a]$", "b"), ("[a-]", "-"), ("^[[:alpha:]_]+$", "a_B"), (#"^\d+\.\w\s$"#, "12._ "),
    (#"^[\d.]+$"#, "1.2"), (#"^\D\W\S$"#, "a-b"), (#"\Aa\Z"#, "a"), ("^a+?$", "aa"), ("a{", "a{"),
    ("a{,2}", "a{,2}"), (#"\t\\\*"#, "\t\\*"), ("(^a|b$)", "ab"), ("^(?:a)$", "a"), ("é+", "éé"),
    ("[α-ω]", "λ"),
  ])
  func `what should match does`(pattern: String, text: String) throws {
    #expect(try matches(pattern, text))
  }

  @Test(arguments: [
    ("b", "ac"), ("^abc$", "abcd"), ("^a{2}$", "aaa"), ("^a{2,}$", "a"), ("^a{1,3}$", "aaaa"),
    ("[^a]", "a"), ("^.$", "ab"), ("^[a-c]$", "d"), (#"\."#, "a"), ("a", "A"), ("x+", ""),
    ("é", "e\u{301}"), (#"\d"#, "٣"), ("$a", "a"),
  ])
  func `what should not match does not`(pattern: String, text: String) throws {
    #expect(try !matches(pattern, text))
  }

  @Test func `case is ignored for A to Z, in sets too`() throws {
    #expect(try matches("^prod$", "PROD", ignoresCase: true))
    #expect(try matches("^[A-Z]+$", "prod", ignoresCase: true))
    #expect(try !matches("^[^a]$", "A", ignoresCase: true))
    #expect(try !matches("é", "É", ignoresCase: true))
  }

  @Test(arguments: [
    "(", ")", "(a", "a)", "[a", "[", "*a", "a**", "^*", "a|*", "a{2", "a{2,1}", "a{256}", "a{1,x}",
    "\\", "(?=a)", "(a)\\1", "\\b", "[b-a]", "[[:nope:]]", "[[.a.]]", "[\\d-z]", "{1}",
    "((a{200}){200}){200}", String(repeating: "(", count: 300),
  ])
  func `what is no regular expression is refused`(pattern: String) {
    #expect(throws: RegularExpressionFault.self) { try RegularExpression(pattern) }
  }

  @Test(arguments: [
    "(a*)*b", "(a|a)*b", "(a|aa)+$b", "((((a{255}){255}){0}){255})", "(.*)(.*)(.*)(.*)x",
    "a{255}a{255}b", "((((()*)*)*){255}){255}b",
  ])
  func `no pattern takes longer than the text times itself`(pattern: String) {
    let text = String(repeating: "a", count: 2_000)
    let clock = ContinuousClock()
    let time = clock.measure { _ = try? matches(pattern, text) }
    // Trying every way would take longer than the universe is old.
    #expect(time < .seconds(20))
  }
}
