import AssetExports
import Assets
import Testing
import TestSupport

@testable import AssetStore

/// A store and its model, which random runs keep in step.
final class HistoryTrial {
  var store: Store
  var model = HistoryModel()
  var random: SeededGenerator
  /// The types that there are now.
  var types = [responseType, "aws.sqs_queue"]
  /// The fields of the type that is added, beside its account and tags; the others are beside the fields.
  private var thingFields = ["a"]
  private var removals: Set<Int> = []
  private let folder: TemporaryFolder
  private var backups = 0

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    store = try Store.openOrCreate(folder.file("s.db"))
    random = SeededGenerator(seed: seed)
  }

  func any<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  func step() throws {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<7: try ingest(isMerge: false)
    case 7..<9: try ingest(isMerge: true)
    case 9..<12: try snapshot(scopes: false)
    case 12..<14: try snapshot(scopes: true)
    case 14..<16: try delete()
    case 16..<18: try undo()
    case 18: try evolve()
    default: try remove()
    }
    try #require(store.runs().count == model.runs.count - 1)
  }

  private func records(
    _ type: String, isMerge: Bool
  ) -> [HistoryModel.AssetName: HistoryModel.Record] {
    var records: [HistoryModel.AssetName: HistoryModel.Record] = [:]
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      var record: HistoryModel.Record = [:]
      for (name, values) in [
        ("account_id", ["1", "2"]), ("region", ["r", "s"]), ("a", ["x", "y"]), ("b", ["x", "y"]),
        ("tags.t", ["0", "1", "2"]), ("tags.u", ["0"]),
      ] where Int.random(in: 0..<4, using: &random) > 0 {
        record[name] = any(values)
      }
      // Else a run may know no tags at all.
      if !isMerge { record["tags.z"] = "z" }
      records[.init(type: type, key: "\(type)-\(Int.random(in: 0..<14, using: &random))")] = record
    }
    return records
  }

  private func texts(
    _ records: [HistoryModel.AssetName: HistoryModel.Record]
  ) -> [String] {
    records.map { name, record in
      let tags = record.filter { $0.key.hasPrefix("tags.") }
        .map { #""\#($0.key.dropFirst(5))":"\#($0.value)""# }.joined(separator: ",")
      let members =
        record.filter { !$0.key.hasPrefix("tags.") }.map { #""\#($0.key)":"\#($0.value)""# }
        + (tags.isEmpty ? [] : [#""tags":{\#(tags)}"#])
      return "{" + ([#""_key":"\#(name.key)""#] + members).joined(separator: ",") + "}"
    }
  }

  private func run(
    _ type: String, _ records: [HistoryModel.AssetName: HistoryModel.Record],
    _ change: (inout IngestRequest) -> Void
  ) throws -> IngestReport {
    let path = try folder.write("r.ndjson", texts(records).map { $0 + "\n" }.joined())
    var request = IngestRequest(type: type, sources: [.file(path)])
    request.format = .ndjson
    request.absentFields = .cleared
    change(&request)
    return try store.ingest(request)
  }

  private func ingest(isMerge: Bool) throws {
    let type = any(types)
    let records = records(type, isMerge: isMerge)
    var state = model.now
    for (name, record) in records {
      guard isMerge, let old = state[name] else {
        state[name] = record
        continue
      }
      // A map is one field.
      let hasTags = record.keys.contains { $0.hasPrefix("tags.") }
      state[name] = old.filter { !hasTags || !$0.key.hasPrefix("tags.") }.merging(record) { $1 }
    }
    _ = try run(type, records) { if isMerge { $0.absentFields = .kept } }
    model.add(.ingest, state, seen: Set(records.keys))
  }

  private func snapshot(scopes isNamed: Bool) throws {
    let type = any(types)
    let records = records(type, isMerge: false)
    let hasRegion = type != "x.thing"
    var scopes = Set(records.values.map { [$0["account_id"], hasRegion ? $0["region"] : nil] })
    var named: [Scope] = []
    if isNamed {
      let account = any(["1", "2"])
      let region = any([nil, "r"])
      scopes = [[account, region]]
      named = [
        Scope(
          type: any([type, type.split(separator: ".")[0] + ".*"]), account: .value(account),
          region: region.map(Scope.Part.value) ?? .any)
      ]
    }
    let isIncluded = { (name: HistoryModel.AssetName, record: HistoryModel.Record) in
      let isOfType =
        named.first?.type.hasSuffix("*") == true
        ? name.type.hasPrefix(type.prefix(2)) : name.type == type
      guard isOfType else { return false }
      return scopes.contains { scope in
        isNamed
          ? record["account_id"] == scope[0]
            && (scope[1] == nil || record["region"] == scope[1] && name.type != "x.thing")
          : record["account_id"] == scope[0] && (!hasRegion || record["region"] == scope[1])
      }
    }
    let state = model.now.merging(records) { $1 }.filter { name, record in
      records[name] != nil || !isIncluded(name, record)
    }
    // A type without regions has no scope of one.
    let isRefused = isNamed && !hasRegion && scopes.first?[1] != nil
    do {
      let report = try run(type, records) {
        $0.snapshot = SnapshotRequest(scopes: named, allowedDeletes: 999)
      }
      try #require(!isRefused)
      let gone = model.now.keys.filter { state[$0] == nil }
      try #require(report.vanished.map(\.key).sorted() == gone.map(\.key).sorted())
      model.add(.snapshot, state, seen: Set(records.keys))
    } catch let fault as Fault where fault.kind == .usage {
      try #require(isRefused, "\(fault)")
    }
  }

  private func delete() throws {
    let tag = any(["0", "1", "2"])
    let report = try store.delete(Query(where: .has("t", value: tag, in: "tags")), atMost: 999)
    let rest = model.now.filter { $0.value["tags.t"] != tag }
    try #require(report.count == model.now.count - rest.count)
    if report.count > 0 { model.add(.delete, rest) }
  }

  private func undo() throws {
    guard model.runs.count > model.firstState + 1 else { return }
    let run = Int.random(in: model.firstState + 1..<model.runs.count, using: &random)
    guard let state = model.undone(run) else {
      let fault = #expect(throws: Fault.self) { try store.undo(run) }
      return try #require(fault?.kind == .guarded && fault?.why.hasPrefix("run ") == true)
    }
    do {
      _ = try store.undo(run)
      model.addUndo(of: run, state)
    } catch let fault as Fault where fault.why.hasPrefix("it removed the type") {
      // Of which nothing was left.
      try #require(removals.contains(run))
    }
  }

  /// Adds a type, or a field to it: what was beside its fields.
  private func evolve() throws {
    if types.contains("x.thing") {
      thingFields = thingFields == ["a"] ? ["b"] : ["a", "b"]
    } else {
      types.append("x.thing")
    }
    _ = try store.add(
      AssetType(
        TypeName("x.thing"), accountField: "account_id", keyTemplate: nil,
        fields: [Field("account_id", dataType: .string), Field("tags", dataType: .hstore)]
          + thingFields.map { Field($0, dataType: .string) }))
  }

  private func remove() throws {
    guard types.contains("x.thing") else { return }
    types.removeAll { $0 == "x.thing" }
    let removal = try store.remove(type: "x.thing", isForced: true)
    removals.insert(removal.run)
    if !removal.isKept { thingFields = ["a"] }
    model.add(.delete, model.now.filter { $0.key.type != "x.thing" })
  }

  /// Brings the whole store into another file.
  func moveByBackup() throws {
    backups += 1
    let backup = folder.file("b\(backups).db")
    _ = try store.backUp(to: backup)
    store = try Store.openOrCreate(folder.file("c\(backups).db"))
    _ = try store.restore(from: backup)
  }

  func prune(_ count: Int) throws {
    model.firstState = max(model.firstState, model.runs.count - 1 - count)
    let report = try store.prune(.runs(count))
    try #require(report.firstState == model.firstState)
  }
}
