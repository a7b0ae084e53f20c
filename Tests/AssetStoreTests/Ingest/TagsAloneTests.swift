import Assets
import Testing
import TestSupport

@testable import AssetStore

@Suite struct TagsAloneTests {
  private let details =
    #"{"_key":"a","account_id":"1","region":"r","template_selection_expression":"x"}"#
  private let tags = #"{"_key":"a","account_id":"1","region":"r","tags":{"env":"prod"}}"#

  private func detail(_ key: String, tags: String? = nil) -> String {
    let rest = tags.map { #","tags":\#($0)"# } ?? ""
    return #"{"_key":"\#(key)","template_selection_expression":"x"\#(rest)}"#
  }

  private let fields = ["template_selection_expression", "tags"].map { FieldPath($0) }

  private func line(_ store: Store) throws -> Substring? {
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

  @Test(arguments: [false, true])
  func `details and tags of one asset are put together in one run`(isFirst: Bool) throws {
    for order in [[details, tags], [tags, details]] {
      let folder = try TemporaryFolder()
      let store = try Store.openOrCreate(folder.file("s.db"))
      if !isFirst { _ = try store.ingest([record("z", tags: "{}")], type: responseType) }
      _ = try store.ingest(order, type: responseType)
      let whole = #"{"template_selection_expression":"x","tags":{"env":"prod"}}"#
      let query = Query(
        types: try .one(TypeName(responseType)), where: Operand.field("_key").isIn(["a"]),
        fields: fields)
      #expect(try store.lines(query) == [whole[...]])
      #expect(try store.keys(.has("env", value: "prod", in: "tags")) == ["a"])
      #expect(try store.ingest(order, type: responseType).counts.updated == 0)
      #expect(try store.lines(query) == [whole[...]])
      #expect(try store.verify().checks.filter { !$0.isGood } == [])
    }
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

  @Test
  func `of two inputs one that lists no tags clears none, and those it alone has are unknown`()
    throws
  {
    let folder = try TemporaryFolder()
    let full = try folder.write(
      "full", [detail("a", tags: #"{"k":"v"}"#), detail("b")].joined(separator: "\n"))
    let blind = try folder.write("blind", [detail("a"), detail("c")].joined(separator: "\n"))
    for order in [[full, blind], [blind, full]] {
      let store = try Store.openOrCreate(folder.file("\(order == [full, blind]).db"))
      _ = try store.ingest(
        IngestRequest(type: responseType, sources: order.map { .file($0) }))
      #expect(try store.keys(.has("k", value: "v", in: "tags")) == ["a"])
      var query = Query(fields: [FieldPath("_key")])
      query.tagsAreKnown = false
      #expect(try store.lines(query) == [#"{"_key":"c"}"#])
      #expect(throws: Fault.self) {
        try store.ingest(IngestRequest(type: responseType, sources: [.file(blind)]))
      }
    }
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
