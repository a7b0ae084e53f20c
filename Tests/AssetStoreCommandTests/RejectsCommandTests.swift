import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Foundation
import Testing
import TestSupport

@testable import AssetStoreCommand

@Suite struct RejectsCommandTests {
  private static let export =
    #"{"_key":"a"}"# + "\n" + #"{"_key":"b","tags":{"x":{}}}"# + "\n"
    + #"{"_key":"c","content_handling_strategy":"BOGUS"}"# + "\n"

  private func ingest(
    _ options: String..., in folder: borrowing TemporaryFolder
  ) throws -> CommandOutcome {
    let path = try folder.write("in.ndjson", Self.export)
    return try runAll(["ingest", "--type", responseType] + options + [path], in: folder)
  }

  @Test func `rejects are told in the report, and by exit code 1`() throws {
    let folder = try TemporaryFolder()
    let outcome = try ingest("--rejects", folder.file("r"), in: folder)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.messages == [
        "run 1: 3 records: 2 inserted, 0 updated, 0 unchanged, 0 deleted, 1 rejected",
        "  rejected records, with reasons: \(folder.file("r"))",
        "  warning: content_handling_strategy.one_of (1): line 3: content_handling_strategy is "
          + "'BOGUS'; documented are CONVERT_TO_BINARY, CONVERT_TO_TEXT (apigatewayv2 "
          + "ContentHandlingStrategy)",
        "  warning: unknown-tags (2): no export has said which tags these assets of \(responseType) "
          + "have; feed one that lists them",
      ])
    let again = try ingest("--rejects", folder.file("r"), in: folder)
    #expect(again.exitCode == 73 && again.messages[0].contains("give --force to replace it"))
    #expect(try ingest("--rejects", folder.file("r"), "--force", in: folder).exitCode == 1)
  }

  @Test func `force replaces no other file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("r", "notes\n")
    #expect(try ingest("--rejects", path, "--force", in: folder).exitCode == 73)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "notes\n")
  }

  @Test func `a run of which nothing is left is exit code 65`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("in.ndjson", #"{"_key":"b","tags":{"x":{}}}"#)
    let outcome = try run(
      "ingest", "--type", responseType, "--rejects", folder.file("r"), path, in: folder)
    #expect(outcome.exitCode == 65)
  }

  @Test(arguments: [
    (#"{"_key":"a","tags":{}}"#, 0), (#"{"_key":"c","content_handling_strategy":"BOGUS"}"#, 1),
    (#"{"Items":[{"_key":"a"}],"NextToken":"x"}"#, 1),
  ])
  func `an exit status that is asked for tells of what is odd`(text: String, code: Int32) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("in.json", text)
    let arguments = ["ingest", "--type", responseType, path]
    #expect(try runAll(arguments, in: folder).exitCode == 0)
    #expect(try runAll(arguments + ["--exit-status"], in: folder).exitCode == code)
  }

  @Test func `a program is told where they are`() throws {
    let folder = try TemporaryFolder()
    let outcome = try ingest("--rejects", folder.file("r"), "--report", "json", in: folder)
    let report = try JSONValue(parsing: outcome.output.utf8, named: "the report")
    #expect(outcome.exitCode == 1 && report["rejected"]?.integer == 1)
    #expect(report["rejects_file"]?.string == folder.file("r"))
    #expect(report["files"]?.array?.first?["rejected"]?.integer == 1)
  }

  @Test func `too many of them are exit code 65 too, and nothing is kept`() throws {
    let folder = try TemporaryFolder()
    let outcome = try ingest(
      "--rejects", folder.file("r"), "--max-rejects", "0", in: folder)
    #expect(outcome.exitCode == 65 && outcome.messages.count == 1)
    #expect(outcome.messages[0].contains("more than 0 records were refused"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("r")))
    #expect(try runAll(["query", "--count"], in: folder).exitCode == 66)
  }

  @Test func `strictly, a run without rejects ends at the first value outside of a rule`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("in.ndjson", #"{"_key":"c","content_handling_strategy":"BOGUS"}"#)
    let outcome = try run("ingest", "--type", responseType, "--strict", path, in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.messages[0].contains("line 1, byte 41: content_handling_strategy is 'BOGUS'"))
  }

  @Test(arguments: [
    ["--max-rejects", "1"], ["--rejects", "r", "--max-rejects", "-1"], ["--record-limit", "0"],
    ["--record-limit", "2G"], ["--record-limit", "x"], ["--record-limit", "99999999999999999999G"],
  ])
  func `what makes no sense is refused`(options: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try runAll(["ingest", "--type", responseType] + options + ["in"], in: folder)
    #expect(outcome.exitCode == 64)
  }

  @Test func `a record larger than the limit is refused, and taken with a higher one`() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "x", count: 3_000)
    let path = try folder.write("in.ndjson", #"{"_key":"a","region":"\#(long)"}"# + "\n")
    let few = try run(
      "ingest", "--type", responseType, "--record-limit", "2k", path, in: folder)
    #expect(few.exitCode == 65)
    #expect(few.messages[0].contains("a record is larger than 2048 bytes"))
    #expect(few.messages[0].contains("--record-limit"))
    #expect(
      try run("ingest", "--type", responseType, "--record-limit", "4K", path, in: folder).exitCode
        == 0)
  }

  @Test(arguments: OutputFormat.allCases)
  func `lint says the same in every format`(format: OutputFormat) throws {
    let folder = try TemporaryFolder()
    _ = try ingest("--rejects", folder.file("r"), in: folder)
    let outcome = try run("lint", "-o", format.rawValue, in: folder)
    #expect(outcome.exitCode == 0)
    for part in ["content_handling_strategy.one_of", "BOGUS"] {
      #expect(outcome.output.contains(part), "\(format)")
    }
    #expect(try run("lint", "--exit-status", in: folder).exitCode == 1)
    #expect(try run("lint", "--exit-status", "--key", "a", in: folder).exitCode == 0)
    #expect(try run("lint", "_key = 'c'", "-o", "ndjson", in: folder).lines.count == 1)
    #expect(try run("lint", "--type", "aws.*", "-o", "ndjson", in: folder).lines.count == 1)
  }
}
