import AssetIndex
import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct PruneTests {
  /// Six runs: `a` and `b` are made, `a` changes twice, `b` vanishes, and comes back.
  private func store(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.snapshot([placed("a", "1"), placed("b", "1")], in: folder)
    try store.snapshot([placed("a", "1", tags: #"{"n":"2"}"#), placed("b", "1")], in: folder)
    try store.snapshot([placed("a", "1", tags: #"{"n":"3"}"#)], allowing: 1, in: folder)
    try store.snapshot([placed("a", "1", tags: #"{"n":"3"}"#), placed("b", "1")], in: folder)
    try store.snapshot([placed("a", "1", tags: #"{"n":"3"}"#), placed("b", "1")], in: folder)
    try store.snapshot([placed("a", "1", tags: #"{"n":"6"}"#), placed("b", "1")], in: folder)
    return store
  }

  private func state(_ store: Store, _ run: Int) throws -> [Substring] {
    var query = Query(types: .one(try TypeName(responseType)))
    query.asOf = .number(run)
    return try store.lines(query).sorted()
  }

  @Test func `of what old runs saw, only the last sighting of each asset is kept`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    #expect(try store.sightings() == [2, 2, 1, 2, 2, 2])
    _ = try store.prune(.runs(1))
    // The fifth run, up to which it is forgotten, saw both assets last; the sixth is kept whole.
    #expect(try store.sightings() == [0, 0, 0, 0, 2, 2])
  }

  @Test(arguments: 1...6)
  func `the last runs stay as they were, and older ones are refused`(count: Int) throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let states = try (1...6).map { try state(store, $0) }
    let seen = try store.lastSeen()
    let versions = try store.versions()
    let dry = try store.prune(.runs(count), isDryRun: true)
    #expect(try (1...6).map { try state(store, $0) } == states)
    let report = try store.prune(.runs(count))
    #expect(report == dry)
    #expect(report.firstState == 6 - count)
    #expect(try store.versions() == versions - report.versions)
    for run in 1...6 {
      if run < 6 - count {
        let fault = #expect(throws: Fault.self) { try state(store, run) }
        #expect(fault?.kind == .missing)
        #expect(throws: Fault.self) { try store.undo(run) }
      } else {
        #expect(try state(store, run) == states[run - 1])
      }
    }
    #expect(try store.lastSeen() == seen)
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
    #expect(try store.prune(.runs(count)).versions == 0)
    _ = try store.undo(6)
    #expect(try state(store, 7) == states[4])
    #expect(try store.verify().isGood)
  }

  @Test func `what an asset began with is not claimed when it is not known`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.prune(.runs(2))
    #expect(try store.history(of: "a").map(\.kind) == [.known, .changed])
    #expect(try store.history(of: "b").map(\.kind) == [.known])
    #expect(try store.run(3).vanished == nil)
    #expect(try store.run(6).vanished == [])
  }

  @Test func `history before a moment is forgotten, and what was then is still known`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    try store.writing { connection in
      try connection.execute(
        "UPDATE runs SET finished_at = '2026-01-0' || id || 'T12:00:00Z'")
    }
    #expect(try store.prune(.since("2025-12-31")).firstState == 0)
    #expect(try store.prune(.since("2026-01-03")).firstState == 2)
    #expect(try store.prune(.since("2026-01-04T12:00:00Z")).firstState == 4)
    // It never grows back.
    #expect(try store.prune(.since("2026-01-02")).firstState == 4)
    #expect(throws: Fault.self) { try store.prune(.since("7")) }
    #expect(throws: Fault.self) { try store.prune(.runs(0)) }
  }

  @Test func `an asset that is gone for good is a new one when it comes back`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    try store.snapshot([placed("a", "1")], allowing: 1, in: folder)
    try store.snapshot([placed("a", "1")], in: folder)
    _ = try store.prune(.runs(1))
    try store.snapshot([placed("a", "1"), placed("b", "1")], in: folder)
    #expect(try store.history(of: "b").map(\.kind) == [.added])
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }
}

extension Store {
  fileprivate func versions() throws -> Int {
    try reading {
      Int(
        try $0.integer("SELECT count(*) FROM aws_apigatewayv2_integrationresponse_versions") ?? 0)
    }
  }

  /// How many assets each of six runs saw.
  fileprivate func sightings() throws -> [Int] {
    try reading { connection in
      try (1...6).map { run in
        try RunAssets.bits(.seen, inBlock: 0, by: run...run, on: connection).count
      }
    }
  }

  /// The run that saw an asset last, of the first ids.
  fileprivate func lastSeen() throws -> [Int64] {
    try reading { connection in
      var all = BlockBits()
      all.insert(contentsOf: 0..<10)
      return Array(try LastSeen.runs(of: all, inBlock: 0, on: connection).prefix(10))
    }
  }
}
