import Assets
import Testing
import TestSupport

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

  private func firstMatch(
    _ pattern: String, _ text: String, from start: Int = 0, isByLine: Bool = false
  ) throws -> [String?]? {
    let expression = try RegularExpression(pattern, isByLine: isByLine, keepsGroups: true)
    let bytes = Array(text.utf8)
    return expression.firstMatch(in: bytes.span, from: start, pause: {})?
      .map { place in place.map { String(decoding: bytes[$0], as: UTF8.self) } }
  }

  @Test(arguments: [
    ("a|ab", "ab", ["a"]), ("(a|ab)(c|bcd)", "abcd", ["abcd", "a", "bcd"]),
    ("a+", "caaab", ["aaa"]), ("a+?", "aaa", ["a"]), ("(a+?)(a*)", "aaa", ["aaa", "a", "aa"]),
    ("(a??)b", "ab", ["ab", "a"]), ("(a{1,2}?)(a*)", "aaa", ["aaa", "a", "aa"]),
    ("<.*?>", "<a><b>", ["<a>"]), ("(é+)(?:ü)(.)", "xééü😀", ["ééü😀", "éé", "😀"]),
    ("((a)|b)*", "abab", ["abab", "b", "a"]), ("()", "a", ["", ""]), ("x*", "a", [""]),
    ("(^a|b$)", "ab", ["a", "a"]), ("$", "ab", [""]),
  ])
  func `the first match is the one that goes before others`(
    pattern: String, text: String, groups: [String]
  ) throws {
    #expect(try firstMatch(pattern, text) == groups)
  }

  @Test func `a search tells what is not there, begins where it is told, and knows lines`() throws {
    #expect(try firstMatch("x", "abc") == nil)
    #expect(try firstMatch("(a)|(b)", "b") == ["b", nil, "b"])
    #expect(try firstMatch("a(.)", "a1a2", from: 1) == ["a2", "2"])
    #expect(try firstMatch("^a", "aa", from: 1) == nil)
    #expect(try firstMatch("^b.?$", "a\nb\nc", isByLine: true) == ["b"])
    #expect(try firstMatch("^b.?$", "a\nb\nc") == nil)
    #expect(try firstMatch("[^x]+", "a\nb", isByLine: true) == ["a"])
  }

  /// Texts and patterns of few letters, where anything may be next to anything.
  @Test func `a search finds something where there is a match, and what it finds matches`() throws {
    var random = SeededGenerator(seed: 5)
    let parts = ["a", "b", "(a)", "(a|b", "(", ")", "|", "*", "+?", "{1,2}", "^", "$", ".", "[^a]"]
    var found = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...6, using: &random)
      let pattern = (0..<count).map { _ in parts.randomElement(using: &random)! }.joined()
      guard let expression = try? RegularExpression(pattern, keepsGroups: true) else { continue }
      let text = String((0..<5).map { _ in "ab".randomElement(using: &random)! })
      let bytes = Array(text.utf8)
      let groups = expression.firstMatch(in: bytes.span, pause: {})
      #expect(try matches(pattern, text) == (groups != nil), "\(pattern) \(text)")
      guard let match = groups?[0], !pattern.contains("^"), !pattern.contains("$") else { continue }
      found += 1
      let matched = String(decoding: bytes[match], as: UTF8.self)
      #expect(try matches("^(?:\(pattern))$", matched), "\(pattern) \(text)")
      for start in 0..<match.lowerBound {
        let rest = String(decoding: bytes[start...], as: UTF8.self)
        #expect(try !matches("^(?:\(pattern))", rest), "\(pattern) \(text)")
      }
    }
    #expect(found > 1_000)
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
    let time = clock.measure {
      _ = try? matches(pattern, text)
      _ = try? firstMatch(pattern, text)
    }
    // Trying every way would take longer than the universe is old.
    #expect(time < .seconds(20))
  }
}
