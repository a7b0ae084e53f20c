import AssetFormats
import AssetStore
import Assets
import Foundation
import TestSupport
import Testing

@testable import SQLite

@Suite struct BackupTests {
  private func filledStore(_ folder: borrowing TemporaryFolder, _ name: String = "s.db") throws
    -> Store
  {
    let store = try Store.openOrCreate(folder.file(name))
    try store.ingest(
      (0..<50).map { record("k\($0)", tags: #"{"n":"\#($0)","é":"ü"}"#) }, in: folder)
    return store
  }

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

  @Test func `a flipped bit anywhere is found`() throws {
    let folder = try TemporaryFolder()
    _ = try filledStore(folder).backUp(to: folder.file("b.db"))
    let good = try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db")))
    var random = SeededGenerator(seed: 1)
    var missed: [Int] = []
    for _ in 0..<300 {
      let bit = Int.random(in: 0..<good.count * 8, using: &random)
      var bad = good
      bad[bit / 8] ^= 1 << UInt8(bit % 8)
      let path = try folder.write("bad.db", bad)
      let isFound = try !Verification(ofFile: path, requiresManifest: true).isGood
      // A page's unused middle, and header fields such as the change counter, say nothing of the content.
      if !isFound { missed.append(bit / 8) }
    }
    for offset in missed { #expect(isUnused(offset, of: good), "byte \(offset)") }
  }

  /// Whether a byte is in the free room of its page, or in the part of the file's header that holds counters.
  private func isUnused(_ offset: Int, of file: Data) -> Bool {
    let pageSize = Int(file[16]) << 8 | Int(file[17])
    let start = offset / pageSize * pageSize
    if offset < 100 { return true }
    let header = start + (start == 0 ? 100 : 0)
    guard [2, 5, 10, 13].contains(file[header]) else { return false }
    let count = Int(file[header + 3]) << 8 | Int(file[header + 4])
    let content = Int(file[header + 5]) << 8 | Int(file[header + 6])
    let pointers = header + (file[header] < 10 ? 12 : 8) + 2 * count
    let isFree = (pointers..<start + (content == 0 ? 65_536 : content)).contains(offset)
    return isFree || (header + 1..<header + 8).contains(offset)
  }

  @Test func `a row taken from a backup is no fault of its index`() throws {
    let folder = try TemporaryFolder()
    let path = try filledStore(folder).backUp(to: folder.file("b.db")).path
    let other = try Connection(path: path, .readWrite)
    try other.execute("DELETE FROM aws_apigatewayv2_integrationresponse WHERE _id = 2")
    let verification = try Verification(ofFile: path, requiresManifest: true)
    #expect(verification.checks.last?.name == "manifest" && !verification.isGood)
    #expect(!verification.isReindexable)
  }

  @Test func `a list of free pages that begins nowhere is found`() throws {
    let folder = try TemporaryFolder()
    _ = try filledStore(folder).backUp(to: folder.file("b.db"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db")))
    bytes[39] ^= 1
    #expect(try !Verification(ofFile: folder.write("bad.db", bytes)).isGood)
  }

  @Test func `a file cut short or with bytes left over is found`() throws {
    let folder = try TemporaryFolder()
    _ = try filledStore(folder).backUp(to: folder.file("b.db"))
    let good = try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db")))
    for bad in [Data(), good.prefix(1), good.prefix(99), good.dropLast(1), good + Data([0])] {
      let path = try folder.write("bad.db", Data(bad))
      #expect(try !Verification(ofFile: path).isGood)
    }
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END", "CREATE TABLE extra(a)",
    "CREATE VIEW extra AS SELECT 1", "DROP VIEW aws_apigatewayv2_integrationresponse_tags",
    "DELETE FROM run_files",
    "UPDATE aws_apigatewayv2_integrationresponse SET _key = 'x' WHERE _id = 1",
    "PRAGMA application_id = 7",
    "PRAGMA ignore_check_constraints = 1; UPDATE aws_apigatewayv2_integrationresponse SET tags = '[1]'",
    "DELETE FROM manifest",
  ])
  func `a backup that somebody has changed is not taken`(sql: String) throws {
    let folder = try TemporaryFolder()
    _ = try filledStore(folder).backUp(to: folder.file("b.db"))
    do {
      let connection = try Connection(path: folder.file("b.db"), .readWrite)
      try connection.execute(sql)
    }
    #expect(try !Verification(ofFile: folder.file("b.db"), requiresManifest: true).isGood)
    let other = try Store.openOrCreate(folder.file("other.db"))
    let fault = try #require(throws: Fault.self) { try other.restore(from: folder.file("b.db")) }
    #expect(fault.kind == .damaged)
    #expect(try other.info().assets == 0)
  }

  @Test func `text that is not what its column holds is found in a file that may only be read`()
    throws
  {
    let folder = try TemporaryFolder()
    _ = try filledStore(folder)
    do {
      let connection = try Connection(path: folder.file("s.db"), .readWrite)
      try connection.execute(
        "PRAGMA ignore_check_constraints = 1; UPDATE aws_apigatewayv2_integrationresponse SET tags = '[]'"
      )
    }
    let verification = try Verification(ofFile: folder.file("s.db"))
    #expect(verification.checks.last?.detail.hasPrefix("no object in tags") == true)
    #expect(throws: Fault.self) {
      try Store.open(folder.file("s.db")).backUp(to: folder.file("b.db"))
    }
  }

  @Test func `a backup of a newer program is not called damaged`() throws {
    let folder = try TemporaryFolder()
    _ = try filledStore(folder).backUp(to: folder.file("b.db"))
    do {
      let connection = try Connection(path: folder.file("b.db"), .readWrite)
      try connection.execute("PRAGMA user_version = 999")
    }
    let fault = try #require(throws: Fault.self) { try Verification(ofFile: folder.file("b.db")) }
    #expect(fault.kind == .schema)
  }
}
