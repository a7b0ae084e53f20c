import AssetCatalogue
import AssetFiles
import AssetOutput
import Assets
import Testing
import TestSupport

@testable import AssetStoreCommand

@Suite struct PathListTests {
  @Test(arguments: [
    ("_key,tags.env", ["_key", "tags.env"]), (" _key , region ,", ["_key", "region"]),
    ("tags.a b", ["tags.a b"]), (#""tags.a,b",_key"#, ["tags.a,b", "_key"]),
    (#" "tags. a" "b""#, ["?"]), (#""tags.a""b ""#, [#"tags.a"b "#]), (#""tags.a"#, ["?"]),
    (#"tags."x""#, [#"tags."x""#]), ("", []), (",,", []), ("a,\u{301}b", ["a", "\u{301}b"]),
  ])
  func `commas stand between, and spaces around are taken away`(text: String, paths: [String]) {
    let found = try? PathList.paths(text, of: "--fields").map { $0.description.exactly }
    #expect(found ?? ["?".exactly] == paths.map(\.exactly))
  }

  @Test(arguments: [
    ("a", "a", false), ("a:asc", "a", false), ("a:DESC", "a", true),
    ("tags.a:b", "tags.a:b", false),
    ("tags.a:b:desc", "tags.a:b", true), ("tags.\u{600}:desc", "tags.\u{600}", true),
  ])
  func `an order stands behind a colon`(text: String, path: String, isDescending: Bool) throws {
    #expect(try PathList.sort(text) == Query.Sort(FieldPath(path), descending: isDescending))
  }

  private func query(_ options: String...) throws -> CommandOutcome {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    return try runAll(["query"] + options, in: folder)
  }

  @Test func `names are found as in expressions, whatever their case`() throws {
    let shown = try query(
      "--type", responseType, "--fields", "Integration_Response_ID, TAGS.team", "--sort",
      "INTEGRATION_RESPONSE_ID:desc", "--limit", "1", "-o", "csv")
    #expect(shown.lines == ["integration_response_id,tags.team", "resp5,"])
    #expect(try query("--fields", "_KEY", "--limit", "1").output.hasPrefix(#"{"_key":"#))
    #expect(
      try query("--facet", "Account_ID", "--limit", "1").output
        == #"{"facet":"account_id","value":"000000000123","count":3}"# + "\n")
  }

  @Test(arguments: [
    (["--type", responseType, "--fields", "_key,_Key"], "it would be shown twice"),
    (["--type", responseType, "--fields", "Regoin"], "did you mean 'region'?"),
    (["--sort", "acount_id"], "did you mean 'account_id'?"),
    (["--facet", "environment"], "write tags.environment for a tag"),
    (["--type", responseType, "--fields", "environment"], "write tags.environment for a tag; see"),
    (["--sort", "_key:dsc"], "write _key:asc or _key:desc"),
    (["--fields", "\"a"], "is not closed"),
    (["--type", "ec2_instance"], "did you mean 'aws.ec2_instance'?"),
  ])
  func `what is misspelt comes with what was meant`(options: [String], message: String) throws {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    let outcome = try runAll(["query"] + options, in: folder)
    #expect(outcome.exitCode == 64 && outcome.messages.count == 1)
    #expect(outcome.messages.joined().contains(message), "\(outcome.messages)")
  }

  @Test func `a key with a comma is shown`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("r.json", #"{"_key":"k","tags":{"a,b":"x"}}"#)
    _ = try run("ingest", "--type", responseType, path, in: folder)
    let shown = try run("query", "--fields", #"_key, "tags.a,b""#, in: folder)
    #expect(shown.output == #"{"_key":"k","tags.a,b":"x"}"# + "\n")
  }

  @Test func `a key may be that of one asset of each type`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("r.json", #"{"_key":"k"}"#)
    for type in [responseType, "aws.ec2_instance"] {
      #expect(try run("ingest", "--type", type, path, in: folder).exitCode == 0)
    }
    #expect(try run("query", "--key", "k", "--count", in: folder).output == "2\n")
  }

  @Test func `a tag as other tools write it is told of where nothing has it`() throws {
    #expect(
      try query("--tag", "env:prod").messages == [
        "note: no asset has a tag 'env:prod'; a tag with its value is written env=prod"
      ])
    #expect(try query("--no-tag", "env:prod").messages.count == 1)
    #expect(try query("--tag", "env:prod", "--count").messages.count == 1)
    #expect(try query("--tag", "nothing").messages == ["note: no asset has a tag 'nothing'"])
    let stack = "aws:cloudformation:stack-name"
    #expect(
      try query("--tag", stack, "--account", "nobody").messages.joined().contains("'nobody'"))
  }
}
