import AssetLanguage
import Assets
import Testing

@Suite struct AnalyzerTests {
  private func analyze(_ sql: String) throws -> TypedQuery {
    let statement = try ParsedStatement(sql)
    return try Analyzer(sql) { name in
      name == ["t"]
        ? Table(
          name: "t",
          columns: [
            Table.Column("_key", of: .text, isKey: true), Table.Column("account_id", of: .text),
            Table.Column("size", of: .bigint), Table.Column("ratio", of: .float),
            Table.Column("made", of: .timestamp), Table.Column("on_", of: .bool),
            Table.Column("tags", of: .map), Table.Column("config", of: .json),
            Table.Column("names", of: .array(.text)),
          ]) : nil
    }.analyze(#require(statement.query))
  }

  private func kind(_ expression: String) throws -> Kind {
    try analyze("SELECT \(expression) FROM t").columns[0].kind
  }

  @Test(arguments: [
    ("size + 1", Kind.bigint), ("1 + 1", .int), ("size * 1.5", .numeric), ("size * ratio", .float),
    ("size / '2'", .bigint), ("2 ^ 3", .float), ("made - made", .interval),
    ("made + INTERVAL '1 day'", .timestamp), ("made::date - 1", .date),
    ("made::date - made::date", .int),
    ("INTERVAL '1 day' * 2", .interval), ("tags->'a'", .text), ("tags->ARRAY['a']", .array(.text)),
    ("config->'a'", .json), ("config->>0", .text), ("config #>> '{a,b}'", .text),
    ("'a' || size", .text), ("names || 'x'::text", .array(.text)), ("tags || 'a=>b'", .map),
    ("tags - 'a'::text", .map), ("tags ? 'a'", .bool), ("names && ARRAY['a']", .bool),
    ("ARRAY[1, 2.5]", .array(.numeric)), ("names[1]", .text), ("names[1:2]", .array(.text)),
    ("coalesce(size, '0')", .bigint), ("greatest(size, 1.5)", .numeric),
    ("nullif(size, 1)", .bigint),
    ("CASE WHEN on_ THEN 1 ELSE 2.5 END", .numeric), ("count(*)", .bigint), ("sum(1)", .bigint),
    ("sum(size)", .numeric), ("avg(size)", .numeric), ("sum(ratio)", .float),
    ("max(made)", .timestamp),
    ("array_agg(size)", .array(.bigint)), ("sqrt(size)", .float), ("round(ratio)", .float),
    ("round(2.5)", .numeric), ("length(account_id)", .int), ("'x'", .text), ("NULL", .text),
    ("EXTRACT(year FROM made)", .numeric), ("row_number() OVER ()", .bigint),
    ("lag(size) OVER ()", .bigint),
    ("(SELECT max(size) FROM t)", .bigint), ("account_id IN (SELECT _key FROM t)", .bool),
    ("5::numeric(10, 2)", .numeric), ("'{1,2}'::bigint[]", .array(.bigint)),
  ])
  func `an expression is what PostgreSQL makes of it`(expression: String, kind: Kind) throws {
    #expect(try self.kind(expression) == kind, "\(expression)")
  }

  @Test(arguments: [
    "account_id = 1", "account_id + 1", "on_ = 1", "size = 'x'", "size > '1.5'", "config = 'x'",
    "made > 5", "made = 'May'", "NOT account_id", "account_id AND on_",
    "CASE WHEN account_id THEN 1 END",
    "coalesce(size, 'x')", "CASE WHEN on_ THEN 1 ELSE 'x' END", "sum(account_id)", "max(on_)",
    "-made",
    "1 || 2", "names || 'x'", "tags - 'a'", "tags ->> 'a'", "account_id -> 'a'", "tags > tags",
    "account_id, count(*)", "size, max(size)", "sum(sum(size))", "row_number()", "lower(size)",
    "nothing(1)", "lower()", "lower('a', 'b')", "x", "t.x", "u.size", "*, 1 AS y, count(*)",
    "account_id IN (SELECT size FROM t)", "(SELECT size, ratio FROM t)", "size LIKE '1%'",
    "config || 'x'", "names[on_]", "tags['a']", "1 < 2 < 3", "'1' + '2'", "INTERVAL 'x'",
    "x'00'", "account_id COLLATE \"de_DE\"", "count(*) FILTER (WHERE size)", "5::nothing",
    "size::timestamp", "array_agg(size) WITHIN GROUP (ORDER BY size)", "percentile_cont(0.5)",
    "EXTRACT(year FROM '2024-01-01')", "max(unnest(names))",
  ])
  func `what PostgreSQL refuses is refused, with its place`(expression: String) throws {
    let fault = try #require(throws: Fault.self, "\(expression)") {
      try analyze("SELECT \(expression) FROM t")
    }
    #expect(fault.kind == .usage && fault.excerpt != nil, "\(expression): \(fault)")
  }

  @Test(arguments: [
    "SELECT 1 FROM t WHERE count(*) > 1", "SELECT 1 FROM t GROUP BY count(*)",
    "SELECT size AS s FROM t WHERE s > 1", "SELECT 1 FROM t, t", "SELECT _key FROM t a, t b",
    "SELECT DISTINCT size FROM t ORDER BY ratio",
    "SELECT size FROM t UNION SELECT account_id FROM t",
    "SELECT size FROM t UNION SELECT size, 1 FROM t", "VALUES (1), (1, 2)",
    "VALUES (1), ('x'::text)",
    "SELECT 1 FROM t JOIN t u USING (x)", "SELECT 1 FROM t JOIN t u",
    "SELECT size FROM t ORDER BY 2",
    "SELECT config FROM t ORDER BY config", "SELECT DISTINCT config FROM t",
    "SELECT ratio FROM t GROUP BY ROLLUP (size)",
    "SELECT DISTINCT size FROM t GROUP BY CUBE (size)",
    "SELECT grouping(ratio) FROM t GROUP BY size", "SELECT 1 FROM t LIMIT 'x'",
    "SELECT 1 FROM t LIMIT -1",
    "SELECT x FROM (SELECT 1 AS y) q", "SELECT q.z FROM (SELECT 1 AS y) q",
    "WITH a(x) AS (SELECT 1, 2), a AS (SELECT 1) SELECT 1", "SELECT 1 FROM nothing",
    "SELECT * FROM t RIGHT JOIN LATERAL (SELECT t.size) q ON TRUE", "SELECT 1 FROM lower('a')",
    "SELECT 1 FROM t WINDOW w AS (ORDER BY size) ORDER BY sum(1) OVER v", "SELECT FROM t",
    "SELECT (SELECT max(t.size) FROM t AS u) FROM t", "SELECT sum('5') FROM t",
    "SELECT config FROM t EXCEPT ALL SELECT config FROM t", "SELECT size FROM t ORDER BY NULL",
    "SELECT size FROM t ORDER BY -1", "SELECT array_agg('x') FROM t",
    "SELECT unnest(names), rank() OVER (ORDER BY size) FROM t", "SELECT each(tags) FROM t",
    "SELECT unnest(names), unnest(names) FROM t", "SELECT 1 FROM t WHERE unnest(names) = 'a'",
    "SELECT x FROM t, each(tags) WITH ORDINALITY AS e(k, v, x)",
    "SELECT sum(1) OVER (PARTITION BY config) FROM t",
    "SELECT 1 FROM t WHERE size IS DISTINCT FROM 1 IS TRUE",
    "SELECT size FROM t FOR UPDATE", "SELECT size FROM t LIMIT 1, 2", "SELECT 1 2", "SELECT (1",
  ])
  func `a query that PostgreSQL refuses is refused, with its place`(sql: String) throws {
    let fault = try #require(throws: Fault.self, "\(sql)") { try analyze(sql) }
    #expect(fault.kind == .usage && fault.excerpt != nil, "\(sql): \(fault)")
  }

  @Test func `a key tells all columns of a group`() throws {
    _ = try analyze("SELECT _key, account_id, size FROM t GROUP BY _key")
    #expect(throws: Fault.self) {
      try analyze("SELECT a._key, b.size FROM t a JOIN t b USING (size) GROUP BY a._key")
    }
  }

  @Test func `all functions of the table have a kind for each of their parts`() {
    #expect(Function.all.count > 200)
    #expect(Function.byName["split_part"]?.first?.signature == "split_part(text, text, integer)")
    for function in Function.all where function.isVariadic { #expect(!function.parameters.isEmpty) }
  }
}
