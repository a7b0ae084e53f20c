import AssetLanguage
import Assets
import Testing

@Suite struct LexerTests {
  private func kinds(_ text: String) throws -> [String] {
    try Lexer.tokens(of: text).dropLast().map { "\($0.kind) \($0.spelling)" }
  }

  @Test(
    arguments: [
      ("a = 'it''s'", ["word a", "symbol =", "text it's"]),
      ("\"A\"\"b\"", ["quotedName A\"b"]),
      ("`a b`, [c d]", ["quotedName a b", "symbol ,", "quotedName c d"]),
      ("ARRAY[1]", ["word ARRAY", "symbol [", "number 1", "symbol ]"]),
      (
        "x[1][y]", ["word x", "symbol [", "number 1", "symbol ]", "symbol [", "word y", "symbol ]"]
      ),
      ("E'a\\n\\'\\u00e9\\\\'", ["text a\n'é\\"]), ("$$it's$$", ["text it's"]),
      ("$q$ $$ $q$", ["text  $$ "]), ("x'00ff'", ["blob 00ff"]), ("xy", ["word xy"]),
      (":name", ["parameter name"]), ("a::text", ["word a", "symbol ::", "word text"]),
      (
        "1 1.5 .5 1e9 1.e-3 5.",
        ["number 1", "number 1.5", "number .5", "number 1e9", "number 1.e-3", "number 5."]
      ),
      ("a->>'b'", ["word a", "symbol ->>", "text b"]), ("a-1", ["word a", "symbol -", "number 1"]),
      ("a ?| b", ["word a", "symbol ?|", "word b"]), ("!~~* !~", ["symbol !~~*", "symbol !~"]),
      ("a -- b\n c", ["word a", "word c"]), ("a/* /* */ ' */b", ["word a", "word b"]),
      ("a\u{0B}\u{0C}\tb", ["word a", "word b"]), ("é_1$", ["word é_1$"]), ("", []), (" -- ", []),
    ] as [(String, [String])])
  func `a text is cut as PostgreSQL cuts it`(text: String, tokens: [String]) throws {
    #expect(try kinds(text) == tokens, "\(text)")
  }

  @Test(arguments: [
    ("a = 'b", 4), ("\"a", 0), ("a /* /* */", 2), ("E'\\x41'", 2), ("E'\\u00g1'", 2), ("$q$ $$", 0),
    ("x = 1a", 4), ("a \\ b", 2), ("$", 0), ("[a", 0), ("name = ‘x’", 7), ("é = \u{7F}", 5),
  ])
  func `what is no token is refused at its place`(text: String, offset: Int) throws {
    let fault = try #require(throws: Fault.self) { try Lexer.tokens(of: text) }
    #expect(fault.kind == .usage && fault.excerpt == TextPlace(text, at: offset), "\(fault)")
  }

  @Test func `a typographic quote is told as what it is`() throws {
    for text in ["name = ‘x’", "name = 'x’"] {
      let fault = try #require(throws: Fault.self) { try Lexer.tokens(of: text) }
      #expect("\(fault)".contains("quote"), "\(fault)")
    }
  }

  @Test func `tokens follow each other, and what lies between them is space or a comment`() throws {
    let text =
      "SELECT a /* é */, \"b\"->>'c' -- d\nFROM é.t WHERE x[1] >= $$ y $$ AND :p ?& ARRAY['z']"
    let bytes = Array(text.utf8)
    var at = 0
    for token in try Lexer.tokens(of: text) {
      let between = String(decoding: bytes[at..<token.range.lowerBound], as: UTF8.self)
      #expect(
        between.allSatisfy(\.isWhitespace) || between.contains("/*") || between.contains("--"))
      #expect(token.kind == .end || !token.range.isEmpty)
      at = token.range.upperBound
    }
    #expect(at == bytes.count)
  }

  @Test func `words are told in any case of A to Z, and no other`() throws {
    let tokens = try Lexer.tokens(of: "SeLect İn \"Select\"")
    #expect(tokens[0].isWord("select") && !tokens[1].isWord("in"))
    #expect(!tokens[2].isWord("select") && tokens[2].isName && !tokens[0].isName)
  }
}
