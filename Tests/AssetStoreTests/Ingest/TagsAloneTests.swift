import Assets
import Testing
import TestSupport

@testable import AssetStore

@Suite struct TagsAloneTests {
  private let details =
    #"{"_key":"a","account_id":"1","region":"r","template_selection_expression":"x"}"#
  private let tags = #"{"_key":"a","account_id":"1","region":"r","tags":{"env":"prod"}}"#

  private func line(_ store: Store) throws -> Substring? {
    let fields = ["template_selection_expression", "tags"].map { FieldPath($0) }
    return try store.lines(Query(types: .one(TypeName(responseType)), fields: fields)).first
  }

  @Test func `an export of nothing but tags leaves all else as it is`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest([details], type: responseType)
    let report = try store.ingest([tags, record("b", tags: "{}")], type: responseType)
    #expect(report.counts.updated == 1 && report.counts.inserted == 1)
    #expect(
      try line(store) == #"{"template_selection_expression":"x","tags":{"env":"prod"}}"#)
    #expect(try store.ingest([tags], type: responseType).counts.unchanged == 1)
    // The list that does not have them would clear them.
    #expect(throws: Fault.self) { try store.ingest([details], type: responseType) }
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `details and tags of one asset do not go into an empty store together`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let fault = #expect(throws: Fault.self) {
      try store.ingest([details, tags], type: responseType)
    }
    #expect(fault?.kind == .guarded)
    #expect(throws: Fault.self) { try store.ingest([tags, details], type: responseType) }
    #expect(try store.count(Query()) == 0)
  }

  @Test func `tags that come twice into an empty store are known`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest(
      [record("a"), record("b"), record("a", tags: "{}"), record("b", tags: #"{"k":"v"}"#)],
      type: responseType)
    var query = Query()
    query.tagsAreKnown = false
    #expect(try store.count(query) == 0)
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `tags that came before the details in one run are not cleared by those`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest([record("z", tags: "{}")], type: responseType)
    #expect(throws: Fault.self) { try store.ingest([tags, details], type: responseType) }
    _ = try store.ingest([tags, details], type: responseType, absentFields: .kept)
    _ = try store.ingest([record("n")], type: responseType)
    var query = Query(fields: [FieldPath("_key")])
    query.tagsAreKnown = false
    #expect(try store.lines(query) == [#"{"_key":"n"}"#])
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `what is told to clear all does`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest([details], type: responseType)
    _ = try store.ingest([tags], type: responseType, absentFields: .cleared)
    #expect(
      try line(store) == #"{"template_selection_expression":null,"tags":{"env":"prod"}}"#)
  }
}
