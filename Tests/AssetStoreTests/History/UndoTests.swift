import Assets
import Testing
import TestSupport

@testable import AssetStore

@Suite struct UndoTests {
  private func lines(_ store: Store, at run: Int? = nil) throws -> [String] {
    var query = Query(types: .one(try TypeName(responseType)))
    query.asOf = run.map { .number($0) }
    return try store.lines(query).map(String.init).sorted()
  }

  @Test func `everything that a run changed is as before, and the undo can be undone`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.snapshot((0..<10).map { placed("k\($0)", "1") }, in: folder)
    let before = try lines(store)
    try store.snapshot(
      (1..<10).map { placed("k\($0)", "1", tags: #"{"n":"\#($0 % 2)"}"#) } + [placed("new", "1")],
      in: folder)
    let after = try lines(store)
    let report = try store.undo(2)
    #expect(report == UndoReport(run: 3, restored: 10, removed: 1))
    #expect(try lines(store) == before)
    #expect(try store.keys(.hasKey("n", in: "tags")).isEmpty)
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
    #expect(try store.undo(3).restored == 10)
    #expect(try lines(store) == after)
    for run in 1...4 { #expect(try lines(store, at: run) == (run % 2 == 1 ? before : after)) }
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `a run whose assets a later one changed is not undone`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest([placed("a", "1"), placed("b", "1")], type: responseType)
    _ = try store.ingest([placed("a", "1", "s"), placed("c", "1")], type: responseType)
    _ = try store.ingest([placed("b", "1", "s")], type: responseType)
    #expect(try store.undo(2).removed == 1)
    let fault = #expect(throws: Fault.self) { try store.undo(1) }
    #expect(fault?.kind == .guarded && fault?.why.contains("run ") == true)
    #expect(throws: Fault.self) { try store.undo(9) }
  }

  @Test func `what was deleted comes back, unless it has come back by itself`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest([placed("a", "1"), record("u")], type: responseType)
    let key = { (key: String) in Query(where: Operand.field("_key").equals(Operand(key))) }
    let dry = try store.delete(key("a"), isDryRun: true)
    #expect(dry.run == nil && dry.deleted.map(\.key) == ["a"])
    let none = try store.delete(key("nobody"))
    #expect(none.run == nil && none.count == 0)
    #expect(try store.runs().count == 1)
    #expect(throws: Fault.self) { try store.delete(key("a")) }
    let run = try #require(try store.delete(key("a"), atMost: 1).run)
    #expect(try store.keys(.everything) == ["u"])
    _ = try store.undo(run)
    #expect(try store.keys(.everything) == ["a", "u"])
    let again = try #require(try store.delete(Query(), atMost: 2).run)
    _ = try store.ingest([placed("a", "1", "s")], type: responseType)
    #expect(throws: Fault.self) { try store.undo(again) }
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `undoing a run that told of assets that they have no tags makes that unknown again`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let keys = ["a", "b"]
    let blind = keys.map { #"{"_key":"\#($0)","template_selection_expression":"x"}"# }
    try store.ingest(blind, in: folder)
    // The one that has tags shows that the export lists them, and that the other has none.
    let report = try store.ingest(
      [
        #"{"_key":"a","template_selection_expression":"x","tags":{"env":"prod"}}"#, blind[1],
      ], in: folder)
    #expect(report.counts.updated == 1 && report.counts.unchanged == 1)
    var query = Query()
    query.tagsAreKnown = true
    #expect(try store.count(query) == 2)
    #expect(
      try store.history(of: "b").last?.changes
        == [FieldChange(field: "_tags_known", key: nil, from: .bool(false), to: .bool(true))])
    #expect(try store.undo(2).restored == 2)
    #expect(try store.count(query) == 0)
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }
}
