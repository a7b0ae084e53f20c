import AssetCatalogue
import AssetJSON
import AssetLanguage
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct CursorTests {
  private func pages(_ store: Store, _ query: Query, between: (Int) throws -> Void = { _ in })
    throws -> [[String]]
  {
    var pages: [[String]] = []
    var cursor: Cursor?
    repeat {
      let output = Collector()
      var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
      let outcome = try store.query(query, after: cursor, into: &writer)
      pages.append(
        String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init))
      cursor = try outcome.next.map { try Cursor($0.text) }
      try between(pages.count)
    } while cursor != nil
    return pages
  }

  @Test(arguments: [
    ([], "TRUE"), ([], "tags ? 'env'"), (["name"], "TRUE"), (["name:desc"], "tags ? 'env'"),
    (["size:desc", "name"], "TRUE"), (["ratio", "active:desc", "tags.env"], "labels <> ''"),
    (["made"], "NOT tags ? 'env'"),
  ])
  func `pages are the whole answer in parts`(sort: [String], condition: String) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 8)
    try store.ingest(samples: (0..<90).map { SampleAsset($0, using: &random) }, in: folder)
    var query = try SampleAsset.query(Expression(parsing: condition))
    query.sort = sort.map {
      $0.hasSuffix(":desc")
        ? Query.Sort(FieldPath(String($0.dropLast(5))), descending: true)
        : Query.Sort(FieldPath($0))
    }
    let whole = try store.lines(query).map(String.init)
    #expect(whole.count > 7)
    for limit in [1, 7, whole.count - 1, whole.count, whole.count + 1] {
      query.limit = limit
      let pages = try pages(store, query)
      #expect(pages.flatMap { $0 } == whole)
      #expect(pages.dropLast().allSatisfy { $0.count == limit })
    }
  }

  @Test func `across types, and while a writer works, nothing comes twice or is left out`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 9)
    let samples = (0..<30).map { SampleAsset($0, using: &random) }
    try store.ingest(samples: samples, as: "test.a", in: folder)
    try store.ingest(samples: samples, as: "test.c", in: folder)
    let query = Query(types: .all, fields: [FieldPath("_type"), FieldPath("_key")], limit: 13)
    let before = try Set(pages(store, query).joined())
    #expect(before.count == 60)
    let found = try pages(store, query) { page in
      // Updates of what is there, and new assets behind all of it.
      try store.ingest(samples: samples.shuffled(using: &random), as: "test.a", in: folder)
      try store.ingest(
        samples: [SampleAsset(100 + page, using: &random)], as: "test.c", in: folder)
    }.joined()
    #expect(Set(found).count == found.count && Set(found).isSuperset(of: before))
  }

  @Test func `what is no cursor of the query is refused`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a"), record("b")], in: folder)
    for text in ["", "x", "7b7d", String(repeating: "z", count: 40)] {
      let fault = try #require(throws: Fault.self) { try Cursor(text) }
      #expect(fault.kind == .usage)
    }
    var query = Query(types: .all, limit: 1)
    let output = Collector()
    var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
    let cursor = try #require(try store.query(query, into: &writer).next)
    query.sort = [Query.Sort(FieldPath("_key"))]
    #expect(throws: Fault.self) { try store.query(query, after: cursor, into: &writer) }
  }
}
