import AssetCatalogue
import Assets
import AssetStore
import Testing
import TestSupport

/// What SQLite would order or group otherwise than PostgreSQL, or by any row.
@Suite struct SQLOrderTests {
  @Test func `NULL sorts where PostgreSQL has it`() throws {
    let sample = try SQLSample.make([record("a"), record("b", tags: #"{"n":"1"}"#)])
    let table = "aws.apigatewayv2_integrationresponse"
    for (order, keys) in [
      ("tags->'n'", "b,a"), ("tags->'n' DESC, _key", "a,b"), ("tags->'n' NULLS FIRST", "a,b"),
      ("lower(tags->'n') DESC NULLS LAST LIMIT 5", "b,a"),
    ] {
      let sql = "SELECT group_concat(_key) FROM (SELECT _key FROM \(table) ORDER BY \(order))"
      #expect(try sample.values(sql) == ["\"\(keys)\""], "\(order)")
    }
    #expect(
      try sample.values(
        "SELECT _key FROM (SELECT _key, row_number() OVER (ORDER BY tags->'n' DESC) r FROM \(table)) WHERE r = 1"
      ) == ["a"])
  }

  @Test func `a count is sorted by under its name`() throws {
    let sample = try SQLSample.make([record("a"), record("b", tags: #"{"n":"1"}"#), record("c")])
    let sql =
      "SELECT tags->'n', count(*) FROM aws.apigatewayv2_integrationresponse GROUP BY 1 ORDER BY count"
    #expect(try sample.values(sql + " DESC") == [",2", "1,1"])
    #expect(try sample.values(sql) == ["1,1", ",2"])
    let filtered = sql.replacing("count(*)", with: "count(*) FILTER (WHERE exist(tags, 'n'))")
    #expect(try sample.values(filtered + " DESC") == ["1,1", ",0"])
  }

  @Test(arguments: [
    "SELECT account_id, count(*) FROM aws.ec2_instance",
    "SELECT a.account_id, instance_type AS t, count(*) FROM aws.ec2_instance a GROUP BY account_id",
    "SELECT account_id, min(instance_type), max(instance_type) FROM aws.ec2_instance",
    "SELECT account_id, max(launch_time) FROM aws.ec2_instance",
    "SELECT account_id FROM aws.ec2_instance GROUP BY 1 HAVING instance_type > 'm'",
    "SELECT account_id FROM aws.ec2_instance GROUP BY 1 ORDER BY instance_type",
    "SELECT instance_type || ':' || count(*) FROM aws.ec2_instance",
    "SELECT account_id, instance_type FROM aws.ec2_instance GROUP BY account_id",
    "SELECT * FROM (SELECT account_id, sum(1) FILTER (WHERE TRUE) FROM aws.ec2_instance)",
    "SELECT tags->'env', count(*) FROM aws.ec2_instance",
    "SELECT *, count(*) FROM aws.ec2_instance",
    "SELECT lower(account_id), count(*) FROM aws_ec2_instance",
    "SELECT DISTINCT account_id, count(*) FROM aws.ec2_instance",
    "SELECT instance_type || 'x', count(*) FROM aws.ec2_instance GROUP BY account_id",
  ])
  func `a column of no row in particular is not shown`(sql: String) throws {
    #expect(try SQLSample.make().fault(sql).why.contains("not grouped by"))
  }

  @Test(arguments: [
    ("SELECT account_id, count(*) FROM aws.ec2_instance GROUP BY 1", ["x,2"]),
    ("SELECT a.account_id AS x, count(*) FROM aws.ec2_instance a GROUP BY x", ["x,2"]),
    ("SELECT account_id, count(*) OVER () FROM aws.ec2_instance", ["x,2", "x,2"]),
    (
      "SELECT account_id, greatest(account_id, 'w'), (SELECT count(*) FROM aws.ec2_instance) FROM aws.ec2_instance",
      ["x,x,2", "x,x,2"]
    ),
    ("SELECT _key, account_id, count(*) FROM aws.ec2_instance GROUP BY _key", ["a,x,1", "b,x,1"]),
    (
      "SELECT CURRENT_DATE > '2024-01-01', TRUE, count(*) FROM aws.ec2_instance", ["true,true,2"]
    ),
    (
      "SELECT account_id, percentile_disc(0.9) WITHIN GROUP (ORDER BY instance_type) FROM aws.ec2_instance GROUP BY 1",
      ["x,t3.micro"]
    ),
    ("SELECT tags->'env' AS e, count(*) FROM aws.ec2_instance GROUP BY e", [",1", "Prod,1"]),
    (
      "SELECT lower(tags->'env'), count(*) FROM aws.ec2_instance GROUP BY tags->'env'",
      [",1", "prod,1"]
    ),
    (
      "SELECT account_id || 'x', count(*) FROM aws.ec2_instance GROUP BY account_id || 'x'",
      ["xx,2"]
    ),
    ("SELECT DISTINCT account_id FROM aws.ec2_instance ORDER BY account_id", ["x"]),
  ])
  func `a column that is one row's or the group's is`(sql: String, rows: [String]) throws {
    #expect(try SQLSample.instances().values(sql).map(String.init).sorted() == rows)
  }
}
