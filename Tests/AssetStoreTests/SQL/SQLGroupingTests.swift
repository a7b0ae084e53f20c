import AssetOutput
import Testing

/// Several ways to group, one after the other.
@Suite struct SQLGroupingTests {
  private static let rows =
    "(VALUES ('a', 'x', 1), ('a', 'y', 2), ('b', 'x', 3)) AS t(p, q, n)"

  @Test(arguments: [
    ("p, q, sum(n) FROM \(rows) GROUP BY ROLLUP (p, q)", "a,x,1;a,y,2;a,,3;b,x,3;b,,3;,,6"),
    ("p, q, sum(n) FROM \(rows) GROUP BY CUBE (p, q)", "a,x,1;a,y,2;a,,3;b,x,3;b,,3;,x,4;,y,2;,,6"),
    (
      "p, q, count(*) FROM \(rows) GROUP BY GROUPING SETS ((p), (q), ())", "a,,2;b,,1;,x,2;,y,1;,,3"
    ),
    ("p, q, sum(n) FROM \(rows) GROUP BY p, ROLLUP (q)", "a,x,1;a,y,2;a,,3;b,x,3;b,,3"),
    ("p, grouping(p) AS g, max(q) FROM \(rows) GROUP BY ROLLUP (p)", "a,0,y;b,0,x;,1,y"),
    ("p, sum(n) FROM \(rows) GROUP BY ROLLUP (p) HAVING sum(n) > 3", ",6"),
    ("coalesce(p, 'all') AS c, sum(n) FROM \(rows) GROUP BY ROLLUP (p)", "a,3;all,6;b,3"),
  ])
  func `sets of groups are PostgreSQL's`(query: String, answer: String) throws {
    let sample = try SQLSample.make()
    let order = query.contains("AS c") ? "c" : "1, 2"
    let lines = try sample.lines("SELECT \(query) ORDER BY \(order)", as: .csv)
    #expect(lines.dropFirst().joined(separator: ";") == answer, "\(query)")
  }

  /// What is grouped by something that is made of columns is found before it is sorted.
  @Test(arguments: [
    ("tags->'env' AS e, count(*) FROM T GROUP BY 1", "prod,3;test,1;,1"),
    ("tags->'env' AS e, count(*) FROM T GROUP BY tags->'env' HAVING count(*) > 1", "prod,3"),
    ("upper(tags->'env') AS e, count(*) FROM T GROUP BY tags->'env'", "PROD,3;TEST,1;,1"),
    (
      "tags->'env' AS e, max(_key) FROM T WHERE tags->'n' <> '1' GROUP BY 1 HAVING max(_key) > 'b'",
      "prod,d;test,c"
    ),
    (
      "tags->'env' AS e, string_agg(_key, '+' ORDER BY tags->'n' DESC) FROM T GROUP BY 1",
      "prod,d+b+a;test,c;,e"
    ),
    (
      "tags->'env' AS e, count(DISTINCT tags->'env'), count(*) FILTER (WHERE tags->'n' > '1') "
        + "FROM T GROUP BY 1", "prod,1,2;test,1,1;,0,0"
    ),
    (
      "_key, tags->'env', region FROM T GROUP BY _key, tags->'env' HAVING region = 'r2'",
      "c,test,r2"
    ),
    (
      "t.tags->'env' AS e, (SELECT count(*) FROM T AS o WHERE o.region = t.region) "
        + "FROM T AS t GROUP BY t.region, t.tags->'env'", "prod,0;prod,2;test,1;,0"
    ),
    (
      "e, n FROM (SELECT tags->'env' AS e, count(*) AS n FROM T GROUP BY 1 "
        + "UNION ALL SELECT lower('X'), count(*) FROM T GROUP BY lower('X')) AS q",
      "prod,3;test,1;x,5;,1"
    ),
    (
      "a.tags->'env' AS e, count(b._key) FROM T AS a LEFT JOIN T AS b ON b._key > a._key "
        + "GROUP BY a.tags->'env'", "prod,8;test,2;,0"
    ),
    (
      "date_trunc('day', d) AS t, max(d) FROM D GROUP BY date_trunc('day', d)",
      "2024-05-01T00:00:00Z,2024-05-01T14:00:00Z;2024-05-02T00:00:00Z,2024-05-02T13:00:00Z"
    ),
    (
      "tags->'env' || 'x' AS e, tags->'env' || 'x' AS f FROM T GROUP BY e, f, 1",
      "prodx,prodx;testx,testx;,"
    ),
    (
      "rank() OVER (ORDER BY count(*) DESC) AS r, tags->'env' AS e FROM T GROUP BY tags->'env'",
      "1,prod;2,test;2,"
    ),
  ])
  func `groups of what columns make are those of a query in FROM`(
    query: String, answer: String
  ) throws {
    let sample = try SQLSample.make([
      #"{"_key":"a","region":"r1","tags":{"env":"prod","n":"1"}}"#,
      #"{"_key":"b","region":"r1","tags":{"env":"prod","n":"2"}}"#,
      #"{"_key":"c","region":"r2","tags":{"env":"test","n":"3"}}"#,
      #"{"_key":"d","tags":{"env":"prod","n":"4"}}"#, #"{"_key":"e"}"#,
    ])
    let days = """
      (SELECT t::TIMESTAMP AS d FROM (VALUES ('2024-05-01T13:00:00Z'), ('2024-05-02T13:00:00Z'), \
      ('2024-05-01T14:00:00Z')) AS v(t)) AS days
      """
    let written = query.replacing("FROM T", with: "FROM \(responseType)")
      .replacing("FROM D", with: "FROM \(days)").replacing("JOIN T", with: "JOIN \(responseType)")
    let lines = try sample.lines("SELECT \(written) ORDER BY 1, 2", as: .csv)
    #expect(lines.dropFirst().joined(separator: ";") == answer, "\(query)")
  }
}
