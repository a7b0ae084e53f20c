import AssetOutput
import Assets
import Testing
import TestSupport

@testable import AssetStore

/// Questions in SQL to what was.
@Suite struct SQLPastTests {
  private func store(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.snapshot(
      [placed("a", "1", tags: #"{"t":["x","y"]}"#), placed("b", "1")], in: folder)
    try store.snapshot([placed("a", "2", tags: #"{"t":"z"}"#)], allowing: 9, in: folder)
    _ = try store.delete(Query(where: Operand.field("_key").equals("b")), atMost: 1)
    return store
  }

  private func rows(_ store: Store, _ sql: String, at run: Int?) throws -> String {
    let output = Collector()
    var writer = makeResultWriter(.csv, to: OutputStream { output.bytes.append(span: $0) })
    var query = SQLQuery(sql)
    query.asOf = run.map { .number($0) }
    _ = try store.sql(query, into: &writer)
    return String(decoding: output.bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline).dropFirst().joined(separator: "|")
  }

  @Test(arguments: [
    (
      "SELECT _key, account_id FROM aws.apigatewayv2_integrationresponse ORDER BY 1", "a,1|b,1",
      "a,2|b,1", "a,2"
    ),
    ("SELECT count(*) FROM aws_apigatewayv2_integrationresponse WHERE tags ? 't'", "1", "1", "1"),
    (#"SELECT count(*) FROM "AWS_apigatewayv2_integrationresponse""#, "2", "2", "1"),
    (
      "SELECT key, value FROM aws_apigatewayv2_integrationresponse_tags ORDER BY 2", "t,x|t,y",
      "t,z", "t,z"
    ),
    ("SELECT account_id, count(*) FROM assets GROUP BY 1 ORDER BY 1", "1,2", "1,1|2,1", "2,1"),
    (
      "SELECT count(*) FROM aws.apigatewayv2_integrationresponse AS r LEFT JOIN aws.sqs_queue AS q ON q._key = r._key",
      "2", "2", "1"
    ),
    (
      "WITH c AS (SELECT * FROM assets) SELECT count(*) FROM c JOIN aws.apigatewayv2_integrationresponse r USING (_key)",
      "2", "2", "1"
    ),
    ("SELECT count(*) FROM runs", "3", "3", "3"),
  ])
  func `types, tags and assets are as they were`(
    sql: String, first: String, second: String, now: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    #expect(try rows(store, sql, at: 1) == first)
    #expect(try rows(store, sql, at: 2) == second)
    #expect(try rows(store, sql, at: 3) == now)
    #expect(try rows(store, sql, at: nil) == now)
    #expect(throws: Fault.self) { try rows(store, sql, at: 4) }
  }
}
