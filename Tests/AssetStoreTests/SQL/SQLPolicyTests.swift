import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

@testable import AssetSQLite

@Suite struct SQLPolicyTests {
  @Test(arguments: [
    "INSERT INTO runs DEFAULT VALUES", "DELETE FROM runs", "UPDATE store SET next_id = 1",
    "WITH a AS (SELECT 1) DELETE FROM runs", "DROP TABLE runs", "CREATE TABLE x(a)",
    "CREATE TEMP TABLE x(a)", "CREATE TEMP TRIGGER t AFTER INSERT ON runs BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE x USING fts5(a)", "CREATE VIEW v AS SELECT 1", "ALTER TABLE runs ADD a",
    "ATTACH '/etc/passwd' AS x", "ATTACH ':memory:' AS x", "DETACH main",
    "VACUUM", "VACUUM INTO '/tmp/never'", "REINDEX", "ANALYZE",
    "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT x", "RELEASE x",
    "PRAGMA query_only = 0", "PRAGMA writable_schema = 1", "PRAGMA journal_mode = WAL",
    "PRAGMA journal_mode", "PRAGMA temp_store_directory = '/tmp'", "PRAGMA user_version = 3",
    "PRAGMA hard_heap_limit = 1", "PRAGMA database_list", "PRAGMA integrity_check",
    "PRAGMA wal_checkpoint", "PRAGMA mmap_size = 1000", "PRAGMA trusted_schema = 1",
    "SELECT * FROM pragma_database_list", "SELECT * FROM sqlite_stmt", "SELECT * FROM dbstat",
    "SELECT * FROM pragma_hard_heap_limit(1)", "SELECT * FROM sqlite_dbpage",
    "SELECT fts3_tokenizer('simple')", "SELECT fts3_tokenizer('simple', x'4141414141414141')",
    "SELECT load_extension('x')", "SELECT readfile('/etc/passwd')", "SELECT writefile('x', 'y')",
    "SELECT edit('x')", "SELECT zeroblob(1000000000)", "SELECT randomblob(1000000000)",
    "SELECT sqlite_compileoption_get(1)", "SELECT last_insert_rowid()",
    "EXPLAIN DELETE FROM runs", "SELECT 1; DELETE FROM runs",
    "SELECT 1; ; /* x */ ATTACH 'x' AS y", "SELECT * FROM temp.sqlite_temp_schema, dbstat",
    "REPLACE INTO runs SELECT * FROM runs", "SELECT 1 RETURNING *",
    "UPDATE sqlite_schema SET sql = ''", "DELETE FROM sqlite_schema",
    "SELECT \"load_extension\"('x')",
    "SELECT x FROM (SELECT 1 AS x) q, LATERAL (SELECT * FROM dbstat) d",
    "SELECT (SELECT count(*) FROM sqlite_stmt)",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM sqlite_dbpage)",
    "WITH d AS (SELECT * FROM pragma_database_list) SELECT * FROM d",
    "SELECT ARRAY(SELECT name FROM pragma_database_list)",
    "VALUES ((SELECT data FROM sqlite_dbpage))",
    "SELECT 1 FROM runs JOIN dbstat ON TRUE", "SELECT 1 UNION (SELECT 1 FROM dbstat)",
    "SELECT * FROM load_extension('x')", "SELECT * FROM readfile('/etc/passwd') AS f",
    "SELECT count(*) FILTER (WHERE (SELECT 1 FROM dbstat) > 0) FROM runs",
    "SELECT sum(1) OVER (ORDER BY (SELECT 1 FROM dbstat)) FROM runs",
    "SELECT 1 FROM runs GROUP BY ROLLUP ((SELECT 1 FROM dbstat))",
    "SELECT 1 ORDER BY (SELECT 1 FROM dbstat) FETCH FIRST 1 ROW WITH TIES",
    "SELECT CASE WHEN 1 IN (SELECT 1 FROM dbstat) THEN 1 END",
    "WITH x AS (INSERT INTO runs DEFAULT VALUES RETURNING 1) SELECT * FROM x",
    "SELECT 1 INTO x", "SELECT * FROM runs FOR UPDATE", "COPY runs TO '/tmp/never'",
    "SELECT numeric_sum('x')", "SELECT inet_within('a', 'b')", "SELECT array_shown('[]', 'inet')",
    "SELECT similar_pattern('a')", "SELECT only(1, 2)", "SELECT sorted_rows('[]', 'al')",
  ])
  func `nothing but reading is let through, and the file stays as it is`(sql: String) throws {
    let sample = try SQLSample.make()
    let before = try FileDigest.sha256(of: sample.folder.file("s.db")).digest
    let fault = try sample.fault(sql)
    #expect([.guarded, .usage, .missing].contains(fault.kind), "\(fault)")
    #expect(try FileDigest.sha256(of: sample.folder.file("s.db")).digest == before)
    let names = try sample.folder.names().filter { !$0.hasSuffix("journal") }
    #expect(names == ["records.ndjson", "s.db"])
  }

  @Test(arguments: [
    ("ATTACH 'x' AS y", "attaches another file"), ("DELETE FROM runs", "would change the store"),
    ("PRAGMA query_only = 0", "PRAGMA query_only"),
    ("PRAGMA user_version = 2", "sets user_version"),
    ("BEGIN", "is no query"), ("VACUUM INTO 'x'", "is no query"),
    ("DELETE FROM aws.ec2_instance", "is no query"), ("delete", "is no query"),
    ("INSERT INTO aws.ec2_instance VALUES (1)", "is no query"),
    ("UPDATE aws.nothing SET x = 1", "is no query"), ("DROP TABLE aws.nothing", "is no query"),
    ("TRUNCATE aws.ec2_instance", "is no query"), ("SET x = 1", "is no query"),
  ])
  func `the reason is told`(sql: String, reason: String) throws {
    let sample = try SQLSample.make()
    let fault = try sample.fault(sql)
    #expect(fault.kind == .guarded && fault.why.contains(reason), "\(fault)")
  }

  @Test(arguments: [
    ("SELECT printf('%1000000000d', 1)", false),
    ("SELECT replace(printf('%09000000d', 1), '0', 'aaaa')", false),
    ("SELECT hex(printf('%09000000d', 1))", false),
    (
      "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT group_concat(printf('%0100000d', n)) FROM r",
      false
    ),
    (
      "SELECT \(String(repeating: "(", count: 2_000))1\(String(repeating: ")", count: 2_000))",
      false
    ),
    ("SELECT 1\(String(repeating: " + 1", count: 5_000))", false),
    ("SELECT 1\(String(repeating: " UNION ALL SELECT 1", count: 200))", false),
    ("SELECT x\(String(repeating: "::text", count: 20_000)) FROM (SELECT 1 AS x)", false),
    ("SELECT count(*) FROM generate_series(1, 1000000000)", false),
    ("SELECT 1 GROUP BY \(String(repeating: "CUBE (1, 1, 1), ", count: 50))1", false),
    (
      "SELECT (\(String(repeating: "ARRAY(SELECT ", count: 300))1\(String(repeating: ")", count: 301))",
      false
    ),
    (
      "SELECT * FROM runs a\(String(repeating: " JOIN LATERAL (SELECT 1 FROM runs) b ON TRUE", count: 200))",
      false
    ),
  ])
  func `what grows without bounds is stopped`(sql: String, isNull: Bool) throws {
    let sample = try SQLSample.make()
    if isNull {
      #expect(try sample.values(sql) == [""])
    } else {
      let limits = SQLQuery.Limits(time: .seconds(1))
      #expect([.guarded, .usage].contains(try sample.fault(sql, limits: limits).kind))
    }
  }

  @Test(arguments: [
    "SELECT count(*) FROM sqlite_schema", "PRAGMA table_info(runs)", "PRAGMA user_version",
    "EXPLAIN QUERY PLAN SELECT * FROM runs",
    "SELECT * FROM aws_apigatewayv2_integrationresponse_tags", "VALUES (1)",
    "SELECT count(*) FROM RUNS", "WITH r AS (SELECT 1) SELECT count(*) FROM r",
    "SELECT key FROM json_tree('{\"a\":1}')", "SELECT sum(1) OVER (), upper('x'), sqrt(2.0)",
    "SELECT * FROM types, runs, run_files, store, migrations",
    "SELECT greatest(1, 2), min(x) FROM (SELECT 1 x)",
  ])
  func `what reads is let through`(sql: String) throws {
    let sample = try SQLSample.make()
    #expect(try sample.lines(sql).count >= 1)
  }

  @Test func `a store with a virtual table of somebody's is no way around`() throws {
    let sample = try SQLSample.make()
    do {
      let other = try Connection(path: sample.folder.file("s.db"), access: .readWrite)
      try other.execute(
        "CREATE VIRTUAL TABLE evil USING fts4(a); CREATE VIEW fine AS SELECT 1 AS a")
    }
    #expect(try sample.values("SELECT a FROM fine") == ["1"])
    for sql in ["SELECT * FROM evil", "SELECT count(*) FROM EVIL", "SELECT 1 FROM main.evil"] {
      #expect(try sample.fault(sql).kind == .guarded)
    }
  }

  @Test func `who waits too long for a writer is told so`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"), busyTimeout: 10)
    let holder = try Connection(path: folder.file("s.db"), access: .readWrite)
    try holder.execute("BEGIN EXCLUSIVE")
    var writer = makeResultWriter(.csv, to: OutputStream { _ in })
    let fault = try #require(throws: Fault.self) {
      _ = try store.sql(SQLQuery("SELECT * FROM runs"), into: &writer)
    }
    #expect(fault.kind == .busy)
    try holder.execute("ROLLBACK")
  }
}
