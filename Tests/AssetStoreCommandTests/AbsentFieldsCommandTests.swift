import Testing
import TestSupport

@testable import AssetStoreCommand

@Suite struct AbsentFieldsCommandTests {
  private func ingest(
    _ text: String, _ options: String..., in folder: borrowing TemporaryFolder
  ) throws -> CommandOutcome {
    let path = try folder.write("in.ndjson", text)
    return try runAll(["ingest", "--type", responseType] + options + [path], in: folder)
  }

  @Test func `an export that does not list the tags is refused, merged, or clears them`() throws {
    let folder = try TemporaryFolder()
    _ = try ingest(#"{"_key":"a","region":"r","tags":{"env":"prod"}}"#, in: folder)
    let list = #"{"_key":"a","region":"s"}"#
    let refused = try ingest(list, in: folder)
    #expect(refused.exitCode == 76)
    #expect(refused.messages.joined().contains("'tags' of 1"))
    #expect(try ingest(list, "--merge", in: folder).exitCode == 0)
    #expect(try run("query", "--tag", "env=prod", "--count", in: folder).output == "1\n")
    #expect(try ingest(list, "--replace", in: folder).exitCode == 0)
    #expect(try run("query", "--tag", "env=prod", "--count", in: folder).output == "0\n")
    #expect(try ingest(list, "--merge", "--replace", in: folder).exitCode == 64)
  }

  @Test func `what is unknown is told beside the answer, and can be left out`() throws {
    let folder = try TemporaryFolder()
    let ingested = try ingest("{\"_key\":\"a\"}\n{\"_key\":\"b\"}", in: folder)
    #expect(ingested.messages.joined().contains("unknown-tags (2)"))
    _ = try ingest(#"{"_key":"n","tags":{}}"#, in: folder)
    for question in [
      ["--untagged"], ["--no-tag", "env"], ["--no-value", "env"], ["NOT tags ? 'env'"],
    ] {
      let asked = try runAll(["query", "--count"] + question, in: folder)
      #expect(asked.output == "3\n")
      #expect(
        asked.messages.last
          == "note: no export has said which tags 2 assets of these have; --tags-known leaves them out"
      )
      let known = try runAll(["query", "--count", "--tags-known"] + question, in: folder)
      #expect(known.output == "1\n" && !known.messages.joined().contains("--tags-known"))
    }
    #expect(try run("query", "--count", in: folder).messages.isEmpty)
    let facet = try run("query", "--facet", "_tags_known", "-o", "csv", in: folder)
    #expect(facet.output == "facet,value,count\n_tags_known,false,2\n_tags_known,true,1\n")
  }

  @Test func `what is redacted is counted, and what is not is told`() throws {
    let folder = try TemporaryFolder()
    let ingested = try ingest(
      #"{"_key":"a","tags":{"owner":"me","env":"x"}}"#, "--redact", "tags.owner", "--redact",
      "pasword", in: folder)
    #expect(ingested.messages.contains("  kept as digests only: tags.owner (1)"))
    #expect(ingested.messages.joined().contains("no record has 'pasword'"))
    let query = try run("query", "--tag", "env=x", "-o", "json", in: folder)
    #expect(query.output.contains(#""owner":"redacted:sha256:"#))
    #expect(try run("info", "-o", "json", in: folder).output.contains(#""redacted_assets":1"#))
  }
}
