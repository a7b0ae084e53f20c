import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Foundation
import Synchronization
import Testing
import TestSupport

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

  @Test func `a backup is not written to, whatever asks for it`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a")], in: folder)
    _ = try store.backUp(to: folder.file("b.db"))
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db")))
    for write in [
      { try Store.openOrCreate($0).ingest([record("b")], type: responseType).counts.inserted },
      { Int(try Store.openToMigrate($0).info().assets) },
      { try Store.restore(from: folder.file("b.db"), into: $0, overwrites: true).assets },
    ] {
      for path in [folder.file("b.db"), try copy(folder.file("b.db"), to: folder.file("c.db"))] {
        let fault = try #require(throws: Fault.self) { _ = try write(path) }
        #expect(fault.kind == .guarded || fault.kind == .usage, "\(fault)")
      }
    }
    #expect(try Store.open(folder.file("b.db")).keys(.everything) == ["a"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db"))) == before)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("c.db"))) == before)
  }

  private func copy(_ path: String, to copy: String) throws -> String {
    if !exists(copy) { try FileManager.default.copyItem(atPath: path, toPath: copy) }
    return copy
  }

  @Test(arguments: 1...OlderStore.newest, [false, true])
  func `a backup of an older schema is whole, and restored as a store of this one`(
    schema: Int, isThere: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let backup = try OlderStore.make(schema, isBackup: true, in: folder)
    let before = try Data(contentsOf: URL(fileURLWithPath: backup))
    let verification = try Verification(ofFile: backup, requiresManifest: true)
    #expect(verification.checks.filter { !$0.isGood } == [])
    let path = folder.file("s.db")
    if isThere { _ = try Store.openOrCreate(path) }
    let report = try Store.restore(from: backup, into: path)
    let store = try Store.openOrCreate(path)
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
    #expect(try store.info().assets == report.assets)
    let inProduction = Query(types: .all, where: .has("env", value: "prod", in: "tags"))
    #expect(try store.count(inProduction) == OlderStore.inProduction(schema))
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup)) == before)
  }

  /// SQLite cuts off what a smaller content leaves behind its commit: who is killed in between leaves it.
  @Test func `pages behind those that SQLite counts are no damage`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.db")
    let store = try Store.openOrCreate(path)
    try store.ingest([record("a")], in: folder)
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.truncate(atOffset: try file.seekToEnd() + 3 * 8_192)
    #expect(try store.verify().isGood)
    _ = try store.backUp(to: folder.file("b.db"))
    #expect(try Verification(ofFile: folder.file("b.db"), requiresManifest: true).isGood)
    try store.ingest((0..<500).map { record("k\($0)") }, in: folder)
    #expect(try store.verify().isGood)
    #expect(try store.count(Query(where: .everything)) == 501)
    try file.truncate(atOffset: try file.seekToEnd() + 1)
    #expect(try !store.verify().isGood)
  }

  @Test func `what is written while the backup is verified is not lost`() throws {
    let folder = try TemporaryFolder()
    _ = try Store.openOrCreate(folder.file("b0.db")).ingest([record("a")], in: folder)
    _ = try Store.open(folder.file("b0.db")).backUp(to: folder.file("b.db"))
    let path = folder.file("s.db")
    let other = try Store.openOrCreate(path)
    let input = try folder.write("late.ndjson", record("late"))
    let isWritten = Mutex(false)
    let store = try Store.openOrCreate(
      path,
      isCancelled: {
        isWritten.withLock { isWritten in
          if !isWritten {
            isWritten =
              (try? other.ingest(IngestRequest(type: responseType, sources: [.file(input)]))) != nil
          }
        }
        return false
      })
    isWritten.withLock { $0 = false }
    let fault = try #require(throws: Fault.self) { try store.restore(from: folder.file("b.db")) }
    #expect(fault.kind == .exists)
    #expect(try other.keys(.everything) == ["late"])
  }

  @Test func `what is written while the old content is put aside is put aside too`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.db")
    let other = try Store.openOrCreate(path, busyTimeout: 0)
    try other.ingest([record("a")], in: folder)
    _ = try other.backUp(to: folder.file("b.db"))
    let input = try folder.write("late.ndjson", record("late"))
    let isWritten = Mutex(false)
    let names = folder.path
    let store = try Store.openOrCreate(
      path,
      isCancelled: {
        let isPutAside =
          (try? FileManager.default.contentsOfDirectory(atPath: names))?
          .contains { $0.hasPrefix(".s.db..") } ?? false
        isWritten.withLock { isWritten in
          guard isPutAside, !isWritten else { return }
          isWritten =
            (try? other.ingest(IngestRequest(type: responseType, sources: [.file(input)]))) != nil
        }
        return false
      })
    let report = try store.restore(from: folder.file("b.db"), overwrites: true)
    try #require(isWritten.withLock { $0 })
    #expect(try store.keys(.everything) == ["a"])
    let kept = try #require(report.kept)
    #expect(try Store.open(kept.path).keys(.everything) == ["a", "late"])
    #expect(try folder.names().filter { $0.contains("before-restore") }.count == 1)
  }

  @Test(arguments: ["cut", "changed"])
  func `a store that can't be read is put aside, and restored`(damage: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.db")
    let records = (0..<500).map { record("k\($0)", tags: #"{"n":"\#($0)"}"#) }
    _ = try Store.openOrCreate(path).ingest(records, in: folder)
    _ = try Store.open(path).backUp(to: folder.file("b.db"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    if damage == "cut" {
      bytes = bytes.prefix(bytes.count / 2)
    } else {
      for index in bytes.count / 4..<bytes.count - 8_192 { bytes[index] ^= 0x55 }
    }
    _ = try folder.write("s.db", bytes)
    #expect(try !Verification(ofStore: path).isGood)
    #expect(throws: Fault.self) { try Store.restore(from: folder.file("b.db"), into: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    let report = try Store.restore(from: folder.file("b.db"), into: path, overwrites: true)
    #expect(report.assets == 500 && report.kept == nil)
    let aside = try #require(report.damagedFile)
    #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
    #expect(try Verification(ofStore: path).isGood)
  }

  @Test func `a backup with a journal beside it is not taken`() throws {
    let folder = try TemporaryFolder()
    _ = try Store.openOrCreate(folder.file("s.db")).backUp(to: folder.file("b.db"))
    _ = try folder.write("b.db-journal", "a part of it")
    let fault = try #require(throws: Fault.self) {
      try Store.restore(from: folder.file("b.db"), into: folder.file("t.db"))
    }
    #expect(fault.kind == .damaged && fault.why.contains("b.db-journal"))
    #expect(try !folder.names().contains("t.db"))
  }

  @Test func `a backup is not restored into itself`() throws {
    let folder = try TemporaryFolder()
    _ = try Store.openOrCreate(folder.file("s.db")).backUp(to: folder.file("b.db"))
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db")))
    let fault = try #require(throws: Fault.self) {
      try Store.restore(from: folder.file("b.db"), into: folder.file("b.db"), overwrites: true)
    }
    #expect(fault.kind == .usage)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db"))) == before)
  }

  @Test func `what is no backup makes no store`() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("b.db", "not a store")
    #expect(throws: Fault.self) { try Store.restore(from: text, into: folder.file("s.db")) }
    #expect(try folder.names() == ["b.db"])
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
