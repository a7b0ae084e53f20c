import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetSQLite
import Foundation
import Testing
import TestSupport

import AssetLanguage
@testable import AssetStore

/// Stores that somebody changed with another tool. They may give wrong answers, which `verify` tells; they must not
/// stop the program, and what it says of them has to be that they are damaged.
@Suite struct TamperedStoreTests {
  private static let table = "aws_apigatewayv2_integrationresponse"

  private func make(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      (0..<100).map { record("k\($0)", tags: #"{"env":"prod","n":"\#($0 % 20)"}"#) },
      account: "1", in: folder)
    return store
  }

  private func tamper(_ store: Store, _ sql: String) throws {
    try store.writing { connection in
      try connection.execute("PRAGMA ignore_check_constraints = ON")
      try connection.execute(sql)
      try connection.execute("PRAGMA ignore_check_constraints = OFF")
    }
  }

  /// What is asked of every store, whatever is in it: each answers, or says that the store is damaged.
  private func use(_ store: Store, in folder: borrowing TemporaryFolder, _ change: String) throws {
    let values = (0..<20).map { "tags->'n' = '\($0)'" }.joined(separator: " OR ")
    for text in ["tags->'env' = 'prod'", "NOT tags ? 'env'", values, "TRUE"] {
      let expression = try Assets.Expression(parsing: text)
      let query = Query(types: .all, where: expression)
      try allow(change) { _ = try store.count(query) }
      try allow(change) { _ = try store.lines(query) }
      try allow(change) { _ = try store.explain(query) }
      try allow(change) {
        var writer = makeResultWriter(.ndjson, to: OutputStream { _ in })
        let paths = ["tags", "tags.n", "account_id"].map { FieldPath($0) }
        _ = try store.facets(of: paths, matching: query, into: &writer)
      }
    }
    let records = ["k1", "k2", "new"].map { record($0, tags: #"{"env":"dev"}"#) }
    try allow(change) { try store.ingest(records, account: "1", in: folder) }
    try allow(change) { _ = try store.lint(Query(types: .all)) }
    try allow(change) { try store.reindex() }
  }

  private func allow(_ change: String, _ body: () throws -> Void) throws {
    do { try body() } catch let fault as Fault {
      #expect(fault.kind == .damaged, "\(change): \(fault)")
    }
  }

  @Test(arguments: [
    "UPDATE terms SET assets = 9223372036854775807", "UPDATE terms SET assets = 1 << 60",
    "UPDATE terms SET assets = -9223372036854775807 WHERE kind > 1",
    "DELETE FROM terms; INSERT INTO terms VALUES (0, 0, 0, '@type', 5)",
    "UPDATE blocks SET place = place - 9223372036854775807 - 1",
    "INSERT INTO blocks SELECT place | (2147483647 << 32), ids FROM blocks WHERE place > 0",
    "INSERT INTO blocks SELECT place | (1 << 46), ids FROM blocks",
    "UPDATE store SET next_id = 1 << 48",
    "UPDATE store SET next_id = 50", "DELETE FROM store", "UPDATE store SET next_id = -1",
    "UPDATE \(table) SET _id = -5 WHERE _id = 5", "UPDATE \(table) SET _id = 0 WHERE _id = 5",
    "UPDATE \(table) SET _id = 9223372036854775807 WHERE _id = 5",
    "UPDATE \(table) SET tags = '{'", "UPDATE \(table) SET tags = '[]'",
    "UPDATE types SET definition = '{'", "UPDATE types SET definition = '{}'",
    "UPDATE types SET definition = replace(definition, '\"string\"', '\"int64\"')",
    "UPDATE types SET table_name = 'store'",
    "UPDATE types SET has_table = 7", "DROP TABLE blocks", "DROP TABLE \(table)",
  ])
  func `a store that was changed is damaged, and no reason to stop`(change: String) throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try tamper(store, change)
    #expect(try !store.verify().isGood, "\(change)")
    try use(store, in: folder, change)
  }

  @Test(arguments: [
    #"{"env":"a","env":"b"}"#, #"{"n":"1","env":"a"}"#, #"{"env": "a"}"#, #"{"env":["b","a"]}"#,
    #"{"env":["a"]}"#, #"{"env":["a","a"]}"#, #"{"env":1}"#, #"{"env":"\u0061"}"#,
    #"{"env":{"x":"y"}}"#,
  ])
  func `a map that the program would not write is no fault of the index`(map: String) throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try tamper(store, "UPDATE \(Self.table) SET tags = '\(map)' WHERE _id = 5")
    let verification = try store.verify()
    #expect(verification.checks.first { !$0.isGood }?.name == "content")
    #expect(!verification.isReindexable)
  }

  @Test(arguments: [
    ("UPDATE \(table) SET _run = 9 WHERE _id = 5", "references"),
    ("UPDATE run_types SET run = 9 WHERE run = 1", "references"),
    ("DELETE FROM run_assets WHERE what = 1", "history"),
    ("UPDATE run_assets SET ids = x'00' WHERE what = 1", "history"),
    ("UPDATE run_assets SET ids = x'0100' WHERE what = 1", "history"),
    ("UPDATE \(table)_versions SET _run = 3", "history"),
  ])
  func `what refers to no run, or to one that did not do it, is found`(
    change: String, check: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try store.ingest([record("k1", tags: "{}")], account: "1", in: folder)
    try store.ingest([record("k2", tags: "{}")], account: "1", in: folder)
    #expect(try store.verify().isGood)
    do {
      let other = try Connection(path: folder.file("s.db"), access: .readWrite)
      try other.execute("PRAGMA foreign_keys = OFF; \(change)")
    }
    let failed = try store.verify().checks.first { !$0.isGood }
    #expect(failed?.name == check, "\(String(describing: failed))")
    #expect(throws: Fault.self) { try store.backUp(to: folder.file("b.db")) }
  }

  @Test func `a map of any values is what the program writes`() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try store.ingest(
      [
        record("x", tags: #"{"b":"1","a":["y","x"],"z":null,"q\"\n":"\u0001","é":["b","a","ü"]}"#),
        record("y", tags: #"["a:2","a:1","b:","c"]"#),
      ], account: "1", in: folder)
    #expect(try store.verify().isGood)
  }

  @Test func `only what the index says wrongly is said to be rebuilt`() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try tamper(store, "UPDATE terms SET assets = 7 WHERE kind = 2")
    #expect(try store.verify().isReindexable)
    try tamper(store, "UPDATE store SET next_id = 5")
    #expect(try !store.verify().isReindexable)
  }

  @Test func `bytes left over at the end of a store are found`() throws {
    let folder = try TemporaryFolder()
    _ = try make(folder)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("s.db")))
    try file.seekToEnd()
    try file.write(contentsOf: Data("more".utf8))
    #expect(try Verification(ofStore: folder.file("s.db")).checks.last?.isGood == false)
  }

  @Test func `what ANALYZE keeps is no damage, and an index of another's is named`() throws {
    let folder = try TemporaryFolder()
    _ = try make(folder)
    let other = try Connection(path: folder.file("s.db"), access: .readWrite)
    try other.execute("ANALYZE")
    let store = try Store.openOrCreate(folder.file("s.db"))
    #expect(try store.verify().isGood)
    _ = try store.backUp(to: folder.file("b.db"))
    try other.execute("CREATE INDEX theirs ON runs(type)")
    let fault = try #require(throws: Fault.self) { try Store.openOrCreate(folder.file("s.db")) }
    #expect(fault.kind == .damaged && fault.why.contains("'theirs' is no part of a store"))
  }

  @Test func `a type under another's name is found`() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try tamper(store, "UPDATE types SET name = 'y.z'")
    #expect(try !store.verify().isGood)
  }

  @Test func `two assets with one id are found, and no reindex hides them`() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let path = try folder.write("t.ndjson", record("q") + "\n")
    _ = try store.ingest(IngestRequest(type: "aws.ec2_instance", sources: [.file(path)]))
    #expect(try store.verify().isGood)
    try tamper(store, "UPDATE aws_ec2_instance SET _id = 7")
    #expect(throws: Fault.self) { try store.reindex() }
    let failed = try store.verify().checks.first { !$0.isGood }
    #expect(failed?.detail.contains("the id 7: two assets have it") == true)
  }

  @Test func `an index that has more ids than it counts is not collected`() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try tamper(
      store,
      """
      WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 400)
      INSERT INTO blocks SELECT (n << 32) | id, CAST(printf('%.8192c', '~') AS BLOB) FROM r, terms
      """)
    let query = Query(
      types: .all, where: try Assets.Expression(parsing: "tags->'n' = '1'"),
      sort: [Query.Sort(FieldPath("_key"))])
    let plan = try store.reading { connection in
      try store.plan(query, on: connection).selects.map {
        try $0.narrowed(connection).rows.values.description.utf8.count
      }
    }
    #expect(plan.allSatisfy { $0 < 1_000 })
    #expect(try store.lines(query).count == 5)
  }
}
