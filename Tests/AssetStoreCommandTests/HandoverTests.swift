import Foundation
import Testing
import TestSupport

/// What goes out of a store, and comes back.
@Suite("Backup, verify, restore") struct HandoverTests {
  private func filled() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    return folder
  }

  @Test func `the bytes of a backup are held against what backup said of them`() throws {
    let folder = try filled()
    let report = try run("backup", folder.file("b.db"), in: folder)
    let digest = try #require(report.messages.last?.split(separator: " ").last).description
    let good = try run("verify", folder.file("b.db"), "--sha256", digest.uppercased(), in: folder)
    #expect(good.exitCode == 0)
    let other = String(repeating: "0", count: 64)
    let bad = try run(
      "verify", folder.file("b.db"), "--sha256", other, "-o", "csv", in: folder)
    #expect(bad.exitCode == 1 && bad.output.contains("sha256,false,it is \(digest)"))
    #expect(try run("verify", "--sha256", digest, in: folder).exitCode == 64)
    #expect(try run("verify", folder.file("b.db"), "--sha256", "12", in: folder).exitCode == 64)
  }

  @Test func `a file that is no backup is told so before anything is said of --force`() throws {
    let folder = try filled()
    let text = try folder.write("text.db", "no store")
    let outcome = try run("restore", text, in: folder)
    #expect(outcome.exitCode == 65 && outcome.messages[0].contains("it is no SQLite file"))
    _ = try run("backup", folder.file("b.db"), in: folder)
    let refused = try run("restore", folder.file("b.db"), in: folder)
    #expect(refused.exitCode == 73 && refused.messages[0].contains("--force"))
  }

  @Test(arguments: ["csv", "ndjson", "json", "tsv"])
  func `what query writes comes back unchanged, extra fields and nulls too`(format: String) throws {
    let folder = try TemporaryFolder()
    let definition = try folder.write(
      "t.json",
      #"{"name":"x.thing","fields":[{"name":"_key","data_type":"string"},{"name":"conf","data_type":"json"},{"name":"names","data_type":"array<string>"}]}"#
    )
    _ = try run("types", "--store", folder.file("s.db"), "add", definition, in: folder)
    let records = try folder.write(
      "r.ndjson",
      #"{"_key":"a","conf":null,"left":{"over":[1,"x",null]},"_more":1.50}"# + "\n"
        + #"{"_key":"b","conf":{"a":null},"names":["x",null]}"# + "\n" + #"{"_key":"c"}"# + "\n")
    _ = try run("ingest", "--type", "x.thing", records, in: folder)
    for _ in 0..<2 {
      let output = try run("query", "--type", "x.thing", "-o", format, in: folder).output
      let export = try folder.write("export", output)
      let again = try run("ingest", "--type", "x.thing", export, in: folder)
      #expect(again.messages[0].contains("0 inserted, 0 updated, 3 unchanged"), "\(again.messages)")
    }
    let missing = try run("query", "--type", "x.thing", "conf IS NULL", "--count", in: folder)
    #expect(missing.output == "2\n")
  }

  @Test func `a JSON null in a cell is the same as an empty one`() throws {
    let folder = try TemporaryFolder()
    let definition = try folder.write(
      "t.json",
      #"{"name":"x.thing","fields":[{"name":"_key","data_type":"string"},{"name":"conf","data_type":"json"}]}"#
    )
    _ = try run("types", "add", definition, in: folder)
    let table = try folder.write("t.csv", "_key,conf\na,null\nb,\nc,\"\"\nd,\"\"\"null\"\"\"\n")
    _ = try run("ingest", "--type", "x.thing", table, in: folder)
    let missing = try run("query", "--type", "x.thing", "conf IS NULL", "--count", in: folder)
    #expect(missing.output == "3\n")
  }

  @Test func `types are shown without a store`() throws {
    let folder = try TemporaryFolder()
    for arguments in [["types"], ["types", "show", responseType], ["formats"]] {
      let outcome = try runAll(arguments, in: folder)
      #expect(outcome.exitCode == 0 && outcome.messages.isEmpty)
    }
    let named = try run("types", "--store", folder.file("none.db"), in: folder)
    #expect(named.exitCode == 0 && named.messages[0].contains("there is no store"))
  }

  @Test func `a report that can't be written says that the run is kept`() throws {
    let folder = try TemporaryFolder()
    guard let full = FileHandle(forWritingAtPath: "/dev/full") else { return }
    let outcome = try runBinary(
      ["ingest", "--type", responseType, fixture("inventory.ndjson"), "--report", "json"],
      in: folder, output: full)
    #expect(outcome.exitCode == 74 && outcome.errors.contains("run 1 is in the store"))
    #expect(try runBinary(["query", "--count"], in: folder).output == "5\n")
    let backup = try runBinary(["backup", "b.db", "--report", "json"], in: folder, output: full)
    #expect(backup.exitCode == 74 && backup.errors.contains("the backup is in"))
    #expect(try runBinary(["verify", "b.db"], in: folder).exitCode == 0)
  }

  @Test(.timeLimit(.minutes(5))) func `a reader that stalls lets go of the first request to stop`()
    throws
  {
    let folder = try TemporaryFolder()
    let records = (0..<20_000).map { #"{"_key":"k\#($0)","tags":{"n":"\#($0)"}}"# + "\n" }.joined()
    let path = try folder.write("many.ndjson", records)
    _ = try runBinary(["ingest", "--type", responseType, path], in: folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binaryPath())
    process.arguments = ["query"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let (stalled, errors) = (Pipe(), Pipe())
    process.standardOutput = stalled
    process.standardError = errors
    try process.run()
    // It has begun to write, and fills the pipe.
    _ = try stalled.fileHandleForReading.read(upToCount: 1)
    Thread.sleep(forTimeInterval: 0.5)
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }
}
