import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct SnapshotTests {
  private func store(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    let records = ["1", "2"].flatMap { account in
      ["r", "s", "t"].flatMap { region in
        (0..<10).map { placed("\(account)\(region)\($0)", account, region) }
      }
    }
    try store.snapshot(records, in: folder)
    return store
  }

  private func records(_ account: String, _ region: String, _ range: Range<Int>) -> [String] {
    range.map { placed("\(account)\(region)\($0)", account, region) }
  }

  @Test func `what is not in its accounts and regions any more vanishes, and nothing else`() throws
  {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let report = try store.snapshot(records("1", "r", 0..<9), in: folder)
    #expect(report.vanished == [VanishedAsset(type: responseType, key: "1r9")])
    #expect(report.counts.deleted == 1 && report.counts.unchanged == 9)
    #expect(try store.count(Query()) == 59)
    #expect(try store.keys(at: 1).count == 60)
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `no more than a fifth vanishes, unless that is allowed`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let fault = #expect(throws: Fault.self) {
      try store.snapshot(records("1", "r", 0..<7), in: folder)
    }
    #expect(fault?.kind == .guarded)
    #expect(fault?.advice?.hasSuffix("--allow-deletes 3") == true)
    #expect(try store.count(Query()) == 60)
    #expect(throws: Fault.self) {
      try store.snapshot(records("1", "r", 0..<7), allowing: 2, in: folder)
    }
    #expect(
      try store.snapshot(records("1", "r", 0..<7), allowing: 3, in: folder).vanished.count == 3)
  }

  @Test func `the fifth is of the assets that were there, whatever the snapshot adds`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let added = (10..<40).map { placed("1r\($0)", "1", "r") }
    let fault = #expect(throws: Fault.self) {
      try store.snapshot(records("1", "r", 0..<7) + added, in: folder)
    }
    #expect(fault?.why.contains("3 of its 10 assets") == true)
  }

  @Test func `two accounts in one file are two scopes`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let report = try store.snapshot(
      records("1", "r", 0..<9) + records("2", "s", 1..<10), in: folder)
    #expect(report.vanished.map(\.key) == ["1r9", "2s0"])
  }

  @Test func `an empty export says nothing, unless it is told what it is of`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    #expect(throws: Fault.self) { try store.snapshot([], in: folder) }
    let account = try Scope("type=\(responseType),account=1")
    #expect(throws: Fault.self) { try store.snapshot([], scopes: [account], in: folder) }
    let report = try store.snapshot([], scopes: [account], allowing: 30, in: folder)
    #expect(report.vanished.count == 30)
    #expect(try store.count(Query()) == 30)
    #expect(try store.verify().isGood)
  }

  @Test func `an export that is not whole is no snapshot`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let path = try folder.write(
      "partial.json", #"{"Items":[\#(placed("1r0", "1"))],"NextToken":"x"}"#)
    var request = IngestRequest(type: responseType, sources: [.file(path)])
    request.snapshot = SnapshotRequest()
    let fault = #expect(throws: Fault.self) { try store.ingest(request) }
    #expect(fault?.kind == .guarded && fault?.why.contains("there is more") == true)
    #expect(try store.count(Query()) == 60)
  }

  @Test func `what comes back keeps its id, and its history`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let id = {
      try store.reading {
        try $0.integer("SELECT _id FROM aws_apigatewayv2_integrationresponse WHERE _key = '1r9'")
      }
    }
    let before = try id()
    try store.snapshot(records("1", "r", 0..<9), in: folder)
    #expect(try id() == nil)
    try store.snapshot(records("1", "r", 0..<10), in: folder)
    #expect(try id() == before)
    #expect(try store.history(of: "1r9").map(\.kind) == [.added, .vanished, .added])
    #expect(try store.history(of: "1r9").map(\.run) == [1, 2, 3])
    #expect(try store.keys(at: 2).contains("1r9") == false)
    #expect(try store.verify().isGood)
  }

  @Test(arguments: ["account=1", "type=x.y,account=", "type=x.y,type=x.y", "type=x.y,zone=1", ""])
  func `what is no scope is told`(text: String) {
    #expect(throws: Fault.self) { try Scope(text) }
  }
}
