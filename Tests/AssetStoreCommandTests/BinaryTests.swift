import Foundation
import Testing
import TestSupport

/// The real binary, each subcommand at least once.
@Suite struct BinaryTests {
  @Test func `the main job, from ingest to restore`() throws {
    let folder = try TemporaryFolder()
    let records = try String(contentsOfFile: fixture("inventory.ndjson"), encoding: .utf8)
    let ingest = try runBinary(["ingest", "--type", responseType, "-"], in: folder, input: records)
    #expect(ingest.exitCode == 0 && ingest.errors.contains("5 inserted"))
    #expect(try runBinary(["query", "--tag", "env=prod", "--count"], in: folder).output == "3\n")
    #expect(try runBinary(["info", "-o", "json"], in: folder).output.contains(#""assets":5"#))
    #expect(try runBinary(["types"], in: folder).output.contains(responseType))
    #expect(try runBinary(["types", "show", responseType, "-o", "json"], in: folder).exitCode == 0)
    #expect(try runBinary(["runs", "-o", "csv"], in: folder).output.contains(",5,0,0,0,0,false,"))
    #expect(try runBinary(["migrate"], in: folder).exitCode == 0)
    #expect(try runBinary(["backup", "b.db"], in: folder).errors.contains("5 assets, 1 run,"))
    #expect(try runBinary(["backup", "b.db"], in: folder).exitCode == 73)
    #expect(try runBinary(["verify", "b.db"], in: folder).exitCode == 0)
    #expect(try runBinary(["restore", "b.db"], in: folder).exitCode == 73)
    #expect(try runBinary(["restore", "b.db", "--store", "c.db"], in: folder).exitCode == 0)
    #expect(try runBinary(["query", "--count", "--store", "c.db"], in: folder).output == "5\n")
    #expect(try folder.names() == ["assets.db", "b.db", "c.db"])
  }

  @Test func `damage is exit code 1, with the check that found it`() throws {
    let folder = try TemporaryFolder()
    _ = try runBinary(["ingest", "--type", responseType, fixture("inventory.ndjson")], in: folder)
    _ = try runBinary(["backup", "b.db"], in: folder)
    let file = try #require(FileHandle(forUpdatingAtPath: folder.file("b.db")))
    let size = try file.seekToEnd()
    try file.truncate(atOffset: size - 1)
    let outcome = try runBinary(["verify", "b.db", "-o", "json"], in: folder)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains(#"{"ok":false,"checks":["#))
    #expect(outcome.output.contains(#"{"check":"file","ok":false"#))
    #expect(try runBinary(["verify", "none.db"], in: folder).exitCode == 66)
  }

  @Test func `a reader that goes away ends it quietly, a full disk does not`() throws {
    let folder = try TemporaryFolder()
    _ = try runBinary(["ingest", "--type", responseType, fixture("inventory.ndjson")], in: folder)
    let closed = Pipe()
    try closed.fileHandleForReading.close()
    let quiet = try runBinary(["query"], in: folder, output: closed.fileHandleForWriting)
    #expect(quiet.exitCode == 0 && quiet.errors.isEmpty)
    if let full = FileHandle(forWritingAtPath: "/dev/full") {
      let outcome = try runBinary(["query"], in: folder, output: full)
      #expect(outcome.exitCode == 74 && outcome.errors.hasPrefix("error: standard output: "))
    }
  }

  @Test func `the next command after a kill finds the store as it was`() throws {
    let folder = try TemporaryFolder()
    _ = try runBinary(["ingest", "--type", responseType, fixture("inventory.ndjson")], in: folder)
    let records = (0..<60_000).map { #"{"_key":"k\#($0)","tags":{"n":"\#($0)"}}"# + "\n" }.joined()
    let path = try folder.write("many.ndjson", records)
    for delay in [20, 60, 120] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c",
        "\(binaryPath()) ingest --store \(folder.file("assets.db")) --type \(responseType) \(path) 2>/dev/null & "
          + "sleep 0.\(delay < 100 ? "0" : "")\(delay); kill -9 $!; wait $! 2>/dev/null; true",
      ]
      try process.run()
      process.waitUntilExit()
      let count = try runBinary(["query", "--count"], in: folder).output
      #expect(count == "5\n" || count == "60005\n")
      #expect(try runBinary(["verify"], in: folder).exitCode == 0)
    }
  }

  @Test(.timeLimit(.minutes(5))) func `who gives up waiting is told which process has the store`()
    throws
  {
    let folder = try TemporaryFolder()
    _ = try runBinary(["ingest", "--type", responseType, fixture("inventory.ndjson")], in: folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binaryPath())
    process.arguments = ["ingest", "--type", responseType, "-"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let (input, errors) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardError = errors
    try process.run()
    let records = (0..<20_000).map { #"{"_key":"k\#($0)"}"# + "\n" }.joined()
    input.fileHandleForWriting.write(Data(records.utf8))
    var message = ""
    while !message.contains("is writing to the store") {
      message = try runBinary(
        ["ingest", "--type", responseType, fixture("inventory.ndjson"), "--busy-timeout", "10"],
        in: folder
      ).errors
    }
    #if os(Linux)
      #expect(
        message.contains("(assetstore, process \(process.processIdentifier), at work since 20"))
    #endif
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }

  @Test func `the version names the engine`() throws {
    let folder = try TemporaryFolder()
    #expect(try runBinary(["--version"], in: folder).output.contains("SQLite 3."))
  }
}
