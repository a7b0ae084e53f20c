import AssetMigrations
import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct MigratorTests {
  /// A store whose types came in turns was migrated with an index whose lists were out of order: it was called damaged,
  /// and the next update of an asset gave wrong answers.
  @Test(arguments: 1...OlderStore.newest)
  func `a store of an older schema is brought up to date, its index too`(schema: Int) throws {
    let folder = try TemporaryFolder()
    let path = try OlderStore.make(schema, in: folder)
    let store = try Store.openToMigrate(path)
    #expect(try store.info().schemaVersion == Migration.latest)
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
    let inProduction = Query(types: .all, where: .has("env", value: "prod", in: "tags"))
    #expect(try store.count(inProduction) == OlderStore.inProduction(schema))
    let index = try store.termIndex()
    try store.reindex()
    #expect(try store.termIndex() == index)
  }

  @Test func `the tags of assets whose run had none are unknown in an older store`() throws {
    let folder = try TemporaryFolder()
    let path = try OlderStore.make(4, in: folder)
    try Connection(path: path, access: .readWrite).execute("UPDATE aws_s3_bucket SET tags = NULL")
    let store = try Store.openToMigrate(path)
    let buckets = try store.count(Query(types: .one(TypeName("aws.s3_bucket"))))
    var query = Query(types: .all)
    query.tagsAreKnown = false
    #expect(try buckets > 0 && store.count(query) == buckets)
  }

  @Test func `a new store has each step on record, once and in order`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.db")
    for _ in 0..<2 { _ = try Store.openOrCreate(path) }
    let steps = try Store.open(path).reading { connection in
      var steps: [String] = []
      try connection.forEachRow("SELECT number, name FROM migrations ORDER BY rowid") { row in
        steps.append("\(row.integer(at: 0) ?? 0) \(row.text(at: 1) ?? "")")
      }
      return steps
    }
    #expect(steps == Migration.all.map { "\($0.number) \($0.name)" })
  }

  @Test func `a step that fails leaves the store as it was`() throws {
    let folder = try TemporaryFolder()
    let path = try OlderStore.make(2, in: folder)
    let connection = try Connection(path: path, access: .readWrite)
    // In the way of a later step.
    try connection.execute("CREATE TABLE blocks(a)")
    let tables = "SELECT group_concat(name || coalesce(sql, '')) FROM sqlite_schema"
    let before = try connection.text(tables)
    #expect(throws: SQLiteError.self) {
      try connection.withTransaction(.immediate) { try Migrator.migrate(connection, at: path) }
    }
    #expect(try connection.text(tables) == before)
    #expect(try connection.integer("PRAGMA user_version") == 2)
    #expect(try connection.integer("SELECT max(number) FROM migrations") == 2)
  }

  @Test func `a file of something else, and of a newer program, is left as it is`() throws {
    let folder = try TemporaryFolder()
    for (name, sql, kind) in [
      ("other.db", "CREATE TABLE t(a)", Fault.Kind.input),
      ("named.db", "PRAGMA application_id = 7; PRAGMA user_version = 1", .input),
      (
        "newer.db",
        "PRAGMA application_id = \(Migrator.applicationID); PRAGMA user_version = 1000", .schema
      ),
    ] {
      let path = try folder.write(name, "")
      let connection = try Connection(path: path, access: .readWrite)
      try connection.execute(sql)
      try connection.withTransaction(.immediate) {
        let fault = #expect(throws: Fault.self) { try Migrator.migrate(connection, at: path) }
        #expect(fault?.kind == kind && fault?.what == path)
      }
      #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'runs'") == 0)
    }
  }

  @Test(arguments: 1..<OlderStore.newest)
  func `a reader leaves an older store as it is, and says what to run`(schema: Int) throws {
    let folder = try TemporaryFolder()
    let path = try OlderStore.make(schema, in: folder)
    let fault = try #require(throws: Fault.self) { _ = try Store.open(path) }
    #expect(fault.kind == .schema)
    #expect(fault.advice?.contains("assetstore migrate --store \(path)") == true)
  }
}
