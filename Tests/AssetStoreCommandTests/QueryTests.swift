import AssetCatalogue
import AssetFiles
import AssetOutput
import Testing
import TestSupport

@Suite struct QueryTests {
  private func query(_ options: String...) throws -> CommandOutcome { try query(options) }

  private func query(_ options: [String]) throws -> CommandOutcome {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    return try runAll(["query"] + options, in: folder)
  }

  @Test(arguments: [
    (["--account", "000000000123"], 3), (["--account", "123"], 0),
    (["--account", "000000000123", "--account", "210987654321"], 5),
    (["--tag", "env"], 4), (["--tag", "env=prod"], 3), (["--tag", "team=search"], 1),
    (["--tag", "env=prod", "--no-tag", "owner"], 2), (["--no-tag", "env=prod"], 2),
    (["--untagged"], 1), (["--tag", "owner="], 1), (["--no-tag", "owner"], 3),
    (["--no-value", "owner"], 4), (["--no-value", "owner", "--no-value", "note"], 3),
    (["--no-value", "owner", "--tag", "owner"], 1), (["--no-value", "team"], 3),
    (["--key", "aws:000000000123:eu-west-1:api1:int1:resp1"], 1), ([], 5),
    (["--key", "none", "--key", "aws:000000000123:eu-west-1:api1:int1:resp1"], 1),
    (["--type", responseType, "--tag", "aws:cloudformation:stack-name=orders"], 1),
  ])
  func `the shorthands count what they find`(options: [String], count: Int) throws {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    let outcome = try runAll(["query", "--count"] + options, in: folder)
    #expect(outcome.output == "\(count)\n" && outcome.exitCode == 0)
  }

  @Test(arguments: [
    (["tags->'env' = 'prod'"], 3), (["NOT tags ? 'owner' AND tags @> 'env=>prod'"], 2),
    (["tags->'team' = 'payments,search'"], 1),
    (["tags @> 'team=>search'", "--account", "000000000123"], 1),
    (["account_id ~ '^0+123$' AND _type LIKE 'aws.%'"], 3),
  ])
  func `an expression finds what it is true of, together with the options`(
    options: [String], count: Int
  ) throws {
    #expect(try query(["--count"] + options).output == "\(count)\n")
  }

  @Test func `a fault in an expression is pointed at`() throws {
    let outcome = try query("tags->'é' = 'x' AND acount_id = '1'")
    #expect(outcome.exitCode == 64)
    #expect(
      outcome.messages == [
        """
        error: expression: there is no field 'acount_id' across types; did you mean 'account_id'?
          tags->'é' = 'x' AND acount_id = '1'
                              ^
        """
      ])
    let json = try query("tags = ", "--error-format", "json")
    #expect(json.messages[0].hasSuffix(#""expression":"tags = ","offset":7}}"#))
  }

  @Test func `a misspelt tag that should have no value is told of`() throws {
    let outcome = try query("--count", "--no-value", "owenr")
    #expect(outcome.output == "5\n")
    #expect(outcome.messages == ["note: no asset has a tag 'owenr'; did you mean 'owner'?"])
  }

  @Test func `a long expression shows what is around its fault`() throws {
    let long = (0..<50).map { "tags ? '\u{202E}\($0)' AND " }.joined()
    let lines = try query(long + "x\n= 1 AND " + long + "TRUE").messages[0].split(separator: "\n")
    #expect(lines.count == 3 && lines[1].hasPrefix("  …") && lines[1].hasSuffix("…"))
    #expect(lines[1].contains("x\\n= 1") && lines[1].contains("\\u{202E}"))
    let column = lines[2].count - 1
    #expect(lines[1].dropFirst(column).hasPrefix("x\\n"))
  }

  @Test func `what is explained is SQL with its values`() throws {
    let sql = try query("tags->'it''s' = 'a?b'", "--explain", "--count").output
    #expect(sql.contains("pair.key = 'it''s'") && sql.contains("= 'a?b'") && sql.hasSuffix(";\n"))
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
    let note = try #require(outcome.messages.first?.split(separator: " ").map(String.init))
    #expect(
      note.dropLast()
        == "note: --limit left some out; for the next ones: --after".split(separator: " ").map(
          String.init))
    let next = try query(
      "--type", responseType, "--fields", "integration_response_id,tags.team", "--sort",
      "integration_response_id:desc", "--limit", "4", "-o", "csv", "--after", note.last ?? "")
    #expect(
      next.lines == ["integration_response_id,tags.team", "resp1,payments"] && next.messages == [])
  }

  @Test func `in the tables of a facet an empty text is told from what is missing`() throws {
    let table = try query("--facet", "tags.owner", "-o", "table").lines
    #expect(table.contains("tags.owner                       3"))
    #expect(table.contains("tags.owner  \"\"                   1"))
    let markdown = try query("--facet", "tags.owner", "-o", "markdown").lines
    #expect(markdown.contains("| tags.owner | | 3 |"))
    #expect(markdown.contains("| tags.owner | \"\" | 1 |"))
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
    ["--type", "no dots"], ["tags->'a' ="], ["--type", responseType, "tags < 'x'"],
    ["--type", responseType, "region ~ '('"],
  ])
  func `what makes no sense is exit code 64`(options: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    let outcome = try runAll(["query"] + options, in: folder)
    #expect(outcome.exitCode == 64)
    #expect(outcome.messages.count == 1 && outcome.messages[0].hasPrefix("error: "))
  }
}
