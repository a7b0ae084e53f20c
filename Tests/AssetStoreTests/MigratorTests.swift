import AssetMigrations
import Assets
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

  @Test(arguments: 1..<OlderStore.newest)
  func `a reader leaves an older store as it is, and says what to run`(schema: Int) throws {
    let folder = try TemporaryFolder()
    let path = try OlderStore.make(schema, in: folder)
    let fault = try #require(throws: Fault.self) { _ = try Store.open(path) }
    #expect(fault.kind == .schema)
    #expect(fault.advice?.contains("assetstore migrate --store \(path)") == true)
  }
}
