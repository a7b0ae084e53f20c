import AssetSQLite
import Foundation
import Testing
import TestSupport

/// What each command does with a store, or a backup, that an older program wrote.
@Suite struct OlderStoreTests {
  private func make(isBackup: Bool = false, in folder: borrowing TemporaryFolder) throws {
    let connection = try Connection(path: folder.write("s.db", ""), access: .readWrite)
    try connection.execute(
      String(contentsOfFile: fixture("stores/schema-4.sql"), encoding: .utf8))
    try connection.execute("PRAGMA user_version = 4")
    if !isBackup { try connection.execute("DELETE FROM manifest") }
  }

  private func bytes(_ folder: borrowing TemporaryFolder) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder.file("s.db")))
  }

  private static let records = #"{"_key":"new","tags":{}}"#
  private static let readers = [
    ["query"], ["sql", "SELECT 1"], ["info"], ["runs"], ["lint"], ["coverage"], ["history", "a"],
    ["diff", "1"], ["backup", "b.db"], ["delete", "--untagged"],
    ["prune", "--keep-runs", "1", "--dry-run"],
    ["ingest", "--dry-run", "--type", responseType, "r.json"],
  ]
  private static let writers = [
    ["ingest", "--type", responseType, "r.json"], ["delete", "--untagged", "--yes"], ["undo", "1"],
    ["prune", "--keep-runs", "1"], ["types", "add", "t.json"],
    ["types", "remove", "x.thing", "--force"], ["reindex"], ["migrate"],
  ]

  private func arguments(
    _ words: [String], in folder: borrowing TemporaryFolder
  ) throws -> [String] {
    _ = try folder.write("r.json", Self.records)
    _ = try folder.write(
      "t.json", #"{"name":"y.thing","fields":[{"name":"_key","data_type":"string"}]}"#)
    return words.map { $0.contains(".json") || $0.hasSuffix(".db") ? folder.file($0) : $0 }
  }

  @Test(arguments: readers)
  func `what only looks leaves it as it is, and says how to bring it up to date`(
    words: [String]
  ) throws {
    let folder = try TemporaryFolder()
    try make(in: folder)
    let before = try bytes(folder)
    let outcome = try runAll(arguments(words, in: folder), in: folder)
    #expect(outcome.exitCode == 78)
    #expect(outcome.messages.joined().contains("assetstore migrate --store"))
    #expect(try bytes(folder) == before)
  }

  @Test(arguments: writers)
  func `what writes brings it up to date`(words: [String]) throws {
    let folder = try TemporaryFolder()
    try make(in: folder)
    let outcome = try runAll(arguments(words, in: folder), in: folder)
    // What runs before the migration changed is not known.
    #expect(outcome.exitCode == (words[0] == "undo" ? 66 : 0), "\(outcome.messages)")
    #expect(try run("query", "--count", in: folder).exitCode == 0)
    #expect(try run("verify", in: folder).exitCode == 0)
  }

  @Test(arguments: readers + writers)
  func `a backup is not written to, and whoever reads it is told to restore it`(
    words: [String]
  ) throws {
    let folder = try TemporaryFolder()
    try make(isBackup: true, in: folder)
    let before = try bytes(folder)
    let outcome = try runAll(arguments(words, in: folder), in: folder)
    #expect(outcome.exitCode == (Self.writers.contains(words) ? 76 : 78))
    #expect(outcome.messages.joined().contains("assetstore restore"))
    #expect(try bytes(folder) == before)
  }

  @Test(arguments: writers.dropFirst())
  func `only what brings assets or types makes a store`(words: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try runAll(arguments(words, in: folder), in: folder)
    let makes = words.prefix(2) == ["types", "add"]
    #expect(outcome.exitCode == (makes ? 0 : 66))
    #expect(FileManager.default.fileExists(atPath: folder.file("s.db")) == makes)
  }

  @Test func `a migration says that values may be there in parts, and a store of today has none`()
    throws
  {
    let folder = try TemporaryFolder()
    try make(in: folder)
    let note = "split values of tags at their commas"
    #expect(try runAll(["migrate"], in: folder).messages.joined().contains(note))
    let other = try TemporaryFolder()
    _ = try other.write("r.json", #"{"_key":"new","tags":{"team":["a","b"]}}"#)
    _ = try runAll(["ingest", "--type", responseType, other.file("r.json")], in: other)
    let outcome = try runAll(["migrate"], in: other)
    #expect(outcome.exitCode == 0 && !outcome.messages.joined().contains(note))
  }
}
