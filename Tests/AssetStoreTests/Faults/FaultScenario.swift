import Foundation
import TestSupport

/// A command that writes, and the folder that it finds.
struct FaultScenario: CustomStringConvertible, Sendable {
  let name: String
  /// Run before, without a fault, in the folder.
  let preparation: [[String]]
  let command: [String]
  /// The file whose state counts: a store, or a backup.
  var file = "assets.db"
  /// Whether the store is damaged behind the preparation.
  var isDamaged = false
  /// Whether it is one of an older schema instead.
  var isOlder = false

  var description: String { name }

  private static let first = ["ingest", "--type", responseType, "first.ndjson"]
  private static let second = ["ingest", "--type", responseType, "second.ndjson"]
  private static let other = ["ingest", "--type", "aws.s3_bucket", "other.ndjson"]
  private static let backup = ["backup", "b.db"]

  static let all: [FaultScenario] = [
    .init(name: "ingest, a later one", preparation: [first, other], command: second),
    .init(
      name: "ingest --rejects", preparation: [first],
      command: [
        "ingest", "--type", responseType, "bad.ndjson", "second.ndjson", "--rejects", "r.ndjson",
      ]),
    .init(
      name: "types add, a new one", preparation: [first], command: ["types", "add", "t1.json"]),
    .init(
      name: "types add, a new definition",
      preparation: [
        ["types", "add", "t1.json"], ["ingest", "--type", "x.thing", "things.ndjson"], first,
      ], command: ["types", "add", "t2.json"]),
    .init(
      name: "ingest --snapshot", preparation: [first, other],
      command: second + ["--snapshot", "--allow-deletes", "99"]),
    .init(
      name: "delete", preparation: [first, other, second],
      command: ["delete", "tags->'env' = 'dev'", "--yes", "--allow-deletes", "99"]),
    .init(name: "undo", preparation: [first, other, second], command: ["undo", "3"]),
    .init(
      name: "prune", preparation: [first, second, first, other],
      command: ["prune", "--keep-runs", "1"]),
    .init(
      name: "types remove --force",
      preparation: [
        ["types", "add", "t1.json"], ["ingest", "--type", "x.thing", "things.ndjson"], first,
      ], command: ["types", "remove", "x.thing", "--force"]),
    .init(name: "reindex", preparation: [first, other, second], command: ["reindex"]),
    .init(name: "migrate", preparation: [], command: ["migrate"], isOlder: true),
    .init(name: "backup", preparation: [first, other], command: backup, file: "b.db"),
    .init(
      name: "backup --force", preparation: [first, backup, second],
      command: backup + ["--force"], file: "b.db"),
    .init(
      name: "restore, no store", preparation: [first, backup],
      command: ["restore", "b.db", "--store", "n.db"], file: "n.db"),
    .init(
      name: "restore --force", preparation: [first, backup, other, second],
      command: ["restore", "b.db", "--force"]),
    .init(
      name: "restore --force --no-keep", preparation: [first, backup, other, second],
      command: ["restore", "b.db", "--force", "--no-keep"]),
    .init(
      name: "restore --force, damaged", preparation: [first, backup],
      command: ["restore", "b.db", "--force"], isDamaged: true),
    .init(
      name: "restore --force --no-keep, damaged", preparation: [first, backup],
      command: ["restore", "b.db", "--force", "--no-keep"], isDamaged: true),
  ]

  /// Makes the folder that the command finds.
  func prepare(_ folder: borrowing TemporaryFolder) throws {
    let records = { (range: Range<Int>, env: String) in
      range.map {
        #"{"_key":"k\#($0)","account_id":"1","tags":{"env":"\#(env)","n":"\#($0)"}}"# + "\n"
      }
      .joined()
    }
    _ = try folder.write("first.ndjson", records(0..<60, "prod"))
    _ = try folder.write("second.ndjson", records(40..<90, "dev"))
    _ = try folder.write("other.ndjson", records(0..<30, "prod"))
    _ = try folder.write(
      "bad.ndjson", "{\"_key\":7.5,\"tags\":{\"a\":{}}}\n" + records(200..<203, "bad"))
    _ = try folder.write(
      "things.ndjson",
      (0..<20).map { #"{"_key":"t\#($0)","n":\#($0),"more":"m\#($0)"}"# + "\n" }.joined())
    let definition = { (fields: String) in
      #"{"name":"x.thing","fields":[{"name":"_key","data_type":"string"},\#(fields)]}"#
    }
    _ = try folder.write("t1.json", definition(#"{"name":"n","data_type":"int64"}"#))
    _ = try folder.write(
      "t2.json",
      definition(
        #"{"name":"n","data_type":"string"},{"name":"more","data_type":"string","indexed":true}"#))
    for arguments in preparation {
      let outcome = try runBinary(arguments, in: folder)
      guard outcome.exitCode == 0 else { throw Unprepared(errors: outcome.errors) }
    }
    if isDamaged {
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.file("assets.db")))
      try file.truncate(atOffset: file.seekToEnd() / 2)
    }
    if isOlder {
      let path = try OlderStore.make(3, in: folder)
      try FileManager.default.moveItem(atPath: path, toPath: folder.file("assets.db"))
    }
  }

  struct Unprepared: Error {
    let errors: String
  }
}
