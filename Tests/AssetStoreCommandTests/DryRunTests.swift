import AssetJSON
import Testing
import TestSupport

/// What a run would do is told, and not done.
@Suite struct DryRunTests {
  private func ingest(
    _ records: [String], _ options: String..., in folder: borrowing TemporaryFolder
  ) throws -> CommandOutcome {
    let path = try folder.write("in.ndjson", records.map { $0 + "\n" }.joined())
    return try runAll(
      ["ingest", "--type", responseType, "--format", "ndjson", path] + options, in: folder)
  }

  private func record(_ key: String, env: String) -> String {
    #"{"_key":"\#(key)","account_id":"1","region":"r","tags":{"env":"\#(env)"}}"#
  }

  @Test func `the assets that would be added, changed and removed are shown`() throws {
    let folder = try TemporaryFolder()
    _ = try ingest(["a", "b", "c"].map { record($0, env: "x") }, in: folder)
    let next = [record("a", env: "x"), record("b", env: "y"), record("d", env: "x")]
    let options = ["--snapshot", "--allow-deletes", "1"]
    let dry = try runAll(
      ["ingest", "--type", responseType, "--dry-run", "--diff"] + options
        + [folder.write("next.ndjson", next.map { $0 + "\n" }.joined())], in: folder)
    #expect(dry.exitCode == 0)
    #expect(dry.messages[0].hasPrefix("dry run: 3 records: 1 inserted, 1 updated, 1 unchanged, 1"))
    let shown = Set(dry.lines.map(String.init))
    // A run that is kept says the same of itself.
    _ = try runAll(
      ["ingest", "--type", responseType] + options + [folder.file("next.ndjson")], in: folder)
    let diff = try run("diff", "1", in: folder)
    #expect(Set(diff.lines.map(String.init)) == shown && shown.count == 3)
  }

  @Test func `nothing is kept, and no store is made`() throws {
    let folder = try TemporaryFolder()
    let outcome = try ingest(
      [record("a", env: "x")], "--dry-run", "--diff", "--report", "json", in: folder)
    #expect(outcome.exitCode == 0)
    let report = try JSONValue(parsing: outcome.output.utf8, named: "the report")
    #expect(report["run"] == .null && report["inserted"]?.integer == 1)
    #expect(report["diff"]?["added"]?.array?.first?["_key"]?.string == "a")
    #expect(try folder.names() == ["in.ndjson"])
    #expect(try ingest([record("a", env: "x")], "--diff", in: folder).exitCode == 64)
  }

  @Test func `what is unchanged is not shown`() throws {
    let folder = try TemporaryFolder()
    for isDry in [false, true] {
      let outcome = try runAll(
        ["ingest", "--type", responseType, fixture("inventory.ndjson")]
          + (isDry ? ["--dry-run", "--diff"] : []), in: folder)
      #expect(outcome.exitCode == 0 && outcome.output.isEmpty)
    }
    #expect(try run("runs", in: folder).lines.count == 1)
  }
}
