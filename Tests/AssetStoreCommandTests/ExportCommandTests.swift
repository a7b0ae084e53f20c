import AssetFiles
import AssetJSON
import Foundation
import Testing
import TestSupport

@Suite struct ExportCommandTests {
  private func filled() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    return folder
  }

  @Test(arguments: ["ndjson", "csv"])
  func `a file a type is written, with digests, and read back unchanged`(format: String) throws {
    let folder = try filled()
    let out = folder.file("out")
    let outcome = try run("export", "--to", format, out, in: folder)
    #expect(outcome.messages == ["exported 5 assets, as of run 1: \(out)/manifest.json"])
    let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(names == ["\(responseType).\(format)", "manifest.json"])
    let manifest = try JSONValue(parsing: File.contents(of: "\(out)/manifest.json"), named: "it")
    #expect(manifest["assets"] == JSONValue(5) && manifest["run"] == JSONValue(1))
    let file = try #require(manifest["files"]?.array?.first)
    let (size, sha256) = try FileDigest.sha256(of: "\(out)/\(names[0])")
    #expect(file["bytes"]?.integer == size && file["sha256"]?.string == sha256)
    #expect(file["path"]?.string == names[0] && file["assets"]?.integer == 5)
    let again = try run("ingest", "--type", responseType, "\(out)/\(names[0])", in: folder)
    #expect(again.messages[0].contains("5 unchanged"))
  }

  @Test func `what is there is replaced with --force alone`() throws {
    let folder = try filled()
    let out = folder.file("out")
    let export = ["export", "--to", "postgres", out]
    #expect(try runAll(export, in: folder).exitCode == 0)
    let refused = try runAll(export, in: folder)
    #expect(refused.exitCode == 73 && refused.messages[0].contains("--force"))
    #expect(try runAll(export + ["--force"], in: folder).exitCode == 0)
    let changes = try runAll(export + ["--since", "1"], in: folder)
    #expect(
      changes.messages == ["exported 0 changed assets, 0 gone, as of run 1: \(out)/changes.sql"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out).sorted() == [
        "assets.sql", "changes.sql",
      ])
    let taken = try run("export", "--to", "csv", folder.file("s.db"), in: folder)
    #expect(taken.exitCode == 73)
    let nowhere = try run("export", "--to", "csv", folder.file("no/where"), in: folder)
    #expect(nowhere.exitCode == 66)
  }

  @Test func `only what is asked for is written`() throws {
    let folder = try filled()
    let all = try run("export", "--to", "postgres", in: folder)
    #expect(all.exitCode == 0 && all.output.hasPrefix("-- A store at run 1, all types"))
    let some = try run(
      "export", "--to", "postgres", "--type", "aws.*", "--where", "tags->'env' = 'staging'",
      in: folder)
    #expect(some.messages == ["exported 1 asset, as of run 1"])
    #expect(some.output.contains("resp3") && !some.output.contains("resp1"))
    let script = try run("export", "--to", "duckdb-script", in: folder)
    #expect(script.exitCode == 0 && script.output.contains("ATTACH '"))
    let there = folder.file("parquet")
    #expect(try run("export", "--to", "duckdb-script", there, in: folder).exitCode == 0)
    #expect(FileManager.default.fileExists(atPath: there + "/parquet.sql"))
  }

  @Test(arguments: [
    ["--to", "oracle"], [], ["--to", "ndjson"], ["--to", "csv", "-"],
    ["--to", "ndjson", "out", "--since", "1"], ["--to", "csv", "out", "--citus"],
    ["--to", "postgres", "--schema-only", "--data-only"],
    ["--to", "postgres", "--since", "1", "--data-only"],
    ["--to", "postgres", "--since", "1", "--account", "1"],
    ["--to", "postgres", "--since", "1", "--where", "tags ? 'k'"],
    ["--to", "postgres", "--since", "soon"], ["--to", "duckdb-script", "--where", "TRUE"],
    ["--to", "postgres", "--where", "owner = "], ["--to", "postgres", "--type", "aws..*x y"],
  ])
  func `what makes no sense is refused`(arguments: [String]) throws {
    let folder = try filled()
    let outcome = try runAll(["export"] + arguments, in: folder)
    #expect(outcome.exitCode == 64 && outcome.output.isEmpty, "\(outcome.messages)")
    #expect(try folder.names().filter { $0 == "out" } == [])
  }

  @Test func `a run or a type that is not there is missing`() throws {
    let folder = try filled()
    for arguments in [["--since", "7"], ["--type", "aws.ec2_instanse"], ["--type", "x.*"]] {
      let outcome = try runAll(["export", "--to", "postgres"] + arguments, in: folder)
      #expect(outcome.exitCode == 66 && outcome.output.isEmpty, "\(outcome.messages)")
    }
    let empty = try TemporaryFolder()
    #expect(try run("export", "--to", "postgres", in: empty).exitCode == 66)
  }
}
