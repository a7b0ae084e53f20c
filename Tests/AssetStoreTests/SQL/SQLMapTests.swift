import AssetCatalogue
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// How values are taken out of maps.
@Suite struct SQLMapTests {
  private let table = "aws.apigatewayv2_integrationresponse"

  @Test(arguments: [
    "a.b", "$default", "$.env", "$", "[0]", "quote\"s", "'", "back\\slash", "a:b=c", "", "é",
    "e\u{301}", "\n", "😀", "aws:cloudformation:stack-name", "method.response.header.X",
  ])
  func `the arrow takes a key for its exact bytes`(key: String) throws {
    let json = JSONValue.object([.init(key, value: "it"), .init("é\u{301}", value: "other")]).text
    let sample = try SQLSample.make([record("a", tags: json), record("b", tags: #"{"other":"x"}"#)])
    let sql = """
      SELECT coalesce(tags->:k, '-') || exist(tags, :k) || defined(tags, :k)
      FROM \(table) ORDER BY _key
      """
    #expect(try sample.values(sql, ["k": key]) == ["ittruetrue", "-falsefalse"])
    #expect(
      try sample.values("SELECT slice(tags, ARRAY[:k]) = '' FROM \(table)", ["k": key])
        == ["false", "true"])
  }

  @Test func `the arrow knows null, absence, several values and what is no map`() throws {
    let sample = try SQLSample.make([
      record("a", tags: #"{"n":null,"s":["b","a"],"e":""}"#), record("b"), record("c", tags: "{}"),
    ])
    let sql = "SELECT quote(tags->'n') || quote(tags->'s') || quote(tags->'e') FROM \(table)"
    #expect(try sample.values(sql) == [#""NULL'a,b'''""#, "NULLNULLNULL", "NULLNULLNULL"])
    #expect(
      try sample.values("SELECT exist(tags, 'n') || ',' || defined(tags, 'n') FROM \(table)")
        == ["\"true,false\"", "\"false,false\"", "\"false,false\""])
    #expect(try sample.fault("SELECT 'text'->'k'").why.contains("takes a map or JSON"))
    #expect(try sample.values(#"SELECT '{"a":{"b":[1,"x"]}}'::json->'a'->'b'->>1"#) == ["x"])
  }

  @Test(arguments: [
    "SELECT tags['env'] FROM aws.ec2_instance", "SELECT tags[1] FROM aws.ec2_instance",
  ])
  func `what stands in brackets behind a column is no other name for it`(sql: String) throws {
    #expect(try SQLSample.make().fault(sql).why.contains("no numbered members"))
  }
}
