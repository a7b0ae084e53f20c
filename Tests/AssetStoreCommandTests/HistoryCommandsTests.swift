import Testing
import TestSupport

@testable import AssetStoreCommand

/// What was, what became of it, and how much of it is known.
@Suite struct HistoryCommandsTests {
  private func record(_ key: String, _ tags: String) -> String {
    #"{"_key":"\#(key)","account_id":"1","region":"r","tags":\#(tags)}"#
  }

  private func ingest(
    _ records: [String], _ options: [String] = [], in folder: borrowing TemporaryFolder
  ) throws -> CommandOutcome {
    let path = try folder.write("r.ndjson", records.map { $0 + "\n" }.joined())
    return try runAll(
      ["ingest", "--type", responseType, "--format", "ndjson", path] + options, in: folder)
  }

  /// A snapshot of ten assets, and one in which one has changed and one is gone.
  private func fill(_ folder: borrowing TemporaryFolder) throws {
    let records = (0..<10).map { record("k\($0)", #"{"owner":"a"}"#) }
    #expect(try ingest(records, ["--snapshot"], in: folder).exitCode == 0)
    #expect(
      try ingest([record("k0", "{}")] + records[1..<9], ["--snapshot"], in: folder).exitCode == 0)
  }

  @Test func `a run is shown with its files and what vanished`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let text = try run("runs", "show", "2", in: folder).output
    #expect(text.contains("0 inserted, 1 updated, 8 unchanged, 1 deleted, 0 rejected"))
    #expect(text.contains("vanished (1)\n  \(responseType) k9\n"))
    #expect(text.contains("sha256 "))
    let json = try run("runs", "show", "2", "-o", "ndjson", in: folder).output
    #expect(json.contains(#""vanished":[{"_type":"\#(responseType)","_key":"k9"}]"#))
    #expect(try run("runs", "show", "3", in: folder).exitCode == 66)
    #expect(try run("runs", "show", "x", in: folder).exitCode == 64)
    #expect(try run("runs", in: folder).lines.count == 2)
    #expect(try run("runs", "list", "-o", "csv", in: folder).output.contains(",ingest,"))
  }

  @Test func `a delete that finds nothing is no run`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    for options in [["--yes"], []] {
      let outcome = try runAll(["delete", "--key", "nobody"] + options, in: folder)
      #expect(outcome.exitCode == 0)
      #expect(outcome.messages == ["no asset was found, so none is deleted"])
    }
    #expect(try run("runs", in: folder).lines.count == 2)
  }

  @Test func `pruning says what it frees, and forgets it`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let dry = try run("prune", "--keep-runs", "1", "--dry-run", in: folder)
    #expect(
      dry.messages == ["would forget 0 versions of assets, 0 bytes; history begins with run 1"])
    #expect(try run("query", "--count", "--as-of", "1", in: folder).output == "10\n")
    _ = try ingest([record("k0", "{}")], in: folder)
    let outcome = try run("prune", "--keep-runs", "1", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages[0].hasPrefix("forgot 2 versions of assets, "))
    #expect(try run("query", "--count", "--as-of", "1", in: folder).exitCode == 66)
    #expect(try run("info", in: folder).output.contains("3, history from run 2 on"))
    for arguments in [
      ["prune"], ["prune", "--keep-runs", "0"],
      ["prune", "--keep-runs", "1", "--before", "2026-01-01"],
      ["prune", "--before", "yesterday"],
    ] {
      #expect(try runAll(arguments, in: folder).exitCode == 64, "\(arguments)")
    }
  }

  @Test func `a type is removed if it has no assets, or by force`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let refused = try run("types", "remove", responseType, in: folder)
    #expect(refused.exitCode == 76 && refused.messages[0].contains("--force"))
    let outcome = try run("types", "remove", responseType, "--force", in: folder)
    #expect(
      outcome.messages == [
        "run 3: removed \(responseType), 9 assets deleted; assetstore undo 3 brings it back"
      ])
    #expect(try run("undo", "3", in: folder).exitCode == 0)
    #expect(try run("query", "--count", in: folder).output == "9\n")
    #expect(try run("types", "remove", "x.none", in: folder).exitCode == 66)
  }

  @Test func `coverage tells of scopes and tags, and can fail`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let scopes = try run("coverage", "-o", "csv", "--exit-status", in: folder)
    #expect(scopes.exitCode == 0)
    #expect(scopes.lines[1].hasPrefix("\(responseType),1,r,9,2,"))
    #expect(scopes.lines[1].hasSuffix(",0"))
    let tags = try run("coverage", "--keys", "owner,env", "-o", "csv", in: folder)
    #expect(
      tags.lines == [
        "key,type,account_id,assets,have,empty,lack,unknown,cannot,percent",
        "owner,\(responseType),1,9,8,0,1,0,0,88.8", "env,\(responseType),1,9,0,0,9,0,0,0.0",
      ])
    #expect(tags.messages == ["owner: 88.8 % (8 of 9 assets)", "env: 0.0 % (0 of 9 assets)"])
    for (options, code) in [
      (["--keys", "owner", "--fail-under", "88"], 0),
      (["--keys", "owner", "--fail-under", "89"], 1),
      (["--keys", "owner", "--exit-status"], 1), (["--fail-under", "5"], 64),
      (["--keys", "owner", "--fail-under", "101"], 64), (["--keys", ","], 64),
      (["--type", "nobody.*"], 66),
    ] as [([String], Int32)] {
      #expect(try runAll(["coverage"] + options, in: folder).exitCode == code, "\(options)")
    }
    _ = try ingest([record("new", "{}")], in: folder)
    #expect(try run("coverage", "--exit-status", in: folder).exitCode == 0)
    _ = try ingest([#"{"_key":"n","account_id":"2","tags":{}}"#], in: folder)
    #expect(try run("coverage", "--exit-status", in: folder).exitCode == 1)
  }

  @Test func `differences are told in words to people, and in JSON to programs`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let table = try run("diff", "1", "-o", "markdown", in: folder)
    #expect(table.lines.contains("| changed | \(responseType) | k0 | tags.owner: a → none |"))
    #expect(table.messages == ["run 1 to run 2: 0 added, 1 removed, 1 changed"])
    let rows = try run("diff", "1", "-o", "ndjson", in: folder).output
    #expect(rows.contains(#""changes":[{"field":"tags","key":"owner","from":"a","to":null}]"#))
    let json = try run("diff", "1", "-o", "json", in: folder).output
    #expect(
      json.hasPrefix(#"{"from":1,"to":2,"summary":{"added":0,"removed":1,"changed":1},"added":[],"#)
    )
    let history = try run("history", "k0", "-o", "csv", in: folder)
    #expect(history.lines.count == 3)
    #expect(
      try run("history", "k0", "-o", "markdown", in: folder).output.contains(
        "| changed | tags.owner: a → none |"))
    #expect(try run("history", "nobody", in: folder).exitCode == 66)
  }

  @Test func `a file is compared with the store, or with another file`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let backup = folder.file("b.db")
    #expect(try run("backup", backup, in: folder).exitCode == 0)
    let same = try run("diff", backup, "--exit-status", in: folder)
    #expect(same.exitCode == 0 && same.output.isEmpty)
    _ = try ingest([record("k5", "{}"), record("new", "{}")], in: folder)
    let later = try run("diff", backup, "--summary", "-o", "csv", "--exit-status", in: folder)
    #expect(later.exitCode == 1)
    #expect(later.lines == ["type,added,removed,changed", "\(responseType),1,0,1"])
    #expect(later.messages[0].hasPrefix("\(backup) to "))
    #expect(
      try run("diff", "3", backup, "-o", "json", in: folder).output.contains(
        #""summary":{"added":0,"removed":1,"changed":1}"#))
    #expect(try run("diff", backup, backup, "--exit-status", in: folder).exitCode == 0)
    let wrong = try run("diff", "nothing.db", in: folder)
    #expect(wrong.exitCode == 64 && wrong.messages[0].contains("neither"))
    #expect(try run("diff", "1", "--tags-known", in: folder).exitCode == 64)
  }

  @Test func `SQL and queries ask what was, and what was not seen since`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let sql = "SELECT count(*) AS n FROM assets"
    #expect(try run("sql", sql, "--as-of", "1", "-o", "csv", in: folder).output == "n\n10\n")
    #expect(try run("sql", sql, "-o", "csv", in: folder).output == "n\n9\n")
    #expect(try run("sql", sql, "--as-of", "9", in: folder).exitCode == 66)
    _ = try ingest([record("k1", #"{"owner":"a"}"#)], in: folder)
    let old = ["--not-seen-since", "2"]
    #expect(try runAll(["query", "--count"] + old, in: folder).output == "8\n")
    #expect(try runAll(["delete"] + old + ["--allow-deletes", "8"], in: folder).exitCode == 0)
    #expect(try run("query", "--count", in: folder).output == "9\n")
    #expect(
      try run("query", "--fields", "_key,_last_seen", "--key", "k1", in: folder).output
        .contains(#""_last_seen":"20"#))
    #expect(
      try run("query", "--facet", "tags.owner", "--as-of", "1", "-o", "csv", in: folder).output
        .contains("tags.owner,a,10"))
  }

  @Test func `a provider's name of a type is known wherever a type is asked for`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let name = "AWS::ApiGatewayV2::IntegrationResponse"
    for arguments in [["query", "--count"], ["coverage"], ["history", "k0"], ["diff", "1"]] {
      let outcome = try runAll(arguments + ["--type", name], in: folder)
      #expect(outcome.exitCode == 0 && !outcome.output.isEmpty, "\(arguments): \(outcome.messages)")
      let unknown = try runAll(arguments + ["--type", "No::Such::Type"], in: folder)
      #expect([64, 66].contains(unknown.exitCode))
    }
  }

  @Test func `what was not seen is no question for PostgreSQL, and enough to delete by`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let explained = try run("query", "--not-seen-since", "1", "--explain", "postgres", in: folder)
    #expect(explained.exitCode == 64 && explained.messages[0].contains("--not-seen-since"))
    #expect(try run("delete", "--not-seen-since", "2", in: folder).exitCode == 0)
  }
}
