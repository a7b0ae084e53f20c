import AssetCatalogue
import AssetFiles
import AssetJSON
import Assets
import AssetStore
import Testing
import TestSupport

/// What SQLite would compare and reckon with without a word.
@Suite struct SQLKindTests {
  @Test(arguments: [
    "SELECT now() - 30", "SELECT launch_time + 1 FROM aws.ec2_instance",
    "SELECT now() * 2", "SELECT launch_time + launch_time FROM aws.ec2_instance",
    "SELECT q.m * 2 FROM (SELECT max(launch_time) AS m FROM aws.ec2_instance) q",
    "SELECT (launch_time) + 1 FROM aws.ec2_instance",
  ])
  func `the year of a timestamp is not reckoned with`(sql: String) throws {
    #expect(try SQLSample.make().fault(sql).why.contains("is no number"))
  }

  @Test(arguments: [
    ("SELECT now() - INTERVAL '1 day' > '2020-01-01'", ["true"]),
    ("SELECT 3 - 2 = 1 FROM aws.ec2_instance", ["true", "true"]),
    (
      "SELECT EXTRACT(epoch FROM now()) - EXTRACT(epoch FROM now() - INTERVAL '1 day') > 86000",
      ["true"]
    ),
    ("SELECT length(account_id) - 1 FROM aws.ec2_instance", ["0", "0"]),
    ("SELECT -1 + 2 = 1", ["true"]), ("SELECT CURRENT_DATE - 30 < CURRENT_DATE", ["true"]),
    (
      "SELECT now() - i.launch_time > INTERVAL '1 day' FROM aws.ec2_instance i", ["true", "true"]
    ),
    ("SELECT max(launch_time) - min(launch_time) FROM aws.ec2_instance", ["2 days"]),
  ])
  func `all other reckoning goes on`(sql: String, rows: [String]) throws {
    #expect(try SQLSample.instances().values(sql).map(String.init) == rows)
  }

  @Test(arguments: [
    ("TIMESTAMP '2026-01-10' - INTERVAL '1 day' * 2", "2026-01-08T00:00:00Z"),
    ("TIMESTAMP '2026-01-10' - INTERVAL '1 day' / 2", "2026-01-09T12:00:00Z"),
    ("TIMESTAMP '2026-01-10' - TIMESTAMP '2026-01-01 12:00'", "8 days 12:00:00"),
    ("DATE '2026-01-31' + 1", "2026-02-01"), ("CAST('2026-01-10' AS DATE) - 1", "2026-01-09"),
    ("EXTRACT(hour FROM INTERVAL '1 day 02:03:04')", "2"),
  ])
  func `intervals and dates are reckoned with`(expression: String, answer: String) throws {
    #expect(try SQLSample.make().values("SELECT \(expression)") == [Substring(answer)])
  }

  /// Each of these is true or false for all assets if it is left to SQLite.
  @Test(arguments: [
    ("account_id = 000000000123", "'000000000123', in quotes"),
    ("account_id IN ('1', 123)", "'123', in quotes"), ("123 <> account_id", "'123', in quotes"),
    ("tags->'cost' > 5", "'5', in quotes"), ("state->>'Code' = 16", "'16', in quotes"),
    ("json_extract_path_text(state, 'Code') = 16", "in quotes"),
    ("state->'Code' > 16", "->>"), ("state = 'running'", "state->>'Name'"),
    ("split_part(instance_type, '.', 1) < 14", "in quotes"),
    ("to_char(launch_time, 'YYYY') = 2026", "in quotes"),
    ("account_id BETWEEN 1 AND 2", "in quotes"), ("account_id = ANY (ARRAY[1])", "in quotes"),
    ("launch_time > 5", "TIMESTAMP"), ("akeys(tags) = account_id", "ANY"),
    ("a.account_id = 1", "in quotes"), ("(account_id) = 1", "in quotes"),
    ("account_id || 'x' = 1", "in quotes"), ("coalesce(account_id || 'x', '') = 1", "in quotes"),
    ("account_id IS NOT DISTINCT FROM 1", "in quotes"), ("concat(account_id, '') = 1", "in quotes"),
    ("5 = ANY (ARRAY['1'])", "in quotes"), ("CASE account_id WHEN 1 THEN TRUE END", "in quotes"),
  ])
  func `what is of two kinds is not compared`(condition: String, advice: String) throws {
    let sql = "SELECT count(*) FROM aws.ec2_instance a WHERE \(condition)"
    let fault = try SQLSample.make().fault(sql)
    #expect(fault.kind == .usage && fault.advice?.contains(advice) == true, "\(fault)")
  }

  @Test func `moments are compared as they follow one another, whatever they are spelled like`()
    throws
  {
    let sample = try SQLSample.make()
    let path = try sample.folder.write(
      "i.ndjson",
      #"{"_key":"a","launch_time":"2024-05-01T13:00:00Z"}"# + "\n"
        + #"{"_key":"b","launch_time":"2024-05-01T13:00:00.5Z"}"# + "\n"
        + #"{"_key":"c","launch_time":"2024-05-01T00:00:00.00Z"}"# + "\n" + #"{"_key":"d"}"# + "\n")
    _ = try sample.store.ingest(IngestRequest(type: "aws.ec2_instance", sources: [.file(path)]))
    for (condition, keys) in [
      ("launch_time < '2024-05-01 13:00:00.2'", ["a", "c"]),
      ("launch_time < :t", ["c"]), ("launch_time = DATE '2024-05-01'", ["c"]),
      ("launch_time > TIMESTAMP '2024-05-01 13:00'", ["b"]),
      ("date_trunc('day', launch_time) = '2024-05-01'", ["a", "b", "c"]),
      ("launch_time BETWEEN '2024-05-01' AND '2024-05-01 13:00'", ["a", "c"]),
      ("launch_time IN ('2024-05-01', '2024-05-01 15:00:00.500+02:00')", ["b", "c"]),
      ("NOT launch_time > '2024-05-01 01:00'", ["c"]),
      ("launch_time + INTERVAL '1 day' > '2024-05-02 12:00'", ["a", "b"]),
    ] {
      let sql = "SELECT _key FROM aws.ec2_instance WHERE \(condition) ORDER BY _key"
      let parameters = condition.contains(":t") ? ["t": "2024-05-01 13:00"] : [:]
      #expect(try sample.values(sql, parameters).map(String.init) == keys, "\(condition)")
    }
    let fault = try sample.fault("SELECT 1 FROM aws.ec2_instance WHERE launch_time > 'May'")
    #expect(fault.why.contains("'May' is no timestamp"))
  }

  /// Names that a query gives say what they hold, and only there.
  @Test(arguments: [
    ("SELECT count(*) FROM (SELECT launch_time < now() AS old FROM i) q WHERE old = true", "1"),
    ("SELECT count(*) FROM (SELECT launch_time < now() AS old FROM i) q WHERE old = 'true'", "1"),
    ("SELECT count(*) FROM (SELECT account_id launch_time FROM i) q WHERE launch_time = 'x'", "1"),
    (
      "WITH w(launch_time) AS (SELECT account_id FROM i) SELECT launch_time FROM w WHERE launch_time = 'x'",
      "x"
    ),
    (
      "SELECT to_char(launch_time, 'YYYY') AS launch_time FROM i WHERE launch_time < '2024-05-01 13:30'",
      "2024"
    ),
    (
      "SELECT count(*) FROM i AS launch_time WHERE launch_time.launch_time = '2024-05-01 13:00'",
      "1"
    ),
    ("SELECT k FROM (SELECT account_id AS k, count(*) n FROM i GROUP BY 1) q WHERE n > '0'", "x"),
    ("SELECT count(*) FROM i WHERE (_id * 0 + 1) = '1'", "1"),
    ("SELECT count(*) FROM i WHERE (_id > 0) = 'true'", "1"),
    ("SELECT count(*) FILTER (WHERE launch_time < '2025-01-01') FROM i", "1"),
    ("SELECT count(*) FROM i HAVING bool_or(account_id = 'x') = 'yes'", "1"),
    ("SELECT count(*) FROM aws_ec2_instance WHERE launch_time = '2024-05-01 13:00'", "1"),
    ("SELECT count(*) FROM main.aws_ec2_instance WHERE ebs_optimized = 'yes'", "1"),
    ("SELECT count(*) FROM i WHERE launch_time IS NOT DISTINCT FROM '2024-05-01 13:00'", "1"),
    ("SELECT count(*) FROM i WHERE launch_time IS DISTINCT FROM '2024-05-01 13:00'", "0"),
    ("SELECT count(*) FROM i WHERE (SELECT count(*) FROM i) > '0'", "1"),
    (
      "SELECT count(*) FROM i WHERE CASE WHEN ebs_optimized THEN launch_time ELSE now() END = '2024-05-01 13:00'",
      "1"
    ),
    ("SELECT count(*) FROM i WHERE CASE WHEN _id > 0 THEN 1 ELSE 0 END = '1'", "1"),
    ("SELECT CASE ebs_optimized WHEN 'false' THEN 'n' WHEN 'true' THEN 'y' END FROM i", "y"),
    (
      "SELECT CASE launch_time WHEN '2024-05-01 13:00' THEN 'y' ELSE CASE 1 WHEN 1 THEN 'n' END END FROM i",
      "y"
    ),
    ("SELECT CASE WHEN account_id = 'x' THEN 'y' END FROM i", "y"),
    ("SELECT u FROM i, UNNEST(ARRAY[80, 9]) AS u ORDER BY u LIMIT 1", "9"),
  ])
  func `what a name stands for is known where it is used`(sql: String, answer: String) throws {
    let sample = try SQLSample.make()
    let path = try sample.folder.write(
      "i.ndjson",
      #"{"_key":"a","account_id":"x","launch_time":"2024-05-01T13:00:00Z","ebs_optimized":true}"#)
    _ = try sample.store.ingest(IngestRequest(type: "aws.ec2_instance", sources: [.file(path)]))
    let whole = sql.replacing(" i ", with: " aws.ec2_instance ").replacing(
      " i)", with: " aws.ec2_instance)"
    )
    .replacing(" i,", with: " aws.ec2_instance,")
    let asked = whole.hasSuffix(" i") ? whole.dropLast(1) + "aws.ec2_instance" : whole
    #expect(try sample.values(asked) == [Substring(answer)], "\(asked)")
  }

  @Test(arguments: ["(", "coalesce(", "ARRAY[", "(SELECT 1 ORDER BY ", "a[", "CASE ", "a[1]"])
  func `no nesting stops the program`(part: String) throws {
    let sql = "SELECT " + String(repeating: part, count: 20_000) + " = 1"
    #expect(try SQLSample.make().fault(sql).kind == .usage)
  }

  @Test func `a parameter is a number where one is meant`() throws {
    let sample = try SQLSample.make([record("a"), record("b"), record("c")])
    let table = "aws.apigatewayv2_integrationresponse"
    for condition in ["count(*) > :n", "count(*) + 1 > :n", "count(*) IN (3, :n)", ":n < count(*)"]
    {
      let sql = "SELECT count(*) FROM \(table) HAVING \(condition)"
      #expect(try sample.values(sql, ["n": "2"]) == ["3"], "\(condition)")
    }
    #expect(throws: Fault.self) {
      try sample.values("SELECT 1 FROM \(table) HAVING count(*) > :n", ["n": "many"])
    }
  }
}
