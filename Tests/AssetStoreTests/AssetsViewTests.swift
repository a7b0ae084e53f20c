import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct AssetsViewTests {
  @Test func `the view has the assets of all types, and SQL knows it`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest(
      [#"{"vpc_id":"v","region":"eu-1","account_id":"000000000123","tags":{"env":"prod"}}"#],
      type: "aws.ec2_vpc")
    _ = try store.ingest(
      [#"{"metadata":{"uid":"u","labels":{"env":"prod"}}}"#], type: "k8s.pods")
    let rows = try store.withConnection { connection in
      var rows: [String] = []
      try connection.forEachRow("SELECT _type, account_id, region, tags FROM assets ORDER BY _id") {
        row in rows.append((0..<4).map { row.text(at: $0) ?? "-" }.joined(separator: " "))
      }
      return rows
    }
    #expect(
      rows == [
        #"aws.ec2_vpc 000000000123 eu-1 {"env":"prod"}"#, #"k8s.pods - - {"env":"prod"}"#,
      ])
    #expect(try store.verify().isGood)
  }

  @Test func `more types than a compound SELECT may have parts are all there`() throws {
    let types = try (0..<900).map {
      try AssetType(
        TypeName("a.t\($0)"), accountField: nil, keyTemplate: nil,
        fields: [Field("name", dataType: .string)])
    }
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE runs(id INTEGER PRIMARY KEY); INSERT INTO runs VALUES (1)")
    for type in types {
      for statement in AssetTable(type).definition { try connection.execute(statement) }
      try connection.execute(
        "INSERT INTO \(AssetTable(type).name)(_key, _run) VALUES ('k', 1)")
    }
    try connection.execute(AssetsView.definition(of: types))
    #expect(try connection.integer("SELECT count(*) FROM assets") == 900)
  }
}
