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
    "repeat('ab', 9223372036854775807)", "repeat('ab', 9000000)", "lpad('a', 9223372036854775807)",
    "rpad('a', 9000000, 'é')", "concat(printf('%09000000d', 1), printf('%09000000d', 1))",
    "concat_ws(printf('%09000000d', 1), 'a', 'b', 'c')",
    "translate(printf('%09000000d', 1), '0', 'é')",
  ])
  func `no function makes more than a value may hold`(call: String) throws {
    let fault = try SQLSample.make().fault("SELECT length(\(call))")
    #expect(fault.why.contains("more than 16 MiB"), "\(fault)")
  }

  @Test(arguments: [
    ("lpad('a', 'x')", "lpad needs a whole number"), ("round('abc', 1)", "round needs a number"),
    ("json_typeof('{')", "json_typeof needs JSON"), ("array_length('x', 1)", "needs an array"),
    ("concat_ws()", "needs a separator"),
  ])
  func `arguments that make no sense are told`(call: String, reason: String) throws {
    #expect(try SQLSample.make().fault("SELECT \(call)").why.contains(reason))
  }

  @Test(arguments: [
    ("round('007', 1)", "7.0"), ("round(9e999, 2)", "9.0e+999"), ("round(1e20, -2)", "1e+20"),
    ("round(-0.04, 1)", "-0.0"), ("greatest(x'01', 'a', 2)", "01"), ("least('a', 2, 3)", "2"),
    ("round(1.5, 9223372036854775807)", "1.5"), ("round(1.5, -9223372036854775807)", "0"),
    ("array_length('[[1,2],[3,4]]', 2)", "2"), ("concat()", "\"\""),
    ("(SELECT greatest(tags->'env', 'a') FROM aws_apigatewayv2_integrationresponse)", "prod"),
  ])
  func `SQLite's own kinds of values are taken too`(call: String, value: String) throws {
    #expect(try SQLSample.make().values("SELECT \(call)").first == Substring(value), "\(call)")
  }
}
