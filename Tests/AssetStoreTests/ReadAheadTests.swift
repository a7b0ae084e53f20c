import AssetCatalogue
import AssetExports
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import Foundation
import Synchronization
import Testing
import TestSupport

@testable import AssetStore

@Suite struct ReadAheadTests {
  @Test func `what comes after many batches counts as it would at once`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let first = try folder.write("a.ndjson", lines(0..<20_000))
    let second = try folder.write("b.ndjson", lines(15_000..<30_000))
    let request = IngestRequest(type: responseType, sources: [.file(first), .file(second)])
    var progress: [Int] = []
    let report = try store.ingest(request) { progress.append($0.records) }
    #expect(report.inputs.map(\.summary.records) == [20_000, 15_000])
    #expect(report.counts.inserted == 30_000 && report.counts.unchanged == 5_000)
    #expect(progress == progress.sorted() && progress.last == 35_000 && progress.count > 8)
    let keys = try store.keys(.everything)
    #expect(keys == (0..<30_000).map { "k\($0)" })
  }

  @Test func `a bad record far on is told with its line and leaves the store as it was`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let path = try folder.write("a.ndjson", lines(0..<20_000) + "{\"_key\":7\n" + lines(0..<9))
    let fault = try #require(throws: Fault.self) {
      try store.ingest(IngestRequest(type: responseType, sources: [.file(path)]))
    }
    #expect(fault.kind == .input && fault.place?.line == 20_001)
    #expect(try store.keys(.everything).isEmpty && store.runs().isEmpty)
  }

  @Test(.timeLimit(.minutes(5)))
  func `a run that waits for a pipe which says no more can be interrupted`() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.file("pipe")
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let handle = try #require(FileHandle(forUpdatingAtPath: pipe))
    let records = Data(lines(0..<5_000).utf8)
    Thread.detachNewThread { handle.write(records) }
    let hasBegun = Atomic(false)
    let store = try Store.openOrCreate(
      folder.file("s.db"), isCancelled: { hasBegun.load(ordering: .relaxed) })
    let fault = try #require(throws: Fault.self) {
      try store.ingest(IngestRequest(type: responseType, sources: [.file(pipe)])) { _ in
        hasBegun.store(true, ordering: .relaxed)
      }
    }
    #expect(fault.kind == .interrupted)
    #expect(try Store.open(folder.file("s.db")).runs().isEmpty)
    try handle.close()
  }

  @Test func `no more is read while what has been read is heavy`() throws {
    var handover = Handover<RecordFeedItem>(limit: 1 << 20)
    #expect(handover.isWanted == true)
    try handover.add(.success(batch(bytes: 2 << 20)))
    #expect(handover.isWanted == nil)
    _ = handover.take()
    #expect(handover.isWanted == nil)
    handover.release()
    #expect(handover.isWanted == true)
    handover.isAbandoned = true
    #expect(handover.isWanted == false)
  }

  @Test func `the end stays the end`() throws {
    var handover = Handover<RecordFeedItem>(limit: 1 << 20)
    let early = handover.take()
    #expect(early == nil)
    handover.add(.success(nil))
    for _ in 0..<2 {
      let item = handover.take()
      #expect(try item?.get() == nil && item != nil)
    }
  }

  private func lines(_ numbers: Range<Int>) -> String {
    numbers.map { record("k\($0)") + "\n" }.joined()
  }

  private func batch(bytes: Int) throws -> RecordFeedItem {
    let type = try #require(try Catalogue.type(named: responseType))
    var converter = RecordConverter(
      type: type, context: try MappingContext(for: type, account: nil, values: [:]))
    let key = String(repeating: "k", count: bytes)
    return .records(
      try converter.convert(Array(record(key).utf8)),
      IngestProgress(source: "-", bytesRead: 0, totalBytes: nil, records: 1))
  }
}
