import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// What keeps nothing of a run.
@Suite struct IngestRefusalTests {
  @Test func `what is refused, or not to be kept, makes no store`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good", record("a"))
    var requests = [
      IngestRequest(type: responseType, sources: [.file(folder.file("missing"))]),
      IngestRequest(type: "aws.nothing", sources: [.file(good)]),
      IngestRequest(type: responseType, sources: [.file(try folder.write("bad", "[1]"))]),
      IngestRequest(type: responseType, sources: [.file(good)]),
    ]
    requests[3].values = ["nothing": "1"]
    for request in requests {
      #expect(throws: Fault.self) { try Store.ingest(request, into: folder.file("s.db")) }
    }
    var dryRun = IngestRequest(type: responseType, sources: [.file(good)])
    dryRun.isDryRun = true
    #expect(try Store.ingest(dryRun, into: folder.file("s.db")).counts.inserted == 1)
    #expect(try !folder.names().contains { $0.hasPrefix("s.db") })
  }

  @Test(arguments: [
    (#"{"_key":"a"}\n{"_key":"b""#, "line 2, byte 25", "ends in the middle"),
    (#"{"_key":"a","tags":{"x":{"y":1}}}"#, "line 1, byte 25", "nested"),
    (#"{"_key":"a","tags":{"x":"\ud800"}}"#, "line 1, byte 25", "surrogate"),
    (#"{"_key":"a","tags":{"x":"b\u0000"}}"#, "line 1, byte 25", "U+0000"),
    (#"{"_key":"a"}\n{"account_id":"1"}"#, "line 2, byte 14", "no region"),
    (#"["x"]"#, "line 1, byte 2", "JSON object"),
    (#"[{"_key":"a"},]"#, "line 1, byte 15", "expected a value"),
    (#"[{"_key":"a"}"#, "line 1, byte 14", "inside of an array"),
  ])
  func `a bad record ends the run with its place, and the store is as it was`(
    text: String, place: String, why: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("z")], in: folder)
    let path = try folder.write("bad.json", text.replacing(#"\n"#, with: "\n", maxReplacements: 1))
    var request = IngestRequest(type: responseType, sources: [.file(path)])
    request.account = "1"
    let fault = try #require(throws: Fault.self) { try store.ingest(request) }
    #expect(fault.kind == .input)
    #expect("\(fault)".hasPrefix("\(path): \(place): "))
    #expect(fault.why.contains(why))
    #expect(try store.keys(.everything) == ["z"])
    #expect(try store.runs().count == 1)
  }

  @Test func `a nested array of any depth is refused, not followed`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let path = try folder.write("deep.json", String(repeating: "[", count: 50_000))
    let fault = try #require(throws: Fault.self) {
      try store.ingest(IngestRequest(type: responseType, sources: [.file(path)]))
    }
    #expect(fault.kind == .input && fault.place?.line == 1)
  }

  @Test func `a dry run reports and keeps nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var request = IngestRequest(
      type: responseType, sources: [.file(try folder.write("r.ndjson", record("a")))])
    request.isDryRun = true
    let report = try store.ingest(request)
    #expect(report.counts.inserted == 1 && report.run == nil)
    #expect(try store.keys(.everything).isEmpty)
    #expect(try store.runs().isEmpty)
  }

  @Test func `an interrupted run leaves the store as it was`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let path = try folder.write("r.ndjson", record("a"))
    let fault = try #require(throws: Fault.self) {
      try Store.ingest(
        IngestRequest(type: responseType, sources: [.file(path)]), into: folder.file("s.db"),
        isCancelled: { true })
    }
    #expect(fault.kind == .interrupted)
    #expect(try store.keys(.everything).isEmpty)
  }
}
