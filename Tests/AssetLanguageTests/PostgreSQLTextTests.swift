import AssetLanguage
import Assets
import Testing

@Suite struct PostgreSQLTextTests {
  private static let columns = [
    Table.Column("_key", of: .text, isKey: true), Table.Column("account_id", of: .text),
    Table.Column("size", of: .bigint), Table.Column("tags", of: .map),
  ]

  private struct Names: PostgreSQLNames {
    func column(_ column: Typed.Column) -> String? {
      column.name == "account_id" ? "\"owner\"" : nil
    }

    func table(_ table: Table) -> String? { table.name == "u" ? "\"x\".\"u\"" : nil }

    func condition(_ map: PostgreSQLMap, contains pairs: MapLiteral) -> String? {
      map.table.map { _ in "[\(map.qualifier) has \(pairs.pairs[0].key)]" }
    }
  }

  private func written(_ sql: String) throws -> String {
    let statement = try ParsedStatement(sql)
    let query = try Analyzer(sql) { name in
      ["t", "u"].contains(name[0]) ? Table(name: name[0], columns: Self.columns) : nil
    }
    .analyze(#require(statement.query))
    var text = try PostgreSQLText(sql, names: Names())
    text.edit(query)
    return text.whole
  }

  @Test(arguments: [
    // Nothing to do: not a space is another.
    ("SELECT  size -- how\n FROM t", "SELECT  size -- how\n FROM t"),
    ("SELECT count(*) FROM t WHERE size < 5", "SELECT count(*) FROM t WHERE size < 5"),
    ("SELECT size FROM t WHERE _key = 'é'", "SELECT size FROM t WHERE _key = 'é'"),
    // An absent map counts as an empty one.
    (
      "SELECT 1 FROM t WHERE NOT tags ? 'a' /* b */",
      "SELECT 1 FROM t WHERE NOT coalesce(tags, '') ? 'a' /* b */"
    ),
    (
      "SELECT 1 FROM t WHERE (tags || 'a=>b') @> 'c=>d'",
      "SELECT 1 FROM t WHERE coalesce((tags || 'a=>b'), '') @> 'c=>d'"
    ),
    // Text compares byte by byte, but for equality.
    ("SELECT _key < 'b' FROM t", "SELECT _key COLLATE \"C\" < 'b' FROM t"),
    (
      "SELECT max(_key), max(size) FROM t",
      "SELECT max(_key COLLATE \"C\"), max(size) FROM t"
    ),
    // A column that is called otherwise there, wherever it stands.
    (
      "SELECT account_id FROM t WHERE account_id > 'a' ORDER BY lower(account_id)",
      "SELECT \"owner\" FROM t WHERE \"owner\" COLLATE \"C\" > 'a' ORDER BY lower(\"owner\")"
    ),
    // So is a table, whose columns may be named with what it was called.
    ("SELECT u.size, u._key FROM u", "SELECT u.size, u._key FROM \"x\".\"u\" AS \"u\""),
    ("SELECT a.size FROM u AS a, t", "SELECT a.size FROM \"x\".\"u\" AS a, t"),
    // A map of a table has each of several values, and one of a query what it says.
    ("SELECT 1 FROM t a WHERE NOT a.tags @> 'k=>v'", "SELECT 1 FROM t a WHERE NOT [a. has k]"),
    ("SELECT 1 FROM t WHERE 'k=>v' <@ \"tags\"", "SELECT 1 FROM t WHERE [ has k]"),
    (
      "SELECT 1 FROM (SELECT tags FROM t) q WHERE q.tags @> 'k=>v'",
      "SELECT 1 FROM (SELECT tags FROM t) q WHERE coalesce(q.tags, '') @> 'k=>v'"
    ),
    ("SELECT 1 FROM t WHERE _key = :k", "SELECT 1 FROM t WHERE _key = :'k'"),
    (
      "WITH w AS (SELECT account_id AS a FROM t) SELECT a FROM w, (SELECT max(_key) AS m FROM t) q",
      "WITH w AS (SELECT \"owner\" AS a FROM t) SELECT a FROM w, (SELECT max(_key COLLATE \"C\") AS m FROM t) q"
    ),
  ])
  func `what was typed stays, but for what PostgreSQL takes otherwise`(
    sql: String, expected: String
  ) throws {
    let written = try written(sql)
    #expect(written == expected)
  }

  @Test(arguments: [("SELECT _key GLOB 'a*' FROM t", 12), ("SELECT strftime('%Y', 1) FROM t", 7)])
  func `what PostgreSQL does not have is refused at its place`(sql: String, offset: Int) throws {
    let fault = try #require(throws: Fault.self) { try PostgreSQLText(sql, names: Names()) }
    #expect(fault.kind == .usage && fault.excerpt == TextPlace(sql, at: offset))
  }

  @Test func `a part of the text has the edits that are in it`() throws {
    let sql = "x AND _key = :a AND _key = :b"
    let text = try PostgreSQLText(sql, names: Names())
    #expect(text.text(in: 6..<15) == "_key = :'a'")
    #expect(text.text(in: 0..<1) == "x" && text.text(in: 3..<3) == "")
  }
}
