import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct LoadWriterTests {
  @Test(arguments: [true, false])
  func `a key that comes twice counts in the file where it does, in a first run and a later one`(
    isFirst: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    if !isFirst { try store.ingest([record("other")], in: folder) }
    let files = [
      [record("a"), record("b"), record("a", tags: "{}"), record("b")],
      [record("a", tags: "{}"), record("c"), record("b", tags: #"{"env":"prod"}"#), record("c")],
    ]
    let sources = try files.enumerated().map { index, records in
      try folder.write("\(index).ndjson", records.map { $0 + "\n" }.joined())
    }
    let report = try store.ingest(
      IngestRequest(type: responseType, sources: sources.map { .file($0) }))
    let counts = report.inputs.map(\.counts).map { [$0.inserted, $0.updated, $0.unchanged] }
    #expect(counts == [[2, 1, 1], [1, 1, 2]])
    #expect(report.counts.inserted == 3 && report.counts.updated == 2)
    #expect(report.counts.unchanged == 3)
    let run = try #require(try store.runs().last)
    #expect(run.inserted == 3 && run.updated == 2 && run.unchanged == 3)
    #expect(try store.verify().isGood)
    #expect(try store.count(Query(where: .has("env", value: "prod", in: "tags"))) == 1)
  }
}
