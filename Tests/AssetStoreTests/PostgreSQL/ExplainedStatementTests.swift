import AssetLanguage
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// Statements of `sql` that name things otherwise than the server, or ask maps with several values.
@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct ExplainedStatementTests {
  @Test(arguments: [
    "SELECT _key FROM aws_apigatewayv2_integrationresponse WHERE tags ? 'team' ORDER BY 1",
    "SELECT aws_apigatewayv2_integrationresponse._key FROM aws_apigatewayv2_integrationresponse ORDER BY 1",
    "SELECT a._key FROM aws_apigatewayv2_integrationresponse a WHERE a.tags @> 'team=>a' ORDER BY 1",
    "SELECT a._key FROM aws.apigatewayv2_integrationresponse AS a WHERE 'team=>b' <@ a.\"tags\" ORDER BY 1",
    "SELECT _key FROM \"aws.apigatewayv2_integrationresponse\" WHERE NOT tags @> 'team=>a' ORDER BY 1",
    "SELECT _key FROM aws.apigatewayv2_integrationresponse WHERE tags @> 'team=>\"a,b\"' ORDER BY 1",
    "SELECT _key FROM aws.apigatewayv2_integrationresponse WHERE hstore_contains(tags, 'team=>a, env=>NULL') ORDER BY 1",
    "SELECT _key, key, value FROM aws_apigatewayv2_integrationresponse_tags t ORDER BY 1, 2, 3",
    "SELECT count(*) FROM aws_apigatewayv2_integrationresponse_versions",
    "SELECT integration.part._key FROM integration.part ORDER BY 1",
    "SELECT part._key FROM integration.of.part ORDER BY 1",
    "SELECT _key FROM integration_of_part ORDER BY 1",
    "SELECT q._key FROM (SELECT _key, tags FROM aws.apigatewayv2_integrationresponse) q WHERE q.tags @> 'env=>prod' ORDER BY 1",
    "WITH aws_apigatewayv2_integrationresponse AS (SELECT 1 AS x) SELECT x FROM aws_apigatewayv2_integrationresponse",
    "SELECT id, updated FROM runs ORDER BY id",
    "SELECT _type, _key FROM assets ORDER BY 1, 2",
  ])
  func `they give the same there`(sql: String) throws {
    let copy = try PostgreSQLCopy.make()
    try copy.store.ingest(
      [
        record("a", tags: #"[{"Key":"team","Value":"a"},{"Key":"team","Value":"b"}]"#),
        record("b", tags: #"{"team":"a","env":null}"#), record("c", tags: #"{"env":"prod"}"#),
        record("d"),
      ], in: copy.folder)
    try copy.store.ingest([record("d", tags: #"{"env":"dev"}"#)], in: copy.folder)
    for name in ["integration.part", "integration.of.part"] {
      _ = try copy.store.add(
        AssetType(
          TypeName(name), accountField: nil, keyTemplate: nil,
          fields: [Field("_key", dataType: .string)]))
      let path = try copy.folder.write("p.ndjson", "{\"_key\":\"\(name)\"}\n")
      _ = try copy.store.ingest(IngestRequest(type: name, sources: [.file(path)]))
    }
    try copy.load()
    let asked = try copy.store.explainPostgreSQL(SQLQuery(sql))
    let there = try copy.database.lines(of: "\(asked);")
    let here = try copy.store.rows(sql)
    #expect(here == there.map(String.init), "\(asked)")
    #expect(!here.isEmpty)
  }

  @Test func `an index answers for keys, pairs and terms`() throws {
    let copy = try PostgreSQLCopy.make()
    var random = SeededGenerator(seed: 8)
    try copy.store.ingest(
      samples: (0..<60).map { SampleAsset($0, using: &random) }, in: copy.folder)
    try copy.load()
    let plan = { (text: String) in
      let sql = try copy.store.explainPostgreSQL(SampleAsset.query(Expression(parsing: text)))
      return try copy.database.lines(of: "SET enable_seqscan = off; EXPLAIN \(sql);")
        .joined(separator: "\n")
    }
    #expect(try plan("tags ? 'env'").contains(#"Bitmap Index Scan on "tags of sample""#))
    #expect(try plan("tags ?& ARRAY['env', 'Env']").contains(#"on "tags of sample""#))
    #expect(try plan("tags @> 'env=>NULL'").contains(#"on "tags of sample""#))
    #expect(try plan("tags @> 'env=>prod'").contains(#"on "tags_terms of sample""#))
    #expect(try plan("owner = '123'").contains(#"on "owner of sample""#))
  }
}

extension Store {
  /// What a statement gives, as `psql` writes it.
  fileprivate func rows(_ sql: String) throws -> [String] {
    let output = Collector()
    var writer = makeResultWriter(.tsv, to: OutputStream { output.bytes.append(span: $0) })
    _ = try self.sql(SQLQuery(sql), into: &writer)
    return String(decoding: output.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { String($0.map { $0 == "\t" ? "|" : $0 }) }
  }
}
