import AssetLanguage
import Assets
import AssetSQLite
import AssetStore
import Testing
import TestSupport

/// What is in a script, without a server.
@Suite struct ExportScriptTests {
  private func sample(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a", tags: #"{"k":"v"}"#), record("b")], in: folder)
    return store
  }

  @Test func `a table has the fields in order, and behind them what is the store's`() throws {
    let folder = try TemporaryFolder()
    let script = try sample(folder).script()
    let table = script.split(separator: "\n").drop {
      !$0.hasPrefix("CREATE TABLE IF NOT EXISTS \"aws\"")
    }
    let end = try #require(table.firstIndex(of: ");"))
    #expect(
      table[..<end].dropFirst().map { $0.trimmingPrefix { $0 == " " } } == [
        #""_id" bigint NOT NULL,"#, #""_key" text NOT NULL,"#, #""account_id" text,"#,
        #""content_handling_strategy" text,"#, #""integration_response_id" text,"#,
        #""response_parameters" hstore,"#, #""response_templates" hstore,"#, #""tags" hstore,"#,
        #""template_selection_expression" text,"#, #""integration_response_key" text,"#,
        #""api_id" text,"#, #""integration_id" text,"#, #""region" text,"#, #""_extra" json,"#,
        #""_run" bigint NOT NULL,"#, #""response_parameters_terms" text[],"#,
        #""response_templates_terms" text[],"#, #""tags_terms" text[]"#,
      ])
    #expect(
      script.contains("COMMENT ON COLUMN \"aws\".\"apigatewayv2_integrationresponse\".\"api_id\""))
  }

  @Test func `an error ends a load, so that no row is taken for a command`() throws {
    let folder = try TemporaryFolder()
    let lines = try sample(folder).script().split(separator: "\n")
    #expect(lines[1] == "\\set ON_ERROR_STOP on" && lines[2] == "BEGIN;")
    #expect(lines.count { $0 == "COMMIT;" } == 1)
  }

  @Test func `schema and data come apart and together`() throws {
    let folder = try TemporaryFolder()
    let store = try sample(folder)
    let schema = try store.script(PostgreSQLRequest(Query(), part: .schema))
    let data = try store.script(PostgreSQLRequest(Query(), part: .data))
    #expect(schema.contains("USING gin") && !schema.contains("\tv\n") && !schema.contains("k=v"))
    #expect(!data.contains("CREATE TABLE") && data.contains("k=v"))
  }

  @Test func `with Citus each row says where it belongs`() throws {
    let folder = try TemporaryFolder()
    let store = try sample(folder)
    let script = try store.script(PostgreSQLRequest(Query(), isDistributed: true))
    let name = #""aws"."apigatewayv2_integrationresponse""#
    #expect(script.contains(#""shard" text NOT NULL"#))
    #expect(script.contains("create_distributed_table('\(name)', 'shard')"))
    #expect(script.contains("create_reference_table('public.\"runs\"')"))
    #expect(script.contains(#"ON \#(name)("shard", "_key")"#))
  }

  @Test func `an expression chooses assets, and leaves what others were out`() throws {
    let folder = try TemporaryFolder()
    let store = try sample(folder)
    try store.ingest([record("a", tags: #"{"k":"w"}"#)], in: folder)
    let query = Query(where: try Expression(parsing: "NOT tags ? 'k'"))
    let script = try store.script(PostgreSQLRequest(query))
    #expect(script.contains("\tb\t") && !script.contains("\ta\t") && !script.contains("_versions"))
    #expect(try store.script().contains("\"apigatewayv2_integrationresponse_versions\""))
    #expect(throws: Fault.self) {
      try store.script(PostgreSQLRequest(query, since: .number(1)))
    }
  }

  @Test(arguments: [
    ("pg_x.thing", "name"), ("public.thing", "name"), ("x.thing", "ctid"),
    ("x.thing", String(repeating: "n", count: 64)),
    ("x." + String(repeating: "n", count: 60), "name"),
  ])
  func `what PostgreSQL has no name for is refused`(type: String, field: String) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(
      AssetType(
        TypeName(type), accountField: nil, keyTemplate: nil,
        fields: [Field("_key", dataType: .string), Field(field, dataType: .string)]))
    let path = try folder.write("r.ndjson", "{\"_key\":\"a\"}\n")
    _ = try store.ingest(IngestRequest(type: type, sources: [.file(path)]))
    let fault = #expect(throws: Fault.self) { try store.script() }
    #expect(fault?.kind == .guarded)
  }

  /// What is left out is of the store's own file.
  @Test func `the records of runs have all their columns`() throws {
    let folder = try TemporaryFolder()
    let script = try sample(folder).script()
    let connection = try Connection(path: folder.file("s.db"), access: .readOnly)
    for table in ["runs", "run_files", "run_types", "run_warnings"] {
      let columns = try connection.texts("SELECT name FROM pragma_table_info('\(table)')")
        .filter { table != "runs" || !["request", "state", "counter"].contains($0) }
      let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      #expect(script.contains("COPY public.\"\(table)\"(\(names)) FROM stdin;"))
    }
  }

  @Test func `names that the server needs give way to those of fields`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(
      AssetType(
        TypeName("x.thing"), accountField: nil, keyTemplate: nil,
        fields: [
          Field("shard", dataType: .string), Field("tags", dataType: .hstore),
          Field("tags_terms", dataType: .string),
        ]))
    let path = try folder.write("r.ndjson", "{\"_key\":\"a\",\"tags\":{\"k\":\"v\"}}\n")
    _ = try store.ingest(IngestRequest(type: "x.thing", sources: [.file(path)]))
    let script = try store.script(PostgreSQLRequest(Query(), isDistributed: true))
    #expect(script.contains(#""_shard" text NOT NULL"#))
    #expect(script.contains(#""_tags_terms" text[]"#))
    let query = Query(
      types: try TypeSelection("x.thing"), where: try Expression(parsing: "tags @> 'k=>v'"))
    #expect(try store.explainPostgreSQL(query).contains(#""_tags_terms" @> ARRAY['k=v']"#))
  }
}
