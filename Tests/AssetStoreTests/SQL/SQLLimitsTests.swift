import AssetCatalogue
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// No query runs on for ever, or ends the program.
@Suite struct SQLLimitsTests {
  @Test func `limits cut and stop, and say so`() throws {
    let sample = try SQLSample.make()
    let endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r"
    var limits = SQLQuery.Limits()
    limits.rows = 3
    #expect(try sample.lines(endless, limits: limits, as: .csv) == ["n", "1", "2", "3"])
    limits.rows = nil
    limits.bytes = 1_000
    #expect(try sample.fault(endless, limits: limits).kind == .guarded)
    limits.bytes = nil
    limits.time = .milliseconds(200)
    for sql in [
      endless, "SELECT max(n) FROM (\(endless))",
      "SELECT count(*) FROM (\(endless)) a, (\(endless)) b",
    ] {
      let fault = try sample.fault(sql, limits: limits)
      #expect(fault.kind == .guarded && fault.why.contains("longer than 0.2 seconds"))
    }
  }

  private static let large = "repeat(repeat('x', 4000), 4000)"
  private static let spaces = "repeat(repeat(' ', 2500), 2000)"

  @Test(arguments: [
    "SELECT printf('%.*c', 1000000000, 'x')", "SELECT printf('%1000000000d', 1)",
    "SELECT printf('%*d%*d', 9000000, 1, 9000000, 1)", "SELECT printf('%s%s', \(large), \(large))",
    "SELECT repeat('x', 20000000)", "SELECT \(large) || \(large)",
    "SELECT md5(\(large)) || \(large) || \(large)",
    "SELECT concat(\(large), \(large))", "SELECT lpad('x', 20000000)",
    "SELECT (\(spaces) || '1')::json",
    "SELECT json_typeof((\(spaces) || '{}')::json)", "SELECT akeys((\(spaces) || 'a=>1')::hstore)",
    "SELECT string_to_array(\(large), NULL)",
  ])
  func `what is larger than a query may have it is refused by a limit that has a name`(
    sql: String
  ) throws {
    let sample = try SQLSample.make()
    var limits = SQLQuery.Limits()
    limits.time = nil
    let fault = try sample.fault(sql, limits: limits)
    #expect(fault.kind == .guarded && fault.why.contains("MiB"), "\(sql): \(fault)")
  }

  @Test func `patterns that SQLite would search for hours end with the time`() throws {
    let sample = try SQLSample.make()
    var limits = SQLQuery.Limits()
    limits.time = .milliseconds(300)
    let pattern = String(repeating: "*[a-z]", count: 150)
    let text = "repeat(repeat('a', 4000), 3000) || '!'"
    let fault = try sample.fault("SELECT \(text) GLOB '\(pattern)?!?'", limits: limits)
    #expect(fault.kind == .guarded && fault.why.contains("longer than"))
  }

  @Test func `who asks to stop is obeyed`() throws {
    let sample = try SQLSample.make()
    let store = try Store.open(sample.folder.file("s.db"), isCancelled: { true })
    var writer = makeResultWriter(.csv, to: OutputStream { _ in })
    let sql = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r"
    let fault = try #require(throws: Fault.self) { _ = try store.sql(SQLQuery(sql), into: &writer) }
    #expect(fault.kind == .interrupted)
  }

  @Test func `no spelling of a query makes the program stop`() throws {
    let sample = try SQLSample.make()
    let words = [
      "SELECT", "FROM", "aws", ".", "apigatewayv2_integrationresponse", "tags", "->", "'env'", "::",
      "text", "timestamp", "INTERVAL", "ARRAY", "[", "]", "[1]", "(", ")", ",", "CAST", "AS", "ANY",
      "ALL", "=", "<>", "CASE", "WHEN", "END", "EXTRACT", "year", "~", "!~*", "ILIKE", "NOT", "1",
      "'", "\"", "/*", "--", "\n", ":a", "é", ";", "JOIN", "WHERE", "'1 day'", "+", "-", "x",
      "double precision", "OVER", "DISTINCT", "IS",
    ]
    var random = SeededGenerator(seed: 11)
    var answered = 0
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...25, using: &random)
      let text = (0..<count).map { _ in
        words[Int.random(in: words.indices, using: &random)]
          + (Bool.random(using: &random) ? " " : "")
      }.joined()
      do { answered += try sample.lines("SELECT " + text).count } catch is Fault {}
    }
    #expect(answered > 0)
  }
}
