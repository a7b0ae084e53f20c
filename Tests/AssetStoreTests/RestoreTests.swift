import AssetFormats
import AssetStore
import Assets
import TestSupport
import Testing

@Suite struct RestoreTests {
  @Test func `a restored store is what was backed up, and goes on from there`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a"), record("b")], in: folder)
    let backup = try store.backUp(to: folder.file("b.db"))
    let other = try Store.openOrCreate(folder.file("other.db"))
    let report = try other.restore(from: folder.file("b.db"))
    #expect(report.assets == 2 && report.runs == 1 && report.kept == nil)
    #expect(try other.keys(.everything) == ["a", "b"])
    try other.ingest([record("c")], in: folder)
    #expect(try other.keys(.everything) == ["a", "b", "c"])
    #expect(try other.verify().isGood)
    #expect(try store.backUp(to: folder.file("b2.db")).contentDigest == backup.contentDigest)
  }

  @Test func `a store that holds assets is replaced only when asked, and its content kept`() throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a")], in: folder)
    _ = try store.backUp(to: folder.file("b.db"))
    try store.ingest([record("b")], in: folder)
    let fault = try #require(throws: Fault.self) { try store.restore(from: folder.file("b.db")) }
    #expect(fault.kind == .exists)
    let report = try store.restore(from: folder.file("b.db"), overwrites: true)
    #expect(try store.keys(.everything) == ["a"])
    let kept = try #require(report.kept)
    #expect(kept.assets == 2)
    #expect(try Verification(ofFile: kept.path, requiresManifest: true).isGood)
    _ = try store.restore(from: kept.path, overwrites: true, keepsOld: false)
    #expect(try store.keys(.everything) == ["a", "b"])
  }

  @Test func `a copy of a backup is a store like any other`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a")], in: folder)
    _ = try store.backUp(to: folder.file("b.db"))
    let copy = try Store.openOrCreate(folder.file("b.db"))
    _ = try copy.backUp(to: folder.file("b2.db"))
    try copy.ingest([record("b")], in: folder)
    #expect(try copy.verify().isGood)
    #expect(try copy.backUp(to: folder.file("b3.db")).assets == 2)
  }

  @Test func `what is no backup is refused, and nothing is left behind`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let text = try folder.write("b.db", "not a store")
    #expect(throws: Fault.self) { try store.restore(from: text) }
    #expect(throws: Fault.self) { try store.restore(from: "/dev/zero") }
    #expect(throws: Fault.self) { try store.restore(from: folder.file("nothing")) }
    #expect(try !folder.names().contains { $0.hasSuffix(".tmp") })
  }
}
