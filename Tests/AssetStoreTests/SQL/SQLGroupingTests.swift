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
}
