import AssetCatalogue
import AssetFiles
import AssetJSON
import Assets
import AssetStore
import Foundation
import Testing
import TestSupport

@testable import AssetSQLite

@Suite struct BackupTests {
  @Test func `a backup is one verified file that says what it holds`() throws {
    let folder = try TemporaryFolder()
    let store = try filledStore(folder)
    let report = try store.backUp(to: folder.file("b.db"))
    #expect(report.assets == 50 && report.runs == 1)
    #expect(try FileDigest.sha256(of: folder.file("b.db")) == (report.size, report.sha256))
    #expect(try Verification(ofFile: folder.file("b.db"), requiresManifest: true).isGood)
    #expect(try !folder.names().contains { $0.hasPrefix("b.db-") || $0.hasSuffix(".tmp") })
    #expect(try FileSystem.status(folder.file("b.db"))?.permissions == 0o600)
  }

  @Test func `the digest is of the content, not of the pages or the runs`() throws {
    let folder = try TemporaryFolder()
    let one = try filledStore(folder, "one.db")
    let two = try Store.openOrCreate(folder.file("two.db"))
    try two.ingest((0..<20).map { record("k\($0)", tags: #"{"n":"\#($0)","é":"ü"}"#) }, in: folder)
    try two.ingest((20..<50).map { record("k\($0)", tags: #"{"n":"\#($0)","é":"ü"}"#) }, in: folder)
    let first = try one.backUp(to: folder.file("1.db"))
    let second = try two.backUp(to: folder.file("2.db"))
    #expect(first.contentDigest == second.contentDigest)
    try two.ingest([record("k7", tags: #"{"n":"8"}"#)], in: folder)
    #expect(try two.backUp(to: folder.file("3.db")).contentDigest != first.contentDigest)
  }

  @Test func `nothing is overwritten unless that is asked for`() throws {
    let folder = try TemporaryFolder()
    let store = try filledStore(folder)
    let target = try folder.write("b.db", "mine")
    let fault = try #require(throws: Fault.self) { try store.backUp(to: target) }
    #expect(fault.kind == .exists)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
    _ = try store.backUp(to: target, overwrites: true)
    #expect(try Verification(ofFile: target).isGood)
  }

  @Test(arguments: [false, true], ["-journal", "-wal"])
  func `a journal beside it would be taken for the backup's, and is refused`(
    overwrites: Bool, suffix: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = try filledStore(folder)
    if overwrites { _ = try store.backUp(to: folder.file("b.db")) }
    _ = try folder.write("b.db" + suffix, "what a killed writer left")
    let fault = try #require(throws: Fault.self) {
      try store.backUp(to: folder.file("b.db"), overwrites: overwrites)
    }
    #expect(fault.kind == .exists && fault.what.hasSuffix(suffix))
  }

  @Test func `no part of the store and nothing but a file is taken for a place to write to`() throws
  {
    let folder = try TemporaryFolder()
    let store = try filledStore(folder)
    for suffix in ["", "-journal", "-wal", "-shm"] {
      let fault = try #require(throws: Fault.self) {
        try store.backUp(to: folder.file("s.db" + suffix), overwrites: true)
      }
      #expect(fault.kind == .usage)
    }
    try #require(unsafe mkfifo(folder.file("pipe"), 0o600) == 0)
    let fault = try #require(throws: Fault.self) {
      try store.backUp(to: folder.file("pipe"), overwrites: true)
    }
    #expect(fault.kind == .exists)
  }

  @Test func `what gets the name while the backup is made is not overwritten`() throws {
    let folder = try TemporaryFolder()
    _ = try filledStore(folder)
    let target = folder.file("b.db")
    let store = try Store.open(
      folder.file("s.db"),
      isCancelled: {
        _ = try? Data("theirs".utf8).write(to: URL(fileURLWithPath: target))
        return false
      })
    try? FileManager.default.removeItem(atPath: target)
    let fault = try #require(throws: Fault.self) { try store.backUp(to: target) }
    #expect(fault.kind == .exists)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "theirs")
    #expect(try !folder.names().contains { $0.hasSuffix(".tmp") })
  }

  @Test func `a link is replaced, never written through`() throws {
    let folder = try TemporaryFolder()
    let store = try filledStore(folder)
    let victim = try folder.write("victim", "mine")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("b.db"), withDestinationPath: victim)
    #expect(throws: Fault.self) { try store.backUp(to: folder.file("b.db")) }
    _ = try store.backUp(to: folder.file("b.db"), overwrites: true)
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "mine")
    #expect(try FileSystem.status(folder.file("b.db"))?.isRegular == true)
  }

  @Test func `a backup is whole while another connection writes`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.db")
    let store = try filledStore(folder)
    let inputs = try (0..<20).map { round in
      try folder.write(
        "w\(round).ndjson", (0..<50).map { record("w\(round)-\($0)") + "\n" }.joined())
    }
    async let writing: Void = {
      let writer = try Store.openOrCreate(path, busyTimeout: 60_000)
      for input in inputs {
        _ = try writer.ingest(IngestRequest(type: responseType, sources: [.file(input)]))
      }
    }()
    for round in 0..<5 {
      let report = try store.backUp(to: folder.file("b\(round).db"))
      #expect(report.assets % 50 == 0)
      #expect(report.assets == report.runs * 50)
    }
    try await writing
    #expect(try store.backUp(to: folder.file("last.db")).assets == 1_050)
  }
}
