import AssetLanguage
import Assets
import Testing
import TestSupport

@Suite struct ParserTests {
  /// An expression with parentheses around each part.
  private func shape(_ text: String) throws -> String {
    var parser = try Parser(text)
    return shape(try parser.expression())
  }

  private func shape(_ syntax: Syntax) -> String {
    switch syntax.form {
    case .number(let text), .text(let text): text
    case .name(let names): names.map(\.spelling).joined(separator: ".")
    case .bool(let value): "\(value)"
    case .unary(let sign, let part): "(\(sign)\(shape(part)))"
    case .binary(let sign, let left, let right): "(\(shape(left))\(sign.sign)\(shape(right)))"
    case .not(let part): "(NOT \(shape(part)))"
    case .and(let parts): "(\(parts.map(shape).joined(separator: " AND ")))"
    case .or(let parts): "(\(parts.map(shape).joined(separator: " OR ")))"
    case .cast(let part, let type): "(\(shape(part))::\(type.name))"
    case .isNull(let part): "(\(shape(part)) IS NULL)"
    case .isTruth(let part, _): "(\(shape(part)) IS)"
    case .inList(let part, let list):
      "(\(shape(part)) IN \(list.map(shape).joined(separator: ",")))"
    case .like(let part, let pattern, _, _): "(\(shape(part)) LIKE \(shape(pattern)))"
    case .between(let part, let low, let high, _):
      "(\(shape(part)) BETWEEN \(shape(low)) \(shape(high)))"
    case .element(let part, let index): "\(shape(part))[\(shape(index))]"
    default: "?"
    }
  }

  @Test(arguments: [
    ("a + 1 || 'x'", "((a+1)||x)"), ("'x' || 1 + 2", "(x||(1+2))"),
    ("a = b LIKE 'c'", "(a=(b LIKE c))"), ("a = b IN (1)", "(a=(b IN 1))"),
    ("a = b ~ 'c'", "(a=(b~c))"), ("a ~ b -> c", "((a~b)->c)"), ("a -> b ->> c", "((a->b)->>c)"),
    ("NOT a = b", "(NOT (a=b))"), ("NOT a AND b OR c", "(((NOT a) AND b) OR c)"),
    ("a OR b AND c", "(a OR (b AND c))"), ("-a::int", "(-(a::int))"), ("-2 ^ 2", "((-2)^2)"),
    ("2 ^ 3 ^ 4", "((2^3)^4)"), ("a - b - c", "((a-b)-c)"), ("a * b + c % d", "((a*b)+(c%d))"),
    ("a BETWEEN b AND c AND d", "((a BETWEEN b c) AND d)"),
    ("a = b IS NULL", "((a=b) IS NULL)"), ("a IS NOT NULL", "(NOT (a IS NULL))"),
    ("a NOT LIKE b || c", "(NOT (a LIKE (b||c)))"), ("a < b + 1", "(a<(b+1))"),
    ("a = b AND c != d", "((a=b) AND (c<>d))"), ("a[1]::text", "(a[1]::text)"),
    ("a !~~ b", "(NOT (a LIKE b))"), ("a ISNULL", "(a IS NULL)"),
    ("(a OR b) AND c", "((a OR b) AND c)"),
  ])
  func `operators bind as in PostgreSQL`(text: String, shape: String) throws {
    #expect(try self.shape(text) == shape, "\(text)")
  }

  @Test(arguments: [
    ("'it''s'", "it's"), ("E'a\\tb\\u00e9'", "a\tbé"), ("$$it's$$", "it's"), ("$x$a$$b$x$", "a$$b"),
    ("/* a /* b */ c */ 'x' -- y", "x"),
  ])
  func `texts and comments are read as in PostgreSQL`(text: String, content: String) throws {
    #expect(try shape(text) == content)
  }

  @Test func `each part knows its bytes`() throws {
    var parser = try Parser("  lower( é ) || 'x'  ")
    let syntax = try parser.expression()
    #expect(syntax.range == 2..<20)
    guard case .binary(let sign, let left, let right) = syntax.form else { return }
    #expect(left.range == 2..<13 && sign.range == 14..<16 && right.range == 17..<20)
  }

  @Test(arguments: ["(", "NOT ", "-", "a[", "CASE ", "(SELECT ", "f(", "ARRAY[", "a::b::", "a+"])
  func `no nesting stops the program`(part: String) {
    #expect(throws: Fault.self) {
      _ = try ParsedStatement("SELECT " + String(repeating: part, count: 20_000) + "1").query
    }
  }

  @Test func `a long chain is no deep tree`() throws {
    let condition = Array(repeating: "a = 1", count: 5_000).joined(separator: " OR ")
    _ = try ParsedStatement("SELECT 1 WHERE \(condition)")
  }

  @Test func `no spelling stops the program`() throws {
    let words = [
      "SELECT", "FROM", "t", ".", ",", "(", ")", "[", "]", "'a'", "1", "1.5e3", ":p", "::", "text",
      "AND", "NOT", "BETWEEN", "IN", "LIKE", "CASE", "WHEN", "THEN", "END", "JOIN", "ON", "USING",
      "GROUP", "BY", "ORDER", "LIMIT", "UNION", "WITH", "AS", "OVER", "FILTER", "INTERVAL",
      "'1 day'",
      "ARRAY", "EXISTS", "->", "@>", "?", "~", "||", "*", "-", "=", "<", "é", "\"", "'", "/*", "$$",
      "E'", "VALUES", "DISTINCT", "WITHIN", "LATERAL", "FETCH", "FIRST", "ROWS", "ONLY", ";",
    ]
    var random = SeededGenerator(seed: 3)
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...16, using: &random)).map { _ in
        words[Int.random(in: words.indices, using: &random)]
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      do {
        _ = try ParsedStatement("SELECT " + text)
        read += 1
      } catch is Fault {}
    }
    #expect(read > 100)
  }
}
