import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct StoreSQLTests {
  private let table = "aws.apigatewayv2_integrationresponse"

  @Test func `DDSQL runs as it is written`() throws {
    let sample = try SQLSample.make([
      #"{"_key":"a","account_id":"000000000123","tags":{"env":"prod"}}"#,
      #"{"_key":"b","account_id":"000000000123","tags":["env:prod","team:b","team:a"]}"#,
      #"{"_key":"c","account_id":"1","tags":{"env":"dev"}}"#, record("d"),
    ])
    #expect(
      try sample.lines(
        "SELECT account_id, count(*) FROM \(table) WHERE tags->'env' = 'prod' GROUP BY 1")
        == [#"{"account_id":"000000000123","count":2}"#])
    #expect(
      try sample.values("SELECT _key FROM \(table) WHERE tags->'team' = 'a,b'") == ["b"])
    #expect(
      try sample.values("SELECT _key FROM \(table) x WHERE 'b' = ANY(avals(x.tags)) ") == ["b"])
    #expect(
      try sample.values("SELECT _key FROM \(table) WHERE NOT exist(tags, 'env')") == ["d"])
    #expect(
      try sample.values("SELECT _key FROM \(table) WHERE hstore_contains(tags, 'team=>a')")
        == ["b"])
  }

  @Test func `the members of an array are rows, and their column has the name that it was given`()
    throws
  {
    let sample = try SQLSample.make([
      #"{"_key":"a","tags":{"env":"prod","team":"x"}}"#, #"{"_key":"b","tags":{"env":"dev"}}"#,
    ])
    #expect(
      try sample.lines(
        "SELECT k, count(*) AS n FROM \(table), UNNEST(akeys(tags)) AS k GROUP BY k ORDER BY n DESC"
      )
        == [#"{"k":"env","n":2}"#, #"{"k":"team","n":1}"#])
    #expect(
      try sample.lines(
        "SELECT _key, t.v FROM \(table) CROSS JOIN unnest(avals(tags)) t(v) WHERE v = 'x'")
        == [#"{"_key":"a","v":"x"}"#])
    #expect(throws: Fault.self) { try sample.lines("SELECT * FROM unnest(ARRAY[1]) AS t(a, b)") }
  }

  @Test(arguments: [
    "SELECT _key FROM aws.apigatewayv2_integrationresponse",
    "SELECT _key FROM AWS.ApiGatewayV2_IntegrationResponse",
    #"SELECT _key FROM "aws"."apigatewayv2_integrationresponse""#,
    #"SELECT _key FROM "aws.apigatewayv2_integrationresponse""#,
    "SELECT _key FROM [aws] . `apigatewayv2_integrationresponse`",
    "SELECT aws.apigatewayv2_integrationresponse._key FROM aws.apigatewayv2_integrationresponse",
    "SELECT apigatewayv2_integrationresponse._key FROM aws.apigatewayv2_integrationresponse",
    "SELECT r._key FROM aws.apigatewayv2_integrationresponse AS r",
    "SELECT _key FROM aws_apigatewayv2_integrationresponse",
    "SELECT _key FROM main.aws_apigatewayv2_integrationresponse",
    "WITH aws AS (SELECT _key FROM aws.apigatewayv2_integrationresponse) SELECT aws._key FROM aws",
    "SELECT _key FROM (SELECT * FROM (aws.apigatewayv2_integrationresponse))",
    "SELECT _key FROM aws.ec2_instance RIGHT JOIN aws.apigatewayv2_integrationresponse USING (_key)",
    "SELECT r._key FROM json_each('[1]'), aws.apigatewayv2_integrationresponse r",
    "SELECT _key /* FROM aws.x */ FROM aws.apigatewayv2_integrationresponse -- aws.y",
    "SELECT _key FROM aws.apigatewayv2_integrationresponse WHERE 'FROM aws.z' <> 'it''s'",
    "SELECT _key FROM aws.apigatewayv2_integrationresponse WHERE _key IS NOT DISTINCT FROM _key;",
    "SELECT _key FROM aws.apigatewayv2_integrationresponse WHERE EXTRACT(year FROM now()) > 2000",
    "SELECT _key FROM aws.apigatewayv2_integrationresponse t JOIN aws_apigatewayv2_integrationresponse_tags USING (_key)",
  ])
  func `a type is a table, however it is spelled`(sql: String) throws {
    let sample = try SQLSample.make()
    #expect(try sample.values(sql) == ["a"])
  }

  @Test func `a query of the statement's own does not stand for a type`() throws {
    let sample = try SQLSample.make()
    for (name, count) in [("apigatewayv2_integrationresponse", "1"), ("ec2_instance", "0")] {
      let own = "WITH aws_\(name) AS (SELECT 7 AS _key UNION ALL SELECT 8)"
      #expect(try sample.values("\(own) SELECT count(*) FROM aws.\(name)") == [Substring(count)])
      #expect(try sample.values("\(own) SELECT count(aws_\(name)._key) FROM aws_\(name)") == ["2"])
      let column = "aws.\(name)._key"
      #expect(
        try sample.values("SELECT count(\(column)) FROM aws.\(name)") == [Substring(count)])
    }
  }

  @Test func `a type without assets is an empty table with its columns`() throws {
    let sample = try SQLSample.make()
    for name in ["aws.ec2_instance", "aws_ec2_instance"] {
      let header = try sample.lines("SELECT * FROM \(name)", as: .csv)
      #expect(header.count == 1 && header[0].contains("_key,") && header[0].contains(",tags,"))
      #expect(try sample.values("SELECT count(*) FROM \(name)") == ["0"])
    }
  }

  @Test func `a name that is no type is pointed at, with the one that was meant`() throws {
    let sample = try SQLSample.make()
    let fault = try sample.fault("SELECT 'é', 1 FROM aws.ec2_instanc")
    #expect(fault.kind == .missing && fault.advice == "did you mean 'aws.ec2_instance'?")
    #expect(fault.excerpt?.offset == 20)
  }

  @Test func `parameters are bound as text, and have to be those of the query`() throws {
    let sample = try SQLSample.make()
    let values = ["a": "it's; DROP", "b": "é"]
    #expect(
      try sample.values("SELECT :a || :b || :a || ':c'", values) == ["it's; DROPéit's; DROP:c"])
    #expect(throws: Fault.self) { try sample.lines("SELECT :a", values) }
    #expect(try sample.fault("SELECT 1, :a").excerpt?.offset == 10)
    for sql in ["SELECT ?", "SELECT ?1", "SELECT @a", "SELECT $a"] {
      #expect(try sample.fault(sql).advice?.contains(":name") == true)
    }
  }

  @Test func `fields are written as what they are, and each column has a name of its own`() throws {
    let sample = try SQLSample.make([record("a", tags: #"{"env":"prod"}"#)])
    _ = try sample.store.add(
      AssetType(
        TypeName("test.disk"), accountField: nil, keyTemplate: nil,
        fields: [
          Field("on", dataType: .bool), Field("size", dataType: .int64),
          Field("ports", dataType: .array(.int64)),
          Field("config", dataType: .json),
        ]))
    let path = try sample.folder.write(
      "d", #"{"_key":"d","on":true,"size":7,"ports":[1,2],"config":{"a":[true]},"more":1}"#)
    _ = try sample.store.ingest(IngestRequest(type: "test.disk", sources: [.file(path)]))
    #expect(
      try sample.lines(#"SELECT "on", size, ports, config, _extra FROM test.disk"#)
        == [#"{"on":true,"size":7,"ports":[1,2],"config":{"a":[true]},"_extra":{"more":1}}"#])
    #expect(
      try sample.lines("WITH x AS (SELECT ports p FROM test.disk) SELECT p, p, 1 AS p_2 FROM x")
        == [#"{"p":[1,2],"p_2":[1,2],"p_2_2":1}"#])
    #expect(
      try sample.lines("SELECT tags t FROM \(table) UNION ALL SELECT 'a=>b'")
        == [#"{"t":{"env":"prod"}}"#, #"{"t":{"a":"b"}}"#])
    #expect(
      try sample.lines("SELECT 1.5, NULL, 9223372036854775807, 5::text = '5' AS t")
        == [#"{"1.5":1.5,"NULL":null,"9223372036854775807":9223372036854775807,"t":true}"#])
    #expect(
      try sample.lines("SELECT tags->'env'::text, ARRAY['a'], '1'::bigint AS one FROM \(table)")
        == [#"{"tags->'env'::text":"prod","array":["a"],"one":1}"#])
  }

  @Test func `a fault is pointed at in what was typed, whatever it became`() throws {
    let sample = try SQLSample.make()
    for (sql, part) in [
      ("SELECT ARRAY['é'], '1'::text, nope FROM \(table)", "nope"),
      ("SELECT a.acount_id FROM \(table) a", "a.acount_id"),
      ("SELECT nothing(1::int)", "nothing"), ("SELECT 1 FORM x", "x"),
      ("SELECT CAST('1' AS BIGINT), CAST(2 AS nope)", "nope)"),
      ("SELECT 1 WHERE tags @> 'a=>b'", "tags"), ("SELECT 'no end", "'no end"),
      ("SELECT 1; SELECT 2", "SELECT 2"), ("SELECT INTERVAL '1 dy'", "INTERVAL"),
    ] {
      let fault = try sample.fault(sql)
      let offset = try #require(fault.excerpt?.offset, "\(sql)")
      #expect(
        fault.kind == .usage
          && String(decoding: sql.utf8.dropFirst(offset), as: UTF8.self).hasPrefix(part), "\(sql)")
    }
    #expect(
      try sample.fault("SELECT acount_id FROM \(table)").advice == "did you mean 'account_id'?")
  }
}
