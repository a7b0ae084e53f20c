import AssetJSON
import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetStore

/// Details come in one export, tags in another, in any order and at different times.
@Suite struct TruthTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let rounds = environment["ASSETSTORE_TRUTH_ROUNDS"].flatMap(Int.init) ?? 8
  private static let seed =
    environment["ASSETSTORE_TRUTH_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1 << 32)

  @Test func `what exports tell in parts is the whole truth, or is said to be unknown`() throws {
    var (refusals, unknowns) = (0, 0)
    for round in 0..<UInt64(Self.rounds) {
      let (refused, unknown) = try play(Self.seed + round)
      refusals += refused
      unknowns += unknown
    }
    print("truth: seed \(Self.seed), \(Self.rounds) rounds, \(refusals) runs refused, \(unknowns)")
  }

  private func play(_ seed: UInt64) throws -> (refusals: Int, unknowns: Int) {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var truth = Truth(&random)
    var refusals = 0
    for run in 0..<Int.random(in: 1...6, using: &random) {
      var exports: [(call: Truth.Call, records: [(asset: Truth.Asset, text: String)])] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let call = Truth.Call.allCases.randomElement(using: &random) ?? .details
        let records = truth.export(call, &random)
        if !records.isEmpty { exports.append((call, records)) }
      }
      guard !exports.isEmpty else { continue }
      let files = try exports.enumerated().map { number, export in
        try folder.write("\(run)-\(number)", export.records.map { $0.text + "\n" }.joined())
      }
      let isMerged = try ingest(files, store, merges: Int.random(in: 0..<4, using: &random) == 0)
      refusals += isMerged == nil ? 1 : 0
      // Of one run all exports are of one time.
      for export in exports {
        truth.note(export.call, export.records, isMerged: isMerged ?? true)
      }
      try check(store, truth, "seed \(seed), run \(run)")
      truth.turn(&random)
    }
    return (refusals, truth.seen.count - truth.toldTags.count)
  }

  /// - Returns: whether the run merged because it was asked to; nil if because it was refused else.
  private func ingest(_ files: [String], _ store: Store, merges: Bool) throws -> Bool? {
    var request = IngestRequest(sources: files.map { .file($0) })
    if merges { request.absentFields = .kept }
    do {
      _ = try store.ingest(request)
      return merges
    } catch let fault as Fault where fault.kind == .guarded && !merges {
      request.absentFields = .kept
      _ = try store.ingest(request)
      return nil
    }
  }

  private func check(_ store: Store, _ truth: Truth, _ place: String) throws {
    let bad = try store.verify().checks.filter { !$0.isGood }
    try #require(bad.isEmpty, "\(place): \(bad)")
    var query = Query(types: .all, fields: [FieldPath("_key")])
    query.tagsAreKnown = false
    let unknown = try Set(store.lines(query).map { try key(of: $0) })
    try #require(unknown == truth.seen.subtracting(truth.toldTags.keys), "\(place)")
    for type in Truth.types {
      let fields = ["_key", type.field, "tags"].map { FieldPath($0) }
      for line in try store.lines(Query(types: .one(TypeName(type.name)), fields: fields)) {
        let row = try JSONValue(parsing: line.utf8, named: "a row")
        let key = try key(of: line)
        let detail = row[type.field]?["n"]?.string
        try #require(detail == truth.toldDetails[key].map(String.init), "\(place): \(line)")
        let tags = members(of: row["tags"])
        let told = truth.toldTags[key] ?? [:]
        try #require(tags.count == told.count, "\(place): \(line), not \(told)")
        for tag in tags {
          try #require(tag.value.string == told[tag.name], "\(place): \(line), not \(told)")
        }
      }
    }
    try #require(try store.count(Query(types: .all)) == truth.seen.count, "\(place)")
  }

  private func members(of map: JSONValue?) -> [JSONValue.Member] {
    if case .object(let members)? = map { members } else { [] }
  }

  private func key(of line: Substring) throws -> String {
    try JSONValue(parsing: line.utf8, named: "a row")["_key"]?.string ?? ""
  }
}
