import Testing
import TestSupport

@testable import AssetStoreCommand

@Suite struct CommandArgumentsTests {
  @Test(arguments: [
    (["sql", "-- a\nSELECT 1", "-o", "csv"], ["sql", "-o", "csv", "--", "-- a\nSELECT 1"]),
    (["sql", "--a\nSELECT 1"], ["sql", "--", "--a\nSELECT 1"]),
    (["sql", "--param=a=- -b", "SELECT 1"], ["sql", "--param=a=- -b", "SELECT 1"]),
    (["sql", "--", "-- a\nSELECT 1"], ["sql", "--", "-- a\nSELECT 1"]),
    (["query", "--limit", "-1"], ["query", "--limit=-1"]),
    (["query", "--limit=5", "-1"], ["query", "--limit=5", "-1"]),
    (["query", "-1"], ["query", "-1"]),
    (["query", "--tag", "a"], ["query", "--tag", "a"]), ([], []),
  ])
  func `only what the parser would mistake is put in another way`(
    arguments: [String], expected: [String]
  ) {
    #expect(CommandArguments.normalized(arguments) == expected)
  }

  @Test(arguments: [
    (
      ["types", "--store", "s.db", "add", "t.json"], ["types", "add", "--store", "s.db", "t.json"]
    ),
    (["types", "--store", "add"], ["types", "--store", "add"]),
    (["types", "-o", "json", "show", "a.b"], ["types", "show", "-o", "json", "a.b"]),
    (["types", "add", "--store", "show"], ["types", "add", "--store", "show"]),
    (["query", "-size > 3", "--count"], ["query", "--count", "--", "-size > 3"]),
    (["query", "-5<size"], ["query", "--", "-5<size"]),
    (["query", "-o", "json", "size < 5"], ["query", "-o", "json", "size < 5"]),
  ])
  func `options before a subcommand, and an expression that begins with a minus`(
    arguments: [String], expected: [String]
  ) {
    #expect(CommandArguments.normalized(arguments) == expected)
  }

  @Test func `a query may begin with a comment`() throws {
    let folder = try TemporaryFolder()
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    for comment in ["-- report\n", "--report\n"] {
      let outcome = try run("sql", comment + "SELECT 1 AS x", "-o", "csv", in: folder)
      #expect(outcome.output == "x\n1\n" && outcome.exitCode == 0, "\(outcome.messages)")
    }
  }

  @Test(arguments: [
    ["query", "--limit", "-1"], ["sql", "SELECT 1", "--max-rows", "-1"],
    ["info", "--busy-timeout", "-1"],
  ])
  func `a number below zero is told to be one`(arguments: [String]) throws {
    let outcome = try runAll(arguments, in: TemporaryFolder())
    #expect(outcome.exitCode == 64 && outcome.messages[0].contains("-1 is less than nothing"))
  }
}
