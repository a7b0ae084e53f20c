import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct AbsentFieldsTests {
  private func store(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      [
        #"{"_key":"a","region":"r","api_id":"x","tags":{"env":"prod"},"one":1,"two":[2]}"#,
        #"{"_key":"b","region":"r","tags":{"env":"test"}}"#, #"{"_key":"c","region":"r"}"#,
      ], in: folder)
    return store
  }

  private func lines(_ store: Store) throws -> [Substring] {
    let fields = ["_key", "region", "api_id", "tags", "_extra"].map { FieldPath($0) }
    return try store.lines(Query(types: .one(TypeName(responseType)), fields: fields))
  }

  private func ingest(
    _ records: [String], _ store: Store, _ absentFields: AbsentFields = .clearedIfKnown
  ) throws -> IngestReport {
    try store.ingest(records, type: responseType, absentFields: absentFields)
  }

  @Test func `a run that no record of which has a field does not clear it`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let before = try lines(store)
    let fault = #expect(throws: Fault.self) {
      try ingest([#"{"_key":"a","region":"r"}"#, #"{"_key":"b","region":"r"}"#], store)
    }
    #expect(fault?.kind == .guarded)
    #expect(fault?.why.contains("'tags' of 2, 'api_id' of 1 assets") == true)
    #expect(fault?.advice?.contains("--merge") == true)
    #expect(try lines(store) == before)
    #expect(try store.runs().count == 1)
  }

  @Test func `what was never there is nothing to lose`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    #expect(try ingest([#"{"_key":"c","region":"s"}"#], store).counts.updated == 1)
  }

  @Test(arguments: [
    #"{"_key":"z","template_selection_expression":"x","tags":{}}"#,
    #"{"_key":"z","template_selection_expression":"x","tags":null}"#,
  ])
  func `a run that knows a field clears it where a record leaves it out`(other: String) throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let report = try ingest([#"{"_key":"b","region":"r"}"#, other], store)
    #expect(report.counts.updated == 1)
    #expect(try store.keys(.hasKey("env", in: "tags")) == ["a"])
    #expect(try store.verify().isGood)
  }

  @Test func `a run that is told to clear does`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try ingest([#"{"_key":"a"}"#], store, .cleared)
    #expect(
      try lines(store)[0] == #"{"_key":"a","region":null,"api_id":null,"tags":null}"#)
    #expect(try store.verify().isGood)
  }

  @Test func `a merge keeps what a record leaves out, and replaces what it has`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let report = try ingest(
      [
        #"{"_key":"a","region":null,"tags":{"team":"x"},"two":3,"zero":0}"#,
        #"{"_key":"d","region":"s"}"#, #"{"_key":"b"}"#,
      ], store, .kept)
    #expect(report.counts.updated == 1 && report.counts.inserted == 1)
    #expect(report.counts.unchanged == 1)
    #expect(
      try lines(store)[0]
        == #"{"_key":"a","region":null,"api_id":"x","tags":{"team":"x"},"_extra":{"one":1,"two":3,"zero":0}}"#
    )
    #expect(try store.keys(.hasKey("env", in: "tags")) == ["b"])
    #expect(try store.keys(.has("team", value: "x", in: "tags")) == ["a"])
    #expect(try store.verify().isGood)
    #expect(try ingest([#"{"_key":"a","zero":0}"#], store, .kept).counts.unchanged == 1)
  }

  @Test func `several records of one asset are put together in one run`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try ingest(
      [#"{"_key":"n","region":"s"}"#, #"{"_key":"n","tags":{"k":"v"}}"#, #"{"_key":"n","q":1}"#],
      store, .kept)
    #expect(
      try lines(store).last
        == #"{"_key":"n","region":"s","api_id":null,"tags":{"k":"v"},"_extra":{"q":1}}"#)
    #expect(try store.verify().isGood)
  }
}
