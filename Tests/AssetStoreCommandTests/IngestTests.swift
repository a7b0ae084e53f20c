import AssetFiles
import AssetJSON
import AssetOutput
import Testing
import TestSupport

@Suite struct IngestTests {
  private func ingest(
    _ text: String, in folder: borrowing TemporaryFolder
  ) throws -> CommandOutcome {
    try run("ingest", "--type", responseType, folder.write("r.json", text), in: folder)
  }

  @Test(arguments: [
    (
      "aws.s3_bucket",
      #"{"Reservations":[{"OwnerId":"111122223333","Instances":[{"InstanceId":"i-1"}]}]}"#
    ),
    ("aws.ec2_subnet", #"{"Vpcs":[{"VpcId":"vpc-1"}]}"#),
    ("gcp.storage_bucket", #"{"Buckets":[{"Name":"b"}]}"#),
  ])
  func `a list of another type's name holds nothing of the type asked for`(
    type: String, text: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("list.json", text)
    let outcome = try run("ingest", "--type", type, path, in: folder)
    #expect(
      outcome.exitCode == 65 && outcome.messages[0].contains("none of its records is of type"))
  }

  @Test(arguments: ["123456789012.0", "1.23457E+11"], [[], ["--type", "aws.ec2_instance"]])
  func `an account that a spreadsheet has made a number of is refused, however it is given`(
    account: String, options: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("list.json", #"{"Instances":[{"InstanceId":"i-1"}]}"#)
    let context = try folder.write("context.json", #"{"Account":"\#(account)"}"#)
    for given in [
      ["--account", account], ["--set", "account_id=\(account)"], ["--context", context],
    ] {
      let outcome = try runAll(["ingest", path] + options + given, in: folder)
      #expect(outcome.exitCode == 64, "\(given)")
      #expect(outcome.messages[0].contains("a spreadsheet has made it"), "\(outcome.messages)")
    }
    #expect(try run("query", in: folder).exitCode == 66)
  }

  @Test func `a value that is none for its field is told of where the types are found too`() throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write("list.json", #"{"Instances":[{"InstanceId":"i-1"}]}"#)
    let outcome = try run("ingest", "--set", "launch_time=soon", path, in: folder)
    #expect(outcome.exitCode == 64 && outcome.messages[0].contains("--set launch_time"))
  }

  @Test func `it reports in one line what it did`() throws {
    let folder = try TemporaryFolder()
    let first = try run(
      "ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    #expect(first.exitCode == 0 && first.output.isEmpty)
    #expect(
      first.messages == [
        "run 1: 5 records: 5 inserted, 0 updated, 0 unchanged, 0 deleted, 0 rejected",
        "  not fields of the type, kept in _extra: deployed_by (1)",
      ])
    let again = try run(
      "ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    #expect(again.messages[0].contains("0 inserted, 0 updated, 5 unchanged"))
  }

  @Test func `the report for programs has the documented shape`() throws {
    let folder = try TemporaryFolder()
    let outcome = try run(
      "ingest", "--type", responseType, "--report", "json", fixture("inventory.ndjson"), in: folder)
    let report = try JSONValue(parsing: outcome.output.utf8, named: "the report")
    guard case .object(let members) = report else { throw NotAnObject() }
    #expect(
      members.map(\.name) == [
        "run", "same_as", "inserted", "updated", "unchanged", "deleted", "rejected", "partial",
        "types",
        "new_types", "files", "extra_fields", "warnings", "skipped", "redacted",
        "vanished", "rejects_file",
      ])
    let file = try #require(report["files"]?.array?.first)
    #expect(file["records"]?.integer == 5 && file["format"]?.string == "ndjson")
    #expect(
      file["sha256"]?.string == (try FileDigest.sha256(of: fixture("inventory.ndjson")).digest))
    #expect(report["extra_fields"]?["deployed_by"]?.integer == 1)
  }

  private struct NotAnObject: Error {}

  @Test func `a bad record is told with its place, and exit code 65`() throws {
    let folder = try TemporaryFolder()
    let outcome = try ingest(#"{"_key":"a","tags":{"x":{}}}"#, in: folder)
    #expect(outcome.exitCode == 65)
    #expect(
      outcome.messages == [
        "error: \(folder.file("r.json")): line 1, byte 25: the value of 'x' is nested, and a map "
          + "holds only text; declare the field as json to keep nested values"
      ])
  }

  @Test func `an error for programs is one JSON object`() throws {
    let folder = try TemporaryFolder()
    let outcome = try run(
      "ingest", "--error-format", "json", "--type", responseType, folder.write("r", "[1]"),
      in: folder)
    let error = try JSONValue(parsing: outcome.messages[0].utf8, named: "the error")["error"]
    #expect(error?["kind"]?.string == "input" && error?["exit_code"]?.integer == 65)
    #expect(error?["line"]?.integer == 1 && error?["byte"]?.integer == 2)
  }

  @Test(arguments: [
    (["--set", "region"], "has no '='"), (["--set", "tags=[1]"], "--set tags"),
    (["--set", "region=a", "--set", "region=b"], "given twice"),
    (["--set", "_key=a"], "same asset"), (["--set", "regoin=x"], "did you mean 'region'"),
    (["--type", "aws.x"], "no such type"),
    (["--type", "Nonsense"], "no such type"),
  ])
  func `what is asked for wrongly is told`(options: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("r.json", "{}")
    let arguments = options.first == "--type" ? options : ["--type", responseType] + options
    let outcome = try runAll(["ingest"] + arguments + [path], in: folder)
    #expect([64, 66].contains(outcome.exitCode))
    #expect(outcome.messages.count == 1 && outcome.messages[0].contains(message))
  }

  @Test func `an accent upon the equals sign is part of the value`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("r.json", #"{"_key":"a"}"#)
    let outcome = try run(
      "ingest", "--type", responseType, "--set", "region=\u{338}x", path, in: folder)
    #expect(outcome.exitCode == 0)
    let row = try run("query", "--type", responseType, "--fields", "region", in: folder).output
    #expect(row.utf8.elementsEqual("{\"region\":\"\u{338}x\"}\n".utf8))
  }

  @Test func `a file that is not there is exit code 66`() throws {
    let folder = try TemporaryFolder()
    let outcome = try run("ingest", "--type", responseType, folder.file("no.json"), in: folder)
    #expect(outcome.exitCode == 66)
  }

  @Test func `hostile text in a message is shown escaped`() throws {
    let folder = try TemporaryFolder()
    let outcome = try ingest(#"{"_key":"a","tags":{"\u001b[31m\u202e":{}}}"#, in: folder)
    #expect(!outcome.messages[0].unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }
}
