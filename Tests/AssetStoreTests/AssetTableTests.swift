import AssetCatalogue
import AssetIndex
import AssetMigrations
import AssetOutput
import Assets
import Testing

@testable import AssetStore
@testable import AssetSQLite

@Suite struct AssetTableTests {
  @Test func `the migrated table is the one that the definition makes`() throws {
    let type = try #require(try Catalogue.type(named: responseType))
    let migrated = try Connection.inMemory()
    for migration in Migration.all { try migrated.execute(migration.sql) }
    for statement in AssetTable(type).definition {
      #expect(
        try migrated.integer(
          "SELECT count(*) FROM sqlite_schema WHERE sql = ?", with: .text(statement))
          == 1)
    }
  }

  @Test(arguments: [false, true])
  func `text that is no JSON object does not get into a map`(isPrepared: Bool) throws {
    let type = try AssetType(
      TypeName("x.y"), accountField: nil, keyTemplate: nil,
      fields: [
        Field("m", dataType: .hstore), Field("j", dataType: .json),
        Field("a", dataType: .array(.int64)), Field("b", dataType: .bool),
      ])
    let connection = try Connection.inMemory()
    if isPrepared { try connection.prepareForStore() }
    try connection.execute("CREATE TABLE runs(id INTEGER PRIMARY KEY)")
    for statement in AssetTable(type).definition { try connection.execute(statement) }
    let insert = { (column: String, value: String) in
      try connection.run(
        "INSERT INTO x_y(_key, _run, \(column)) VALUES (?, 1, \(value))",
        with: .text(column + value))
    }
    for (column, value) in [
      ("m", "'{}'"), ("m", "NULL"), ("j", "'[1]'"), ("a", "'[]'"), ("b", "1"),
    ] {
      #expect(throws: Never.self) { try insert(column, value) }
    }
    for (column, value) in [("m", "'[]'"), ("m", "'{'"), ("j", "'x'"), ("a", "'{}'"), ("b", "2")] {
      #expect(throws: SQLiteError.self) { try insert(column, value) }
    }
  }

  @Test func `names that SQL reserves need no care`() throws {
    let names = [
      "select", "order", "group", "table", "index", "default", "null", "key", "value", "type",
    ]
    let type = try AssetType(
      TypeName("a.select"), accountField: "order", keyTemplate: nil,
      fields: names.map { Field($0, dataType: .string) } + [Field("tags", dataType: .hstore)])
    let connection = try Connection.inMemory()
    for statement in AssetTable(type).definition { try connection.execute(statement) }
    #expect(try connection.integer("SELECT count(*) FROM a_select_tags") == 0)
  }

  @Test func `what came twice in a load is looked up, not searched for`() throws {
    let type = try #require(try Catalogue.type(named: responseType))
    let connection = try Connection.inMemory()
    for migration in Migration.all { try connection.execute(migration.sql) }
    let table = AssetTable(type)
    try connection.execute("DROP INDEX \(table.keyIndexName)")
    let surplus = SurplusRecords(in: table)
    try surplus.list(connection)
    try surplus.prepare(connection)
    for statement in [surplus.order, surplus.pairs, surplus.removal, surplus.renumbering] {
      var plan: [String] = []
      try connection.forEachRow("EXPLAIN QUERY PLAN \(statement)") { row in
        plan.append(row.text(at: 3) ?? "")
      }
      #expect(plan.contains { $0.contains("twice") })
      #expect(!plan.contains { $0.hasPrefix("SCAN twice") || $0.contains("AUTOMATIC") }, "\(plan)")
    }
  }

  @Test func `an identifier can't end its own quotes`() {
    #expect(AssetTable.quote(#"a"b"#) == #""a""b""#)
    #expect(AssetTable.quote("a\"\u{301}").utf8.elementsEqual("\"a\"\"\u{301}\"".utf8))
  }
}
