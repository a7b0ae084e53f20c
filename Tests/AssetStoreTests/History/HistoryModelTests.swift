import AssetJSON
import AssetOutput
import Assets
import Testing
import TestSupport

@testable import AssetStore

/// Random runs over assets of two types, held against copies of all that there was at the end of each.
@Suite struct HistoryModelTests {
  private struct Asset: Hashable {
    var account: String
    var tag: String
  }

  private typealias State = [String: Asset]

  private let types = [responseType, "aws.sqs_queue"]

  private func text(_ key: String, _ asset: Asset) -> String {
    #"{"_key":"\#(key)","account_id":"\#(asset.account)","tags":{"t":"\#(asset.tag)"}}"#
  }

  @Test(arguments: 1...6)
  func `every state, count, facet and difference is what full copies say`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: seed)
    var states: [State] = [[:]]
    for _ in 0..<25 {
      var state = states[states.count - 1]
      try step(store, &state, states, &random, in: folder)
      while states.count <= (try store.runs().count) - 1 { states.append(state) }
      states.append(state)
    }
    try check(store, states)
    try store.reindex()
    _ = try store.backUp(to: folder.file("b.db"))
    let copy = try Store.openOrCreate(folder.file("c.db"))
    _ = try copy.restore(from: folder.file("b.db"))
    try check(copy, states)
  }

  private func step(
    _ store: Store, _ state: inout State, _ states: [State], _ random: inout SeededGenerator,
    in folder: borrowing TemporaryFolder
  ) throws {
    let type = Int.random(in: 0..<2, using: &random)
    var records: [String: Asset] = [:]
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      records["\(type)k\(Int.random(in: 0..<12, using: &random))"] = Asset(
        account: "\(Int.random(in: 0..<2, using: &random))",
        tag: "\(Int.random(in: 0..<3, using: &random))")
    }
    let texts = records.map(text)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5:
      _ = try store.ingest(texts, type: types[type])
      state.merge(records) { $1 }
    case 5..<8:
      try store.snapshot(texts, type: types[type], allowing: 99, in: folder)
      let accounts = Set(records.values.map(\.account))
      let seen = records
      state.merge(records) { $1 }
      state = state.filter {
        !$0.key.hasPrefix("\(type)") || !accounts.contains($0.value.account) || seen[$0.key] != nil
      }
    case 8:
      let tag = "\(Int.random(in: 0..<3, using: &random))"
      _ = try store.delete(Query(where: .has("t", tag, in: "tags")), allowed: 99)
      state = state.filter { $0.value.tag != tag }
    default:
      guard states.count > 1, (try? store.undo(states.count - 1)) != nil else {
        _ = try store.ingest(texts, type: types[type])
        return state.merge(records) { $1 }
      }
      state = states[states.count - 2]
    }
  }

  private func check(_ store: Store, _ states: [State]) throws {
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
    for run in 1..<states.count {
      let state = states[run]
      #expect(try store.keys(at: run) == state.keys.sorted(), "run \(run)")
      for tag in ["0", "1"] {
        let expected = state.filter { $0.value.tag == tag }.keys.sorted()
        #expect(try store.keys(at: run, where: .has("t", tag, in: "tags")) == expected)
        let others = state.filter { $0.value.tag != tag }.keys.sorted()
        #expect(try store.keys(at: run, where: .not(.has("t", tag, in: "tags"))) == others)
      }
      try checkFacets(store, state, run)
      for from in stride(from: run - 1, to: 0, by: -3) {
        try checkDiff(store, states[from], state, from, run)
      }
    }
  }

  private func checkFacets(_ store: Store, _ state: State, _ run: Int) throws {
    for (path, values) in [
      ("tags.t", state.values.map(\.tag)), ("account_id", state.values.map(\.account)),
      ("_type", state.keys.map { types[$0.hasPrefix("0") ? 0 : 1] }),
    ] {
      var query = Query()
      query.asOf = .number(run)
      let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
      #expect(try store.facetCounts(path, query) == counts, "\(path) of run \(run)")
    }
  }

  private func checkDiff(
    _ store: Store, _ old: State, _ new: State, _ from: Int, _ to: Int
  ) throws {
    var found: [String: AssetDifference.Kind] = [:]
    _ = try store.diff(DiffRequest(from: .number(from), to: .number(to))) {
      found[$0.key] = $0.kind
    }
    var expected: [String: AssetDifference.Kind] = [:]
    for key in Set(old.keys).union(new.keys) where old[key] != new[key] {
      expected[key] = old[key] == nil ? .added : new[key] == nil ? .removed : .changed
    }
    #expect(found == expected, "run \(from) to \(to)")
  }
}

extension Store {
  /// The counts of a facet's values.
  fileprivate func facetCounts(_ path: String, _ query: Query) throws -> [String: Int] {
    let output = Collector()
    var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
    _ = try facets(of: [FieldPath(path)], query, into: &writer)
    var counts: [String: Int] = [:]
    for line in output.bytes.split(separator: 0x0A) {
      let row = try JSONValue(parsing: line, named: "a row")
      counts[row["value"]?.string ?? "none"] = row["count"]?.integer
    }
    return counts
  }
}
