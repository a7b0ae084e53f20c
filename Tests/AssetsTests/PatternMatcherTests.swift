import Testing

@testable import Assets

@Suite struct PatternMatcherTests {
  /// What the engine that keeps nothing says.
  private func expected(_ pattern: String, _ text: String) throws -> Bool {
    try RegularExpression("^(?:\(pattern))$").matches(text.utf8.span, pause: {})
  }

  @Test(arguments: [
    "", "a", "a|b", "(a|b)*a", "[0-9]{12}", "'.*'", "a$b", "^a?$", "é+|.x", "[^a]*",
    "(a|b)*a(a|b){9}",
    #"method\.response\.header\.[A-Za-z0-9._$-]+"#,
  ])
  func `it says of every text what the expression says`(pattern: String) throws {
    var matcher = try #require(try PatternMatcher(of: FieldRule(.pattern(pattern))))
    var random = SystemRandomNumberGenerator()
    let letters: [Character] = ["a", "b", "x", "'", "é", "1", "$", ".", "\u{1F600}"]
    var texts = [
      "", "a", "b", "ab", "'it''s'", "012345678901", "méthod", "method.response.header.X-Y",
    ]
    for _ in 0..<2_000 {
      let alphabet = Bool.random() ? letters[...] : letters.prefix(2)
      texts.append(
        String(
          (0..<Int.random(in: 0..<24)).map { _ in alphabet.randomElement(using: &random) ?? "a" }))
    }
    for text in texts {
      #expect(matcher.matches(text.utf8.span) == (try expected(pattern, text)), "\(text)")
    }
  }

  @Test func `a rule without a pattern has no matcher, and one with a broken one is refused`()
    throws
  {
    #expect(try PatternMatcher(of: FieldRule(.maxKeys(3))) == nil)
    #expect(throws: RegularExpressionFault.self) {
      try PatternMatcher(of: FieldRule(.pattern("a)(b")))
    }
  }
}
