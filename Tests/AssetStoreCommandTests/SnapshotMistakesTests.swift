import Testing
import TestSupport

@testable import AssetStoreCommand

/// Exports that are not what they are taken for: nothing vanishes unnoticed.
@Suite struct SnapshotMistakesTests {
  private let regions = ["eu-west-1", "us-east-1", "us-west-2"]

  private func queue(_ account: String, _ region: String, _ number: Int) -> String {
    #"{"QueueArn":"arn:aws:sqs:\#(region):\#(account):q\#(number)","tags":{"n":"\#(number)"}}"#
  }

  private func write(
    _ records: [String], _ folder: borrowing TemporaryFolder, tail: String = "]"
  ) throws -> String {
    try folder.write("queues.json", "[" + records.joined(separator: ",\n") + tail)
  }

  private func ingest(
    _ path: String, _ options: [String] = [], in folder: borrowing TemporaryFolder
  ) throws -> CommandOutcome {
    try runAll(
      ["ingest", "--type", "aws.sqs_queue", path, "--snapshot", "--report", "json"] + options,
      in: folder)
  }

  /// Two accounts with ten queues in each of three regions.
  private func fill(_ folder: borrowing TemporaryFolder) throws {
    let records = ["111111111111", "222222222222"].flatMap { account in
      regions.flatMap { region in (0..<10).map { queue(account, region, $0) } }
    }
    let outcome = try ingest(write(records, folder), in: folder)
    try #require(outcome.exitCode == 0, "\(outcome)")
  }

  private func count(_ folder: borrowing TemporaryFolder) throws -> Int {
    let text = try run("query", "--count", in: folder).output
    return Int(text.dropLast()) ?? -1
  }

  @Test func `one region's export says nothing of the others`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let records = (1..<10).map { queue("111111111111", "us-east-1", $0) }
    let outcome = try ingest(write(records, folder), in: folder)
    #expect(outcome.exitCode == 0)
    let gone = #"{"_type":"aws.sqs_queue","_key":"aws:arn:aws:sqs:us-east-1:111111111111:q0"}"#
    #expect(outcome.output.contains(#""vanished":[\#(gone)]"#))
    #expect(try count(folder) == 59)
    #expect(try run("runs", "show", "2", "-o", "ndjson", in: folder).output.contains(gone))
  }

  @Test func `an account's empty export needs its scope, and leave`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let path = try write([], folder)
    #expect(try ingest(path, in: folder).exitCode == 65)
    let scope = ["--scope", "type=aws.sqs_queue,account=222222222222"]
    let refused = try ingest(path, scope, in: folder)
    #expect(refused.exitCode == 76 && refused.messages[0].contains("--allow-deletes 30"))
    #expect(try count(folder) == 60)
    let outcome = try ingest(path, scope + ["--allow-deletes", "30"], in: folder)
    #expect(outcome.exitCode == 0 && outcome.output.contains(#""deleted":30"#))
    #expect(
      outcome.output.contains(
        #""types":[{"type":"aws.sqs_queue","inserted":0,"updated":0,"unchanged":0,"deleted":30,"#))
    #expect(try count(folder) == 30)
    let coverage = try run("coverage", "--account", "222222222222", "-o", "csv", in: folder)
    #expect(coverage.lines.dropFirst().allSatisfy { $0.contains(",0,,,2,") && $0.hasSuffix(",0") })
    #expect(coverage.lines.count == 4)
  }

  @Test func `a truncated, partial or rejected export is no snapshot`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let records = (0..<9).map { queue("111111111111", "us-east-1", $0) }
    let cut = try ingest(write(records, folder, tail: #",{"QueueArn":"arn:aw"#), in: folder)
    #expect(cut.exitCode == 65)
    let page = try folder.write(
      "page.json", #"{"Queues":[\#(records.joined(separator: ","))],"NextToken":"x"}"#)
    #expect(try ingest(page, in: folder).exitCode == 76)
    let bad = try write(records + [#"{"QueueArn":7.5,"tags":{"a":{}}}"#], folder)
    let rejected = try ingest(
      bad, ["--rejects", folder.file("rejects.ndjson"), "--allow-deletes", "60"], in: folder)
    #expect(rejected.exitCode == 76 && rejected.messages[0].contains("refused"))
    #expect(try count(folder) == 60)
    #expect(try run("runs", in: folder).lines.count == 1)
  }

  @Test func `two accounts in one file are held apart`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let records =
      (1..<10).map { queue("111111111111", "us-east-1", $0) }
      + (0..<9).map { queue("222222222222", "us-west-2", $0) }
    let outcome = try ingest(write(records, folder), in: folder)
    #expect(outcome.exitCode == 0 && outcome.output.contains(#""deleted":2"#))
    #expect(try count(folder) == 58)
    let few = try ingest(
      write(records + (0..<7).map { queue("222222222222", "us-east-1", $0) }, folder), in: folder)
    #expect(few.exitCode == 76)
    #expect(few.messages[0].contains("account 222222222222, region us-east-1"))
    #expect(try count(folder) == 58)
  }

  @Test func `the wrong account is told, and takes nothing from the right one`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let path = try write((0..<9).map { queue("222222222222", "us-east-1", $0) }, folder)
    let contradicted = try ingest(path, ["--account", "111111111111"], in: folder)
    #expect(contradicted.exitCode == 65)
    #expect(
      contradicted.messages[0].contains("111111111111")
        && contradicted.messages[0].contains("222222222222"))
    let scoped = try ingest(
      path, ["--scope", "type=aws.sqs_queue,account=111111111111"], in: folder)
    #expect(scoped.exitCode == 76)
    let allowed = try ingest(
      path,
      ["--scope", "type=aws.sqs_queue,account=111111111111", "--allow-deletes", "30"],
      in: folder)
    #expect(allowed.output.contains("outside-scope"))
    #expect(allowed.output.contains("account 222222222222, region us-east-1"))
    #expect(try run("undo", "2", in: folder).exitCode == 0)
    #expect(try count(folder) == 60)
  }

  @Test func `a scope that a type can't have is refused, and not all of the type`() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let path = try folder.write("roles.json", "[]")
    _ = try run(
      "ingest", "--type", "aws.iam_role", "--report", "json",
      folder.write(
        "role.json", #"[{"Arn":"arn:aws:iam::111111111111:role/a","RoleName":"a","Tags":[]}]"#),
      in: folder)
    let refused = try run(
      "ingest", "--type", "aws.iam_role", path, "--snapshot", "--allow-deletes", "9", "--scope",
      "type=aws.iam_role,region=us-east-1", in: folder)
    #expect(refused.exitCode == 64)
    #expect(try count(folder) == 61)
  }
}
