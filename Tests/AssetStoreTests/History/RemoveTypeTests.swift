import Assets
import Testing
import TestSupport

@testable import AssetStore

@Suite struct RemoveTypeTests {
  private func thing() throws -> AssetType {
    try AssetType(
      TypeName("x.thing"), accountField: nil, keyTemplate: nil,
      fields: [Field("n", dataType: .string)])
  }

  private func names(_ store: Store) throws -> [String] {
    try store.types().map(\.name.description)
  }

  @Test func `a type without assets and history goes altogether`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(thing())
    let removal = try store.remove(type: "x.thing")
    #expect(
      removal == TypeRemoval(type: try TypeName("x.thing"), run: 1, deleted: 0, isKept: false))
    #expect(try !names(store).contains("x.thing"))
    #expect(throws: Fault.self) { try store.remove(type: "x.thing") }
    #expect(throws: Fault.self) { try store.undo(1) }
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
    // The one that a migration makes.
    _ = try store.remove(type: responseType)
    #expect(try !names(store).contains(responseType))
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
    _ = try store.ingest([record("a")], type: responseType)
    #expect(try store.keys(.everything) == ["a"])
    #expect(try store.verify().isGood)
  }

  @Test func `a type with assets goes only if they may, and undo brings all of it back`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(thing())
    _ = try store.ingest([#"{"_key":"a","n":"1"}"#, #"{"_key":"b","n":"2"}"#], type: "x.thing")
    let fault = #expect(throws: Fault.self) { try store.remove(type: "x.thing") }
    #expect(fault?.kind == .guarded)
    let removal = try store.remove(type: "x.thing", isForced: true)
    #expect(removal.deleted == 2 && removal.isKept)
    #expect(try !names(store).contains("x.thing"))
    #expect(try store.count(Query()) == 0)
    #expect(try store.keys(at: 1) == ["a", "b"])
    #expect(try store.run(2).deleted?.map(\.key) == ["a", "b"])
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
    _ = try store.undo(2)
    #expect(try names(store).contains("x.thing"))
    #expect(try store.keys(.everything, type: "x.thing") == ["a", "b"])
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `a type that was added and removed takes no more records, and says why`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(thing())
    _ = try store.ingest([#"{"_key":"a","n":"1"}"#], type: "x.thing")
    _ = try store.remove(type: "x.thing", isForced: true)
    let own = #"{"_type":"x.thing","_key":"b"}"#
    let other = #"{"_type":"\#(responseType)","_key":"r"}"#
    let path = try folder.write("in.ndjson", own + "\n" + other + "\n")
    let request = IngestRequest(type: "x.thing", sources: [.file(path)])
    let fault = try #require(throws: Fault.self) { try store.ingest(request) }
    #expect(fault.kind == .missing && fault.why == "run 2 removed it")
    #expect(fault.advice?.contains("assetstore undo 2") == true)
    #expect(throws: Fault.self) { try store.ingest([own], type: "x.thing") }
    let report = try store.ingest(IngestRequest(sources: [.file(path)]))
    #expect(report.skipped == ["x.thing": 1] && report.counts.inserted == 1)
    #expect(try !names(store).contains("x.thing"))
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `pruning takes what is left of it, and adding it brings it back before`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    for isPruned in [false, true] {
      _ = try store.add(thing())
      _ = try store.ingest([#"{"_key":"a","n":"1"}"#], type: "x.thing")
      _ = try store.remove(type: "x.thing", isForced: true)
      if isPruned {
        _ = try store.ingest([record("r")], type: responseType)
        _ = try store.prune(.runs(1))
        #expect(throws: Fault.self) { try store.type(named: "x.thing") }
      } else {
        _ = try store.add(thing())
        _ = try store.ingest([#"{"_key":"a","n":"2"}"#], type: "x.thing")
        #expect(try names(store).contains("x.thing"))
        #expect(try store.history(of: "a").map(\.kind) == [.added, .deleted, .added])
      }
      #expect(try store.verify().checks.filter { !$0.isGood } == [])
    }
    #expect(throws: Fault.self) { try store.remove(type: "aws.s3_bucket") }
    #expect(throws: Fault.self) { try store.remove(type: "x.none") }
  }
}
