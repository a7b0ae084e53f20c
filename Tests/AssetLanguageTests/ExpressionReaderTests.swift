import AssetLanguage
import Assets
import Testing
import TestSupport

@Suite struct ExpressionReaderTests {
  private func parse(_ text: String) throws -> Expression { try Expression(parsing: text) }

  @Test(arguments: [
    ("a = 'x' OR b = 'y' AND NOT c = 'z'", "a = 'x' OR (b = 'y' AND (NOT (c = 'z')))"),
    ("NOT a = 'x' AND b = 'y'", "(NOT (a = 'x')) AND b = 'y'"),
    ("NOT a IS NULL", "NOT (a IS NULL)"), ("a = b IS NULL", "(a = b) IS NULL"),
    ("a IS DISTINCT FROM b OR c", "(a IS DISTINCT FROM b) OR c"),
    ("a BETWEEN 1 AND 2 AND b = 3", "(a BETWEEN 1 AND 2) AND b = 3"),
    ("NOT t ? 'k' OR a", "(NOT (t ? 'k')) OR a"), ("t->'k' ~ 'x'", "(t->'k') ~ 'x'"),
    ("t->'k' IN ('x')", "(t->'k') IN ('x')"), ("a != 'b'", "a <> 'b'"),
    ("a not in (1)", "NOT (a IN (1))"), ("exist(t, 'k')", "t ? 'k'"), ("\"a\" = 1", "a = 1"),
    ("a = ANY (ARRAY['x', 'y'])", "a IN ('x', 'y')"), ("'a=>b' <@ t", "t @> 'a=>b'"),
    ("'a=>b' @> t", "t <@ 'a=>b'"), ("t @> 'a=>b'::hstore", "t @> '\"a\"=>\"b\"'"),
    ("a = '1'::text", "a = '1'"), ("a = '2024-01-01'::timestamp", "a = TIMESTAMP '2024-01-01'"),
    ("a !~ 'x'", "NOT (a ~ 'x')"), ("timestamp = 'x'", "\"timestamp\" = 'x'"),
    ("((((a))))", "a"), ("a=-1", "a = - 1"),
  ])
  func `precedence and spelling are PostgreSQL's`(text: String, same: String) throws {
    #expect(try parse(text) == parse(same))
  }

  @Test func `text and the builder make the same expression`() throws {
    #expect(
      try parse("account_id IN ('1', '2') AND NOT tags ? 'owner'")
        == .and([
          Operand.field("account_id").isIn(["1", "2"]), !.hasKey("owner", in: "tags"),
        ]))
    #expect(try parse("tags @> 'a=>b'") == .has("a", value: "b", in: "tags"))
    #expect(try parse("tags->'it''s' = 'x'") == Operand.value(of: "it's", in: "tags").equals("x"))
    #expect(
      try parse("size > 1.5 OR active = TRUE")
        == (Operand.field("size").compares(.greater, to: 1.5)
          || Operand.field("active").equals(true)))
  }

  @Test(arguments: [
    ("", 0), ("  ", 2), ("a =", 3), ("a = 'x", 4), ("a = 'x' b", 8), ("a == 'x'", 2), ("(a", 2),
    ("a)", 1), ("a IN ()", 6), ("a IN 'x'", 5), ("a LIKE b", 7), ("t -> k", 5), ("t ? 1", 4),
    ("t ?| 'x'", 5), ("tags.env = 'x'", 4), ("a = 1 = 2", 6), ("a && b", 2),
    ("a IS 'x'", 5),
    ("t @> 'a'", 5), ("'x' ? 'k'", 4), ("(a = 1) = 2", 8), ("AND", 0),
    ("a AND OR b", 6), ("é = 'x' x", 9), ("a BETWEEN 1 OR 2", 12),
  ])
  func `a fault says where it is`(text: String, offset: Int) throws {
    let fault = try #require(throws: Fault.self) { try parse(text) }
    #expect(fault.kind == .usage && fault.excerpt == TextPlace(text, at: offset))
  }

  @Test(arguments: [
    ("WHERE a = 'x'", 0, "begin with the condition"), ("select * from t", 0, "assetstore sql"),
    ("a = 'x' LIMIT 5", 8, "--limit 10"), ("a = 'x' order by a", 8, "--sort field"),
    ("a = 'x' GROUP BY a", 8, "--facet"), ("t['env'] = 'x'", 1, "write t->'env'"),
    ("t[env] = 'x'", 1, "write t->'env'"), ("t.env = 'x'", 1, "tags->'env'"),
    ("a == 'x'", 2, "write ="), ("a && b", 2, "write AND"),
    ("a || b", 2, "write OR"), ("a = ‘x’", 4, "write ' around text"),
    ("a = x”", 5, "write ' around text"), ("a = 'x’", 4, "no typographic quote"),
    ("a LIKE prod", 7, "single quotes: 'prod'"), ("a ~ \"o'x\"", 4, "single quotes: 'o''x'"),
    ("t->env = 'x'", 3, "single quotes: 'env'"), ("t ? \"env\"", 4, "single quotes: 'env'"),
  ])
  func `what other languages have comes with what to write`(
    text: String, offset: Int, advice: String
  ) throws {
    let fault = try #require(throws: Fault.self) { try parse(text) }
    #expect(fault.excerpt == TextPlace(text, at: offset))
    #expect(fault.advice?.contains(advice) == true, "\(fault)")
  }

  @Test func `what is too long or too deep is refused`() throws {
    for text in [
      String(repeating: "(", count: 50_000), String(repeating: "NOT ", count: 10_000) + "a",
      String(repeating: "a OR ", count: 20_000) + "a",
      String(repeating: "a = 'x' AND (", count: 300) + "a" + String(repeating: ")", count: 300),
    ] {
      #expect(throws: Fault.self) { try parse(text) }
    }
    #expect(throws: Never.self) {
      try parse(String(repeating: "(", count: 150) + "a" + String(repeating: ")", count: 150))
    }
  }

  @Test func `no text crashes the parser or makes it think for long`() throws {
    var random = SeededGenerator(seed: 1)
    let pieces = [
      "a", "tags", "'x'", "'k=>v'", "''", "'", "\"", "1", "1.5e3", "-", "->", "?", "?|", "?&", "@>",
      "<@", "=", "<>", "<", ">=", "~", "!~*", "(", ")", "[", "]", ",", "::", "AND", "OR", "NOT",
      "IN",
      "LIKE", "BETWEEN", "IS", "NULL", "DISTINCT", "FROM", "ANY", "ARRAY", "avals", "exist", "TRUE",
      "TIMESTAMP", "é", "\u{0}", "\n", ".", "text", "x_1$",
    ]
    var valid = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<14, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(
        separator: " ")
      do {
        _ = try parse(text)
        valid += 1
      } catch let fault as Fault {
        let offset = try #require(fault.excerpt?.offset)
        try #require(fault.kind == .usage && (0...text.utf8.count).contains(offset))
      }
    }
    #expect(valid > 100)
  }
}
