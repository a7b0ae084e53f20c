import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct IndexCheckTests {
  private static let index = "aws_apigatewayv2_integrationresponse_by_key"
  private static let table = "aws_apigatewayv2_integrationresponse"

  /// Changes rows behind an index's back: as long as the schema does not have it, nobody keeps it up to date.
  private func change(_ path: String, without index: String, _ sql: String) throws {
    let connection = try Connection(path: path, access: .readWrite)
    try connection.execute(
      """
      PRAGMA writable_schema = ON;
      CREATE TEMP TABLE kept AS SELECT rowid AS id, * FROM sqlite_schema WHERE name = '\(index)';
      DELETE FROM sqlite_schema WHERE name = '\(index)';
      """)
    let other = try Connection(path: path, access: .readWrite)
    try other.execute(sql)
    try connection.execute(
      """
      INSERT INTO sqlite_schema(rowid, type, name, tbl_name, rootpage, sql)
      SELECT id, type, name, tbl_name, rootpage, sql FROM temp.kept;
      """)
  }

  @Test(arguments: [
    "DELETE FROM \(table) WHERE _id = 7",
    "INSERT INTO \(table)(_id, _key, _run) SELECT 99, 'new', _run FROM \(table) WHERE _id = 7",
    "UPDATE \(table) SET _key = 'k6x' WHERE _id = 7",
    "UPDATE \(table) SET _key = 'k6' WHERE _id = 8; UPDATE \(table) SET _key = 'k7' WHERE _id = 7",
  ])
  func `an index that is not what its table says is found`(change sql: String) throws {
    let folder = try TemporaryFolder()
    _ = try filledStore(folder)
    try change(folder.file("s.db"), without: Self.index, sql)
    let store = try Store.open(folder.file("s.db"))
    let failed = try store.verify().checks.first { !$0.isGood }
    #expect(failed?.name == "indexes", "\(String(describing: failed))")
    #expect(throws: Fault.self) { try store.backUp(to: folder.file("b.db")) }
    #expect(!exists(folder.file("b.db")))
  }

  @Test func `so is one of the versions, and one of a table of the store's own`() throws {
    for (index, sql) in [
      ("\(Self.table)_versions_by_end", "UPDATE \(Self.table)_versions SET _until = _until - 1"),
      ("\(Self.table)_versions_by_key", "UPDATE \(Self.table)_versions SET _key = 'x'"),
      ("terms_by_text", "UPDATE terms SET text = 'x' WHERE id = (SELECT min(id) FROM terms)"),
    ] {
      let folder = try TemporaryFolder()
      let store = try filledStore(folder)
      try store.ingest([record("k1", tags: "{}"), record("k2", tags: "{}")], in: folder)
      #expect(try store.verify().isGood)
      try change(folder.file("s.db"), without: index, sql)
      let failed = try Verification(ofStore: folder.file("s.db")).checks.first { !$0.isGood }
      #expect(failed?.name == "indexes", "\(index): \(String(describing: failed))")
    }
  }

  @Test func `entries are read from the index alone, in its order`() throws {
    let folder = try TemporaryFolder()
    let store = try filledStore(folder)
    try store.ingest([record("k1", tags: "{}")], in: folder)
    let plans = try store.reading { connection in
      try (IndexCheck.ofKeys(connection) + IndexCheck.others(connection)).map { check in
        var plan: [String] = []
        try connection.forEachRow("EXPLAIN QUERY PLAN \(check.entriesOfIndex)") {
          plan.append($0.text(at: 3) ?? "")
        }
        return plan
      }
    }
    #expect(plans.count == 4)
    for plan in plans {
      #expect(plan.count == 1 && plan[0].contains("USING COVERING INDEX"), "\(plan)")
    }
  }
}
