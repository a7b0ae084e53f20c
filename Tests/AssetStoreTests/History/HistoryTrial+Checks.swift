import AssetJSON
import AssetOutput
import Assets
import Testing
import TestSupport

@testable import AssetStore

extension HistoryTrial {
  /// Holds all that the store says of every run that it knows against the model.
  func check() throws {
    let flaws = try store.verify().checks.filter { !$0.isGood }
    try #require(flaws == [])
    for run in model.firstState..<model.runs.count where run > 0 { try check(run) }
    for run in 1..<max(1, model.firstState) {
      #expect(throws: Fault.self) { try store.keys(at: run) }
    }
    try checkHistories()
  }

  private func check(_ run: Int) throws {
    let state = model.runs[run].state
    for (expression, isTrue) in conditions {
      let expected = state.filter { isTrue($0.value) }.keys.map(\.key).sorted()
      let found = try store.keys(at: run, where: expression)
      try #require(found == expected, "run \(run): \(expression)")
    }
    try checkRows(run)
    try checkFacets(state, run)
    try checkSightings(run)
    try checkSQL(state, run)
    let others = (max(1, model.firstState)...run).filter { _ in
      Int.random(in: 0..<4, using: &random) == 0
    }
    for from in others { try checkDiff(from, run) }
  }

  private var conditions: [(Expression, (HistoryModel.Record) -> Bool)] {
    let zero = Expression.has("t", value: "0", in: "tags")
    let one = Operand.field("account_id").equals("1")
    return [
      (.everything, { _ in true }), (zero, { $0["tags.t"] == "0" }),
      (.not(zero), { $0["tags.t"] != "0" }),
      (.hasKey("u", in: "tags"), { $0["tags.u"] != nil }), (one, { $0["account_id"] == "1" }),
      (
        .all([one, .not(.hasKey("t", in: "tags"))]),
        {
          $0["account_id"] == "1" && $0["tags.t"] == nil
        }
      ),
      (
        .compare(Operand.value(of: "t", in: "tags"), .greater, Operand("0")),
        { ($0["tags.t"] ?? "") > "0" }
      ),
    ]
  }

  /// Whole assets, type by type.
  private func checkRows(_ run: Int) throws {
    for type in try store.types() {
      var query = Query(types: .one(type.name))
      query.asOf = .number(run)
      var found: [String: HistoryModel.Record] = [:]
      for line in try store.lines(query) {
        let row = try JSONValue(parsing: line.utf8, named: "a row")
        found[row["_key"]?.string ?? ""] = row.flat
      }
      let name = type.name.description
      var expected: [String: HistoryModel.Record] = [:]
      for (asset, record) in model.runs[run].state where asset.type == name {
        expected[asset.key] = record
      }
      try #require(found == expected, "run \(run) of \(name)")
    }
  }

  private func checkFacets(_ state: HistoryModel.State, _ run: Int) throws {
    let facets: [(String, [String])] = [
      ("tags.t", state.values.map { $0["tags.t"] ?? "none" }),
      ("account_id", state.values.map { $0["account_id"] ?? "none" }),
      ("_type", state.keys.map(\.type)),
    ]
    for (path, values) in facets {
      var query = Query()
      query.asOf = .number(run)
      let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
      #expect(try store.facetCounts(path, query) == counts, "\(path) of run \(run)")
    }
  }

  private func checkSightings(_ run: Int) throws {
    let since = Int.random(in: max(1, model.firstState)..<model.runs.count, using: &random)
    var query = Query(fields: [FieldPath("_key")])
    query.asOf = .number(run)
    query.notSeenSince = .number(since)
    let expected = model.runs[run].state.keys.filter { model.lastSeen($0, upTo: run) <= since }
    #expect(try store.count(query) == expected.count, "not seen since \(since), at \(run)")
    #expect(try store.lines(query).count == expected.count)
  }

  private func checkSQL(_ state: HistoryModel.State, _ run: Int) throws {
    var query = SQLQuery("SELECT count(*), count(tags->'t') FROM assets")
    query.asOf = .number(run)
    let output = Collector()
    var writer = makeResultWriter(.csv, to: OutputStream { output.bytes.append(span: $0) })
    _ = try store.sql(query, into: &writer)
    let tagged = state.values.count { $0["tags.t"] != nil }
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(
      text.split(whereSeparator: \.isNewline).last.map(String.init) == "\(state.count),\(tagged)",
      "run \(run)")
  }

  private func checkDiff(_ from: Int, _ to: Int) throws {
    var found: [String: [String]] = [:]
    _ = try store.diff(from: .number(from), to: .number(to)) { difference in
      found[difference.key] = [difference.kind.rawValue] + difference.changes.flat
    }
    let (old, new) = (model.runs[from].state, model.runs[to].state)
    var expected: [String: [String]] = [:]
    for name in Set(old.keys).union(new.keys) where old[name] != new[name] {
      guard let before = old[name], let after = new[name] else {
        expected[name.key] = [old[name] == nil ? "added" : "removed"]
        continue
      }
      expected[name.key] = ["changed"] + HistoryModel.changes(before, after)
    }
    try #require(found == expected, "run \(from) to \(to)")
  }

  private func checkHistories() throws {
    guard model.firstState == 0 else { return }
    for name in Set(model.runs.flatMap(\.state.keys)) {
      let found = try store.history(of: name.key).map {
        ["\($0.run) \($0.kind)"] + $0.changes.flat
      }
      try #require(found == model.history(of: name), "\(name)")
    }
  }
}

extension [FieldChange] {
  /// As the model spells them.
  fileprivate var flat: [String] {
    flatMap { change -> [String] in
      if change.field == "_key" { return [] }
      let name =
        change.key.map { change.field == "_extra" ? $0 : "\(change.field).\($0)" } ?? change.field
      // One of the two maps is absent, and the other empty.
      guard change.from.string != nil || change.to.string != nil else { return [] }
      return ["\(name) \(change.from.string ?? "-") \(change.to.string ?? "-")"]
    }.sorted()
  }
}

extension JSONValue {
  /// A row as the model has it.
  fileprivate var flat: HistoryModel.Record {
    guard case .object(let members) = self else { return [:] }
    var record: HistoryModel.Record = [:]
    for member in members where member.name != "_key" {
      switch member.value {
      case .string(let text): record[member.name] = text
      case .object(let inner):
        let prefix = member.name == "_extra" ? "" : member.name + "."
        for member in inner { record[prefix + member.name] = member.value.string }
      default: break
      }
    }
    return record
  }
}

extension Store {
  /// The counts of a facet's values.
  fileprivate func facetCounts(_ path: String, _ query: Query) throws -> [String: Int] {
    let output = Collector()
    var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
    _ = try facets(of: [FieldPath(path)], matching: query, into: &writer)
    var counts: [String: Int] = [:]
    for line in output.bytes.split(separator: 0x0A) {
      let row = try JSONValue(parsing: line, named: "a row")
      counts[row["value"]?.string ?? "none"] = row["count"]?.integer
    }
    return counts
  }
}
