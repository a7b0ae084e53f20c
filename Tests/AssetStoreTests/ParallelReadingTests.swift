import AssetFiles
import Assets
import AssetSQLite
import Synchronization
import Testing
import TestSupport

@testable import AssetStore

@Suite struct ParallelReadingTests {
  @Test func `it sees the moment that the lock of the other connection is of, or nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try filledStore(folder)
    try store.reading { connection in
      _ = try connection.integer("PRAGMA page_count")
      let counter = try connection.changeCounter()
      for (counter, isSame) in [(counter, true), (counter &+ 1, false)] {
        var reading = try ParallelReading(
          store.path, counter: counter, hashes: ContentHashes(), isCancelled: { false })
        let result = Result { try reading.value() }
        #expect((try? result.get().digest.assets) == (isSame ? 50 : nil))
      }
    }
  }

  @Test func `it ends when that is asked for`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest((0..<3_000).map { record("k\($0)") }, in: folder)
    let counter = try store.reading { try $0.changeCounter() }
    var reading = try ParallelReading(
      store.path, counter: counter, hashes: ContentHashes(), isCancelled: { true })
    let error = try #require(throws: SQLiteError.self) { try reading.value() }
    #expect(error.code == .interrupted)
  }

  @Test(arguments: [0, 1, 7, 100_000])
  func `a digest on a thread of its own is that of all bytes in their order`(size: Int) throws {
    let hash = try ParallelSHA256()
    var all: [UInt8] = []
    for round in 0..<20 {
      var bytes = [UInt8](repeating: UInt8(round), count: size * round)
      all += bytes
      hash.update(taking: &bytes)
      #expect(bytes.isEmpty)
    }
    #expect(try hash.finish() == SHA256.hexDigest(of: all.span))
    // One that nobody finishes ends all the same.
    var bytes: [UInt8] = [1]
    try ParallelSHA256().update(taking: &bytes)
  }

  @Test func `work on a thread gives its value, or throws what it threw`() throws {
    var sum = try ParallelWork.start { (1...10).reduce(0, +) }
    #expect(try sum.value() == 55)
    var failing = try ParallelWork<Int>.start { throw Fault(.io, what: "it", why: "so") }
    let fault = try #require(throws: Fault.self) { try failing.value() }
    #expect(fault.why == "so")
  }

  @Test func `what is not waited for is done before its value is gone`() throws {
    let isDone = Mutex(false)
    func start() throws {
      _ = try ParallelWork.start { isDone.withLock { $0 = true } }
    }
    try start()
    #expect(isDone.withLock { $0 })
  }
}
