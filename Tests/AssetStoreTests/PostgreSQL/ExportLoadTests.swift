import Assets
import AssetStore
import Testing
import TestSupport

/// What a server makes of scripts, in which order they come.
@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct ExportLoadTests {
  private func filled() throws -> PostgreSQLCopy {
    let copy = try PostgreSQLCopy.make()
    let records = [record("a", tags: #"{"k":"v"}"#), record("b")]
    try copy.store.ingest(records, in: copy.folder)
    try copy.store.ingest([record("a", tags: #"{"k":"w"}"#)], in: copy.folder)
    return copy
  }

  private func part(_ part: PostgreSQLRequest.Part) -> PostgreSQLRequest {
    PostgreSQLRequest(Query(), part: part)
  }

  @Test func `schema and then data give what both at once give`() throws {
    let copy = try filled()
    #expect(throws: PostgreSQL.Refusal.self) { try copy.load(part(.data)) }
    try copy.load(part(.schema))
    #expect(throws: PostgreSQL.Refusal.self) {
      try copy.load(PostgreSQLRequest(Query(), since: .number(2)))
    }
    try copy.load(part(.data))
    let whole = try PostgreSQL.server().makeDatabase()
    _ = try whole.lines(of: copy.store.script())
    #expect(try copy.database.content() == whole.content())
    #expect(throws: PostgreSQL.Refusal.self) { try copy.load(part(.data)) }
    #expect(throws: PostgreSQL.Refusal.self) { try copy.load(part(.schema)) }
  }

  @Test(arguments: ["public.runs", "aws.apigatewayv2_integrationresponse"])
  func `what somebody else has there is left alone`(table: String) throws {
    let copy = try filled()
    _ = try copy.database.lines(of: "CREATE SCHEMA aws; CREATE TABLE \(table)(x int);")
    let before = try copy.database.content()
    let refusal = #expect(throws: PostgreSQL.Refusal.self) { try copy.load() }
    #expect(refusal?.description.contains("something else of the name") == true)
    #expect(try copy.database.content() == before)
  }

  @Test func `a store without assets is a copy of nothing, to which some can come`() throws {
    let copy = try PostgreSQLCopy.make()
    try copy.load()
    #expect(try copy.database.lines(of: "SELECT count(*) FROM assets;") == ["0"])
    try copy.store.ingest([record("a")], in: copy.folder)
    try copy.load(PostgreSQLRequest(Query(), since: .time("2000-01-01T00:00:00Z")))
    #expect(try copy.database.lines(of: "SELECT _key FROM assets;") == ["a"])
  }

  @Test func `which tags are unknown is known there too`() throws {
    let copy = try filled()
    try copy.load()
    var query = Query()
    query.tagsAreKnown = true
    let counts = try copy.database.lines(
      of: copy.store.explainPostgreSQL(query, counts: true) + ";")
    #expect(counts == ["\(try copy.store.count(query))"])
    query.tagsAreKnown = false
    let others = try copy.database.lines(
      of: copy.store.explainPostgreSQL(query, counts: true) + ";")
    #expect(others == ["\(try copy.store.count(query))"])
    #expect(counts == ["1"])
  }

  @Test func `a database of another encoding is refused`() throws {
    let copy = try filled()
    let server = try PostgreSQL.server()
    _ = try server.firstDatabase.lines(
      of: "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C';")
    let refusal = #expect(throws: PostgreSQL.Refusal.self) {
      try PostgreSQLDatabase(server: server, name: "latin").lines(of: copy.store.script())
    }
    #expect(refusal?.description.contains("LATIN1") == true)
  }
}
