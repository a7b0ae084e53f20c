import AssetJSON
import AssetOutput
import Assets
import Testing
import TestSupport

@testable import AssetStore

@Suite struct LastSeenTests {
  /// Run 1 sees a, b and c, run 2 a, run 3 b and d, run 4 takes c out.
  private func store(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    for keys in [["a", "b", "c"], ["a"], ["b", "d"]] {
      _ = try store.ingest(keys.map { placed($0, "1") }, type: responseType)
    }
    _ = try store.delete(Query(where: Operand.field("_key").equals("c")), atMost: 1)
    return store
  }

  private func keys(
    _ store: Store, notSince run: Int, at asOf: Int? = nil,
    where expression: Expression = .everything
  ) throws -> [String] {
    var query = Query(where: expression, fields: [FieldPath("_key")])
    query.notSeenSince = .number(run)
    query.asOf = asOf.map { .number($0) }
    let keys = try store.lines(query).map { String($0.dropFirst(9).dropLast(2)) }
    #expect(try store.count(query) == keys.count)
    query.sort = [Query.Sort(FieldPath("_key"))]
    #expect(try store.lines(query).count == keys.count)
    return keys.sorted()
  }

  @Test func `assets that no later run has seen are found`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    #expect(try keys(store, notSince: 1).isEmpty)
    #expect(try keys(store, notSince: 2) == ["a"])
    #expect(try keys(store, notSince: 3) == ["a", "b", "d"])
    #expect(try keys(store, notSince: 4) == ["a", "b", "d"])
    #expect(try keys(store, notSince: 1, at: 2) == ["b", "c"])
    #expect(try keys(store, notSince: 1, at: 3) == ["c"])
    let isB = Operand.field("_key").equals("b")
    #expect(try keys(store, notSince: 3, where: isB) == ["b"])
    #expect(try keys(store, notSince: 2, where: isB).isEmpty)
    #expect(throws: Fault.self) { try keys(store, notSince: 9) }
  }

  @Test func `when an asset was seen last is shown, sorted by and counted`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let times = try store.runs().map(\.finishedAt)
    var query = Query(
      fields: [FieldPath("_key"), FieldPath("_last_seen")],
      sort: [Query.Sort(FieldPath("_last_seen"), descending: true)])
    #expect(
      try store.lines(query) == [
        #"{"_key":"b","_last_seen":"\#(times[2])"}"#, #"{"_key":"d","_last_seen":"\#(times[2])"}"#,
        #"{"_key":"a","_last_seen":"\#(times[1])"}"#,
      ])
    query.asOf = .number(2)
    #expect(try store.lines(query).last == #"{"_key":"c","_last_seen":"\#(times[0])"}"#)
    let output = Collector()
    var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
    _ = try store.facets(of: [FieldPath("_last_seen")], matching: Query(), into: &writer)
    #expect(
      String(decoding: output.bytes, as: UTF8.self).contains(
        #""value":"\#(times[2])","count":2"#))
    #expect(throws: Fault.self) { try store.explain(query) }
  }

  @Test func `an undone run has seen nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.undo(3)
    #expect(try keys(store, notSince: 1) == ["b"])
  }

  @Test func `what was known of tags then can't be asked for`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    var query = Query(fields: [FieldPath("_tags_known")])
    #expect(try store.lines(query).count == 3)
    query.asOf = .number(2)
    #expect(throws: Fault.self) { try store.lines(query) }
  }
}
