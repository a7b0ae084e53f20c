import AssetExports
import AssetJSON
import Assets
import Testing
import TestSupport

@testable import AssetStore

@Suite struct RunDetailsTests {
  @Test func `a run keeps what its report said`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let path = try folder.write(
      "a.json",
      #"{"Items":[\#(placed("a", "1")),\#(placed("b", "1")),\#(placed("a", "1", "s"))],"NextToken":"x"}"#
    )
    var request = IngestRequest(type: responseType, sources: [.file(path)])
    request.values = ["api_id": "p"]
    let report = try store.ingest(request)
    let run = try store.run(1)
    #expect(run.run.kind == "ingest" && run.run.isPartial)
    #expect(run.context["api_id"]?.string == "p")
    #expect(run.run.files.map(\.isPartial) == [true])
    #expect(run.run.files.map(\.sha256) == report.inputs.map(\.summary.sha256))
    #expect(run.run.files.map(\.bytes) == report.inputs.map(\.summary.fileBytes))
    #expect(run.types.map(\.name) == [responseType])
    #expect(run.types.map(\.counts) == report.types.map(\.counts))
    #expect(run.warnings == report.warnings)
    #expect(run.warnings.entries["asset-twice"] != nil)
    #expect(run.scopes == nil && run.vanished == [] && run.deleted == [])
    #expect(throws: Fault.self) { try store.run(2) }
    #expect(throws: Fault.self) { try store.run(-1) }
  }

  @Test func `a snapshot keeps its scopes and what vanished, a delete what it took`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.snapshot([placed("a", "1"), placed("b", "1"), placed("c", "1")], in: folder)
    try store.snapshot([placed("a", "1"), placed("c", "1")], allowing: 1, in: folder)
    _ = try store.delete(Query(where: Operand.field("_key").equals("c")), atMost: 1)
    let snapshot = try store.run(2)
    #expect(snapshot.vanished == [VanishedAsset(type: responseType, key: "b")])
    #expect(
      snapshot.scopes?.text == #"[{"type":"\#(responseType)","account":"1","region":"r"}]"#)
    #expect(snapshot.types.map(\.counts.deleted) == [1])
    let delete = try store.run(3)
    #expect(delete.run.kind == "delete" && delete.vanished == [])
    #expect(delete.deleted?.map(\.key) == ["c"])
    _ = try store.undo(2)
    #expect(try store.run(2).scopes == nil)
    #expect(try store.run(4).types.map(\.counts.updated) == [1])
  }

  @Test func `what vanished of a type without a record is counted`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.snapshot([placed("a", "1")], in: folder)
    let report = try store.snapshot(
      [], scopes: [Scope("type=\(responseType),account=1")], allowing: 1, in: folder)
    #expect(report.types.map(\.counts.deleted) == [1] && report.counts.deleted == 1)
  }
}
