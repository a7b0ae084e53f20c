import AssetFiles
import AssetIndex
import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct RepeatedRunTests {
  private let records = (0..<30).map { placed("k\($0)", "000000000123", "r") }

  /// A store after one run of these records, which are in the file.
  private func store(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    #expect(try store.ingest(records, in: folder).sameAs == nil)
    return store
  }

  @Test func `the same file again is not read, and each asset counts as seen and unchanged`() throws
  {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    for run in 2...3 {
      let report = try store.ingest(records, in: folder)
      #expect(report.sameAs == run - 1 && report.run == run)
      #expect(report.counts.unchanged == 30 && report.counts.inserted == 0)
      #expect(report.types.map(\.counts.unchanged) == [30])
      #expect(try store.run(run).run.sameAs == run - 1)
      #expect(try store.run(run).run.files.map(\.unchanged) == [30])
      let seen = try store.reading {
        try $0.integer("SELECT count(*) FROM run_assets WHERE what = 0")
      }
      #expect(seen == Int64(run))
    }
    #expect(try store.keys(at: 3).count == 30)
    #expect(try store.verify().isGood)
  }

  @Test func `a run between that changed nothing makes no difference, one that did is found`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    #expect(try store.ingest(Array(records[..<5]), in: folder).counts.unchanged == 5)
    #expect(try store.ingest(records, in: folder).sameAs == 1)
    #expect(
      try store.ingest([placed("k0", "000000000123", "other")], in: folder).counts.updated == 1)
    let report = try store.ingest(records, in: folder)
    #expect(report.sameAs == nil && report.counts.updated == 1)
    #expect(try store.ingest(records, in: folder).sameAs == 5)
  }

  @Test(arguments: [
    "UPDATE store SET created_at = 'x'", "DELETE FROM unknown_tags", "VACUUM",
    "CREATE TABLE other(a); DROP TABLE other",
  ])
  func `after anything else has written to the file it is read again`(statement: String) throws {
    let folder = try TemporaryFolder()
    let path = try store(folder).path
    try Connection(path: path, access: .readWrite).execute(statement)
    let store = try Store.openOrCreate(path)
    #expect(try store.ingest(records, in: folder).sameAs == nil)
  }

  @Test func `what is asked otherwise is read`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let path = try folder.write("same.ndjson", records.map { $0 + "\n" }.joined())
    var request = IngestRequest(type: responseType, sources: [.file(path)])
    request.format = .ndjson
    #expect(try store.ingest(request).sameAs == 1)
    for change: (inout IngestRequest) -> Void in [
      { $0.account = "000000000123" }, { $0.isStrict = true }, { $0.absentFields = .kept },
      { $0.values = ["region": "r"] }, { $0.format = nil },
      { $0.redactions.paths = [FieldPath("region")] }, { $0.sources.append(.file(path)) },
    ] {
      var other = request
      change(&other)
      #expect(try store.ingest(other).sameAs == nil)
      // What it redacts or has twice has changed assets, or would again.
      guard other.redactions == request.redactions, other.sources.count == 1 else { continue }
      #expect(try store.ingest(other).sameAs != nil)
    }
  }

  @Test func `another file of the same size is read`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    var other = records
    other[7] = placed("k7", "000000000123", "q")
    #expect(try store.ingest(other, in: folder).counts.updated == 1)
  }

  @Test func `assets with several records, which change each time, are read each time`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let twice = records + [placed("k0", "000000000123", "s")]
    for _ in 0..<2 {
      let report = try store.ingest(twice, in: folder)
      #expect(report.sameAs == nil && report.warnings.entries["asset-twice"] != nil)
    }
  }

  @Test func `a snapshot of a file that a run has read says what vanished, and reads no record`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let path = try folder.write("part.ndjson", records[..<27].map { $0 + "\n" }.joined())
    let other = placed("elsewhere", "999999999999", "r")
    #expect(try store.ingest([other], in: folder).counts.inserted == 1)
    var request = IngestRequest(type: responseType, sources: [.file(path)])
    #expect(try store.ingest(request).counts.unchanged == 27)
    request.snapshot = SnapshotRequest(allowedDeletes: 2)
    let fault = try #require(throws: Fault.self) { try store.ingest(request) }
    #expect(fault.kind == .guarded && fault.why.hasPrefix("3 assets are not in it"))
    request.snapshot = SnapshotRequest()
    let report = try store.ingest(request)
    #expect(report.sameAs == 3 && report.counts.unchanged == 27 && report.counts.deleted == 3)
    #expect(report.vanished.map(\.key).sorted() == ["k27", "k28", "k29"])
    #expect(try store.keys(.everything).count == 28)
    let read = try Store.openOrCreate(folder.file("read.db"))
    _ = try read.ingest(records, in: folder)
    #expect(try read.ingest(request).sameAs == nil)
    let scopes = try (store.run(4).scopes, read.run(2).scopes)
    #expect(scopes.0 == scopes.1 && scopes.0 != nil)
    #expect(try store.verify().isGood)
    // It has changed the store, so that it is the one to repeat.
    #expect(try store.ingest(request).sameAs == 4)
  }

  @Test func `a snapshot of other scopes than its records' names them in a warning`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let path = try folder.write("all.ndjson", records.map { $0 + "\n" }.joined())
    var request = IngestRequest(type: responseType, sources: [.file(path)])
    #expect(try store.ingest(request).counts.unchanged == 30)
    request.snapshot = SnapshotRequest(scopes: [
      Scope(type: responseType, account: .value("111111111111"))
    ])
    let report = try store.ingest(request)
    #expect(report.sameAs == 2 && report.warnings.entries["outside-scope"] != nil)
    #expect(report.vanished.isEmpty)
  }

  @Test func `a snapshot again is complete for the same, and a dry run writes nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    #expect(try store.snapshot(Array(records[..<29]), in: folder).vanished.map(\.key) == ["k29"])
    let report = try store.snapshot(Array(records[..<29]), in: folder)
    #expect(report.sameAs == 2 && report.vanished.isEmpty && report.counts.deleted == 0)
    #expect(try store.run(3).scopes == store.run(2).scopes)
    #expect(try store.run(3).scopes != nil)
    var request = IngestRequest(
      type: responseType, sources: [.file(folder.file("snapshot.ndjson"))])
    request.format = .ndjson
    request.absentFields = .cleared
    request.snapshot = SnapshotRequest()
    request.isDryRun = true
    let dry = try store.ingest(request)
    #expect(dry.run == nil && dry.sameAs == 3)
    #expect(try store.runs().count == 3)
  }

  @Test func `undoing the run before brings back what the file then changes`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.ingest([placed("k0", "000000000123", "s")], in: folder)
    _ = try store.ingest(records, in: folder)
    _ = try store.undo(3)
    let report = try store.ingest(records, in: folder)
    #expect(report.sameAs == nil && report.counts.updated == 1)
  }

  @Test func `a run between that told of tags is found, though it changed no record`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let blind = #"{"_key":"a","template_selection_expression":"x"}"#
    try store.ingest([blind], in: folder)
    let told = #"{"_key":"a","template_selection_expression":"x","tags":null}"#
    #expect(try store.ingest([told], in: folder).counts.unchanged == 1)
    #expect(try store.ingest([blind], in: folder).sameAs == nil)
  }
}
