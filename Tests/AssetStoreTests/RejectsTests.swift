import AssetCatalogue
import AssetExports
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetSQLite
import Foundation
import Testing
import TestSupport

@testable import AssetStore

@Suite struct RejectsTests {
  private static let bad = #"{"_key":"bad","tags":{"x":{}}}"#

  private func request(
    _ texts: String..., in folder: borrowing TemporaryFolder
  ) throws -> IngestRequest {
    let paths = try texts.enumerated().map { try folder.write("in\($0.offset)", $0.element) }
    var request = IngestRequest(type: responseType, sources: paths.map { .file($0) })
    request.rejectsPath = folder.file("rejects")
    return request
  }

  /// Nothing of a run is left beside the store and its inputs.
  private func requireNoTrace(_ store: Store, _ folder: borrowing TemporaryFolder) throws {
    #expect(try store.keys(.everything) == ["old"] && store.runs().count == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") }, "\(names)")
  }

  @Test func `the good go in, the bad into the file, and all are counted`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let request = try request(
      record("a") + "\n" + Self.bad + "\n" + record("b"), record("c"), "[5]", in: folder)
    let report = try store.ingest(request)
    #expect(report.counts.inserted == 3 && report.counts.rejected == 2)
    #expect(report.inputs.map(\.counts.rejected) == [1, 0, 1])
    #expect(report.inputs.map(\.summary.records) == [3, 1, 1])
    #expect(try store.runs().first?.rejected == 2)
    #expect(try store.keys(.everything) == ["a", "b", "c"])
    #expect(report.rejectsPath == folder.file("rejects"))
    let lines = try rejects(folder.file("rejects"))
    #expect(lines.count == 2)
    #expect(lines[0]["file"]?.string == folder.file("in0"))
    #expect(lines[0]["line"]?.integer == 2 && lines[0]["byte"]?.integer == 40)
    #expect(lines[0]["reason"]?.string?.contains("the value of 'x' is nested") == true)
    #expect(lines[0]["record"]?.text == Self.bad)
    #expect(lines[1]["record"]?.integer == 5)
    let status = try FileSystem.status(folder.file("rejects"))
    #expect(status?.permissions == 0o600)
    #expect(try store.verify().isGood)
  }

  @Test func `records that are mended go in when they are fed again`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest(try request(record("a") + "\n" + Self.bad + "\n", in: folder))
    let mended = try rejects(folder.file("rejects")).compactMap { $0["record"]?.text }
      .map { $0.replacingOccurrences(of: "{\"x\":{}}", with: "{\"x\":\"1\"}") }
    let again = try store.ingest(mended, in: folder)
    #expect(again.counts.inserted == 1 && again.counts.rejected == 0)
    #expect(try store.keys(.has("x", value: "1", in: "tags")) == ["bad"])
  }

  @Test func `rows of a table that are mended go in under the same names of columns`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest(
      try request("_key,account_id,tags\na,1,\nb,2\nc,3,\"x=>1\"\n\"d,\n\",4,oops\n", in: folder))
    #expect(try store.keys(.everything) == ["a", "c"])
    let rows = try rejects(folder.file("rejects")).compactMap { $0["record"]?.string }
    #expect(rows == ["b,2", "\"d,\n\",4,oops"])
    let mended = try folder.write(
      "mended.csv", "_key,account_id,tags\n\(rows[0]),\n\(rows[1])=>1\n")
    let again = try store.ingest(IngestRequest(type: responseType, sources: [.file(mended)]))
    #expect(again.counts.inserted == 2)
    #expect(try store.keys(.hasKey("oops", in: "tags")) == ["d,\n"])
  }

  @Test func `nothing rejected leaves no file`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let report = try store.ingest(try request(record("old"), in: folder))
    #expect(report.rejectsPath == nil && !exists(folder.file("rejects")))
    try requireNoTrace(store, folder)
  }

  @Test func `a dry run writes the file and the same report, and keeps nothing else`() throws {
    let folder = try TemporaryFolder()
    var request = try request(record("a") + "\n" + Self.bad, in: folder)
    request.isDryRun = true
    let report = try Store.ingest(request, into: folder.file("s.db"))
    #expect(report.run == nil && report.counts.inserted == 1 && report.counts.rejected == 1)
    #expect(try rejects(folder.file("rejects")).count == 1)
    #expect(try FileSystem.status(folder.file("s.db")) == nil)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `more rejects than there may be end the run, and nothing of it is left`(limit: Int) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("old")], in: folder)
    var request = try request("\(record("a"))\n\(Self.bad)\n\(Self.bad)\n", in: folder)
    request.maxRejects = limit
    if limit >= 2 {
      #expect(try store.ingest(request).counts.rejected == 2)
      #expect(try rejects(folder.file("rejects")).count == 2)
    } else {
      let fault = #expect(throws: Fault.self) { try store.ingest(request) }
      #expect(fault?.kind == .input && fault?.place?.line == limit + 2)
      #expect(fault?.why.hasPrefix("more than \(limit) records were refused") == true)
      #expect(!exists(folder.file("rejects")))
      try requireNoTrace(store, folder)
    }
  }

  @Test(arguments: ["[{\"_key\":\"a\"} {}]", "nonsense", "_key,_key\n"])
  func `a run that fails after it has rejected leaves the store as it was, and no file`(
    second: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("old")], in: folder)
    let request = try request("\(record("a"))\n\(Self.bad)\n", second, in: folder)
    #expect(throws: Fault.self) { try store.ingest(request) }
    #expect(!exists(folder.file("rejects")))
    try requireNoTrace(store, folder)
  }

  @Test func `a name that is taken makes no store`() throws {
    let folder = try TemporaryFolder()
    let request = try request(record("a"), in: folder)
    _ = try folder.write("rejects", "mine")
    #expect(throws: Fault.self) { try Store.ingest(request, into: folder.file("s.db")) }
    #expect(try FileSystem.status(folder.file("s.db")) == nil)
  }

  @Test func `a file of that name is never replaced, nor one that a link names`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("old")], in: folder)
    let request = try request("\(record("a"))\n\(Self.bad)\n", in: folder)
    _ = try folder.write("rejects", "mine")
    #expect(throws: Fault.self) { try store.ingest(request) }
    #expect(try File.contents(of: folder.file("rejects")) == Array("mine".utf8))
    try FileManager.default.removeItem(atPath: folder.file("rejects"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("rejects"), withDestinationPath: folder.file("elsewhere"))
    let fault = #expect(throws: Fault.self) { try store.ingest(request) }
    #expect(fault?.kind == .exists)
    #expect(try FileSystem.status(folder.file("elsewhere")) == nil)
    try requireNoTrace(store, folder)
  }

  @Test func `a name that is taken while the run is at work rolls it back`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("old")], in: folder)
    let request = try request("\(record("a"))\n\(Self.bad)\n", in: folder)
    let path = folder.file("rejects")
    let fault = #expect(throws: Fault.self) {
      try store.ingest(request) { _ in
        _ = FileManager.default.createFile(atPath: path, contents: Data("mine".utf8))
      }
    }
    #expect(fault?.kind == .exists)
    #expect(try File.contents(of: path) == Array("mine".utf8))
    try requireNoTrace(store, folder)
  }

  @Test func `a run that can't be committed takes its file away again`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"), busyTimeout: 0)
    try store.ingest([record("old")], in: folder)
    let request = try request("\(record("a"))\n\(Self.bad)\n", in: folder)
    let path = folder.file("rejects")
    try Store.open(folder.file("s.db")).reading { connection in
      // Who reads keeps the writer from its commit.
      try connection.execute("SELECT * FROM runs")
      let fault = #expect(throws: Fault.self) { try store.ingest(request) }
      #expect(fault?.kind == .busy)
      #expect(!exists(path))
    }
    try requireNoTrace(store, folder)
    #expect(try store.ingest(request).counts.rejected == 1)
  }

  @Test func `strictly, what violates a rule is rejected with the rule`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let odd = #"{"_key":"odd","content_handling_strategy":"BOGUS"}"#
    var request = try request("\(record("a"))\n\(odd)\n", in: folder)
    request.isStrict = true
    #expect(try store.ingest(request).counts.rejected == 1)
    #expect(
      try rejects(folder.file("rejects"))[0]["reason"]?.string?.contains("CONVERT_TO_TEXT") == true)
    #expect(try store.keys(.everything) == ["a"])
    request.rejectsPath = nil
    #expect(throws: Fault.self) { try store.ingest(request) }
  }
}
