import Assets
import AssetStore
import Testing

/// What functions refuse, where PostgreSQL makes something of it or takes all the memory that there is.
@Suite struct SQLFunctionsTests {
  @Test(arguments: [
    ("YYYY-MM-DDTHH24", "'T' begins no pattern"), ("at", "'a' begins no pattern"),
    ("mOn", "'m' begins no pattern"), ("YYYY Foo", "YYYY YY MM"), ("x", "double quotes"),
  ])
  func `a letter that begins no pattern of a time is told, with the patterns that there are`(
    format: String, reason: String
  ) throws {
    let sample = try SQLSample.make()
    for call in ["to_char(now(), '\(format)')", "to_timestamp('2026', '\(format)')"] {
      #expect(try sample.fault("SELECT \(call)").why.contains(reason), "\(call)")
    }
  }

  @Test(arguments: [
    "repeat('ab', 2147483647)", "repeat('ab', 9000000)", "lpad('a', 2147483647)",
    "rpad('a', 9000000, 'é')", "concat(printf('%09000000d', 1), printf('%09000000d', 1))",
    "concat_ws(printf('%09000000d', 1), 'a', 'b', 'c')",
    "translate(printf('%09000000d', 1), '0', 'é')",
  ])
  func `no function makes more than a value may hold`(call: String) throws {
    let fault = try SQLSample.make().fault("SELECT length(\(call))")
    #expect(fault.why.contains("more than the 16 MiB"), "\(fault)")
  }

  @Test(arguments: [
    ("lpad('a', 'x')", "'x' is no integer"), ("round('abc', 1)", "'abc' is no numeric"),
    ("json_typeof('{')", "'{' is no JSON"), ("array_length('x', 1)", "not known"),
    ("concat_ws()", "concat_ws is given 0 arguments"), ("lower(5)", "lower is given a number"),
    ("lowr('a')", "there is no function 'lowr'"), ("split_part('a', '.', 1.5)", "given"),
  ])
  func `arguments that make no sense are told`(call: String, reason: String) throws {
    #expect(try SQLSample.make().fault("SELECT \(call)").why.contains(reason))
  }

  @Test(arguments: [
    ("SELECT justify_days(INTERVAL '35 days')", "EXTRACT(epoch"),
    ("SELECT corr(1, 2)", "stddev_pop"), ("SELECT encode('a', 'hex')", "no bytes"),
    ("SELECT * FROM crosstab('x') AS t", "FILTER"), ("SELECT localtime", "HH24"),
    ("SELECT current_user", "no users"), ("SELECT 1 FROM assets FOR UPDATE", "leave it out"),
    ("SELECT make_interval(days => 3)", "in their order"),
    ("SELECT make_interval(3)", "INTERVAL '10 days'"), ("SELECT 'a'::uuid", "write VARCHAR"),
    (
      "SELECT percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY 1)",
      "ask for each by itself"
    ),
  ])
  func `what PostgreSQL has and a store hasn't is refused with what to write`(
    query: String, advice: String
  ) throws {
    let fault = try SQLSample.make().fault(query)
    #expect(fault.advice?.contains(advice) == true, "\(fault)")
  }

  @Test(arguments: [
    ("round('007', 1)", "7"), ("round(1e20, -2)", "100000000000000000000"),
    ("round(-0.04, 1)", "0"),
    ("array_length(ARRAY[ARRAY[1,2],ARRAY[3,4]], 2)", "2"), ("0.1 + 0.2", "0.3"),
    ("1 / 3.0", "0.33333333333333333333"), ("sum(x) / 3 FROM (VALUES (10)) AS t(x)", "3"),
    ("avg(x) FROM (VALUES (10), (0), (0)) AS t(x)", "3.3333333333333333"),
    ("9007199254740993 * 1.0", "9007199254740993"),
    ("(SELECT greatest(tags->'env', 'a') FROM aws_apigatewayv2_integrationresponse)", "prod"),
  ])
  func `numbers are as exact as PostgreSQL's`(call: String, value: String) throws {
    #expect(try SQLSample.make().values("SELECT \(call)").first == Substring(value), "\(call)")
  }

  @Test(arguments: [
    "1 / 0", "1 % 0", "1.0 / 0", "2147483647 + 1", "9223372036854775807 + 1", "sqrt(-1)", "ln(0)",
    "(SELECT x FROM (VALUES (1), (2)) AS t(x))", "abs(-9223372036854775807 - 2)",
  ])
  func `what has no value is an error, and not NULL`(expression: String) throws {
    _ = try SQLSample.make().fault("SELECT \(expression)")
  }
}
