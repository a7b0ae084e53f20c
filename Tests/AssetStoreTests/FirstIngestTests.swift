import AssetFiles
import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetStore

@Suite("Store.ingest, first of all") struct FirstIngestTests {
  private func request(_ folder: borrowing TemporaryFolder) throws -> IngestRequest {
    let good = (0..<5_000).map { record("k\($0)") + "\n" }.joined()
    let path = try folder.write("records.ndjson", good + "{broken\n")
    return IngestRequest(type: responseType, sources: [.file(path)])
  }

  @Test func `one that fails leaves no store`() throws {
    let folder = try TemporaryFolder()
    let fault = try #require(throws: Fault.self) {
      _ = try Store.ingest(request(folder), into: folder.file("s.db"))
    }
    #expect(fault.kind == .input)
    #expect(try folder.names() == ["records.ndjson"])
  }

  @Test func `one that fails leaves what another process has put into the new store`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.db")
    let type = try AssetType(
      TypeName("x.other"), accountField: nil, keyTemplate: nil,
      fields: [Field("n", dataType: .int64)])
    let made = try Store.openOrCreate(path)
    _ = try Store.openOrCreate(path).add(type)
    made.removeIfUnused()
    #expect(try Store.open(path).types().contains { $0.name == type.name })
    // One that was there before is nobody's to remove.
    try Store.openOrCreate(path).removeIfUnused()
    #expect(exists(path))
  }

  @Test func `who has a store open that is replaced writes nothing into the old file`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try FileSystem.remove(folder.file("s.db"))
    let fault = try #require(throws: Fault.self) { try store.ingest([record("a")], in: folder) }
    #expect(fault.kind == .busy && fault.why.contains("put another file in its place"))
    _ = try Store.openOrCreate(folder.file("s.db")).ingest([record("b")], in: folder)
    #expect(throws: Fault.self) { try store.ingest([record("a")], in: folder) }
    #expect(try Store.open(folder.file("s.db")).keys(.everything) == ["b"])
  }

  @Test func `a path that SQLite can't open is refused before anything is made`() throws {
    let folder = try TemporaryFolder()
    var path = folder.path
    while path.utf8.count < 470 { path += "/" + String(repeating: "d", count: 100) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for open in [
      { _ = try Store.openOrCreate($0) }, { _ = try Store.open($0) },
      { _ = try Store.openOrCreate(folder.file("s.db")).backUp(to: $0) },
    ] {
      let fault = try #require(throws: Fault.self) { try open(path + "/s.db") }
      #expect(fault.kind == .usage && fault.why.contains("SQLite takes 460"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
    // There is room for the names that are made of a long one.
    let name = folder.path + "/" + String(repeating: "n", count: 240)
    let store = try Store.openOrCreate(name)
    try store.ingest([record("a")], in: folder)
    _ = try store.backUp(to: folder.path + "/" + String(repeating: "b", count: 247))
    #expect(try store.verify().isGood)
    #expect(throws: Fault.self) {
      _ = try Store.openOrCreate(folder.path + "/" + String(repeating: "n", count: 248))
    }
  }
}
