import Assets
import AssetStore
import Foundation
import Testing
import TestSupport

@testable import AssetSQLite

/// What is not whole, or has been changed, is found.
@Suite struct BackupDamageTests {
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
      || isFreed(offset, of: file, page: start, header: header)
  }

  /// Whether a byte is in one of the pieces of a page that were used before, which are a list: each begins with the
  /// place of the next and its size.
  private func isFreed(_ offset: Int, of file: Data, page: Int, header: Int) -> Bool {
    var place = Int(file[header + 1]) << 8 | Int(file[header + 2])
    while place != 0 {
      let start = page + place
      let size = Int(file[start + 2]) << 8 | Int(file[start + 3])
      if (start..<start + size).contains(offset) { return true }
      place = Int(file[start]) << 8 | Int(file[start + 1])
    }
    return false
  }

  @Test func `a row taken from a backup is no fault of its index`() throws {
    let folder = try TemporaryFolder()
    let path = try filledStore(folder).backUp(to: folder.file("b.db")).path
    let other = try Connection(path: path, access: .readWrite)
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
      let connection = try Connection(path: folder.file("b.db"), access: .readWrite)
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
      let connection = try Connection(path: folder.file("s.db"), access: .readWrite)
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
      let connection = try Connection(path: folder.file("b.db"), access: .readWrite)
      try connection.execute("PRAGMA user_version = 999")
    }
    let fault = try #require(throws: Fault.self) { try Verification(ofFile: folder.file("b.db")) }
    #expect(fault.kind == .schema)
  }
}
