import AssetFormats
import TestSupport
import Testing

@Suite struct QueryTests {
  private func query(_ options: String...) throws -> CommandOutcome {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    return try runAll(["query"] + options, in: folder)
  }

  @Test(arguments: [
    (["--account", "000000000123"], 3), (["--account", "123"], 0),
    (["--account", "000000000123", "--account", "210987654321"], 5),
    (["--tag", "env"], 4), (["--tag", "env=prod"], 3), (["--tag", "team=search"], 1),
    (["--tag", "env=prod", "--no-tag", "owner"], 2), (["--no-tag", "env=prod"], 2),
    (["--untagged"], 1), (["--tag", "owner="], 1),
    (["--key", "aws:000000000123:eu-west-1:api1:int1:resp1"], 1), ([], 5),
    (["--type", responseType, "--tag", "aws:cloudformation:stack-name=orders"], 1),
  ])
  func `the shorthands count what they find`(options: [String], count: Int) throws {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    let outcome = try runAll(["query", "--count"] + options, in: folder)
    #expect(outcome.output == "\(count)\n" && outcome.exitCode == 0)
  }

  @Test func `fields and keys are shown in their order`() throws {
    let outcome = try query(
      "--type", responseType, "--fields", "integration_response_id,tags.team", "--sort",
      "integration_response_id:desc", "--limit", "4", "-o", "csv")
    #expect(
      outcome.lines == [
        "integration_response_id,tags.team", "resp5,", "resp4,", "resp3,",
        #"resp2,"[""payments"",""search""]""#,
      ])
    #expect(outcome.messages == ["note: there are more than 4; --limit left them out"])
  }

  @Test func `an empty result is a valid document`() throws {
    #expect(try query("--tag", "nothing", "-o", "json").output == "[]\n")
    #expect(try query("--tag", "nothing", "-o", "ndjson").output.isEmpty)
    #expect(try query("--tag", "nothing", "-o", "csv").output == "_type,_key,account_id,tags\n")
  }

  @Test func `a negative answer is an exit code only when asked for`() throws {
    #expect(try query("--tag", "nothing").exitCode == 0)
    #expect(try query("--tag", "nothing", "--exit-status").exitCode == 1)
    #expect(try query("--tag", "env", "--exit-status").exitCode == 0)
  }

  @Test func `an account's zeros are there in every format`() throws {
    for format in OutputFormat.allCases {
      let outcome = try query(
        "--key", "aws:000000000123:eu-west-1:api1:int1:resp1", "-o", format.rawValue)
      #expect(outcome.output.contains("000000000123"), "\(format)")
    }
  }

  @Test func `without a format it is a table on a terminal and NDJSON elsewhere`() throws {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    #expect(try run("query", in: folder, isTerminal: true).output.hasPrefix("_type  "))
    #expect(try run("query", in: folder).output.hasPrefix("{\"_type\":"))
  }

  @Test func `a store that is not there is exit code 66, and none is made`() throws {
    let folder = try TemporaryFolder()
    #expect(try run("query", in: folder).exitCode == 66)
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: [
    ["--limit", "-1"], ["--fields", "nope"], ["--sort", "nope", "--type", responseType],
    ["-o", "xml"],
    ["--type", "no dots"],
  ])
  func `what makes no sense is exit code 64`(options: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    let outcome = try runAll(["query"] + options, in: folder)
    #expect(outcome.exitCode == 64)
    #expect(outcome.messages.count == 1 && outcome.messages[0].hasPrefix("error: "))
  }
}
