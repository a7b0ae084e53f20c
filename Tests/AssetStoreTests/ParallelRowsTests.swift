import AssetFiles
import AssetLanguage
import AssetOutput
import Assets
import Synchronization
import Testing
import TestSupport

@testable import AssetStore

/// Results that several threads write. With a limit, one thread writes all of them: its answers are held against these.
@Suite struct ParallelRowsTests {
  /// Enough ids for threads, among them those of another type, and gaps.
  private static func store(
    _ folder: borrowing TemporaryFolder, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"), isCancelled: isCancelled)
    try store.ingest((0..<9_000).map(record), in: folder)
    _ = try store.ingest((0..<50).map { #"{"_key":"i\#($0)"}"# }, type: "aws.ec2_instance")
    try store.ingest((9_000..<20_000).map(record), in: folder)
    let gone = try Expression(parsing: "_key LIKE 'k1_3%' OR _key LIKE 'k1_9%'")
    _ = try store.delete(Query(where: gone), atMost: 20_000)
    return store
  }

  private static func record(_ number: Int) -> String {
    let quoted = number.isMultiple(of: 7) ? #"say \"x\",\u007f"# : "plain"
    return
      #"{"_key":"k\#(number)","region":"\#(quoted)","tags":{"n":"\#(number)"},"more":\#(number)}"#
  }

  private static func bytes(
    _ query: Query, of store: Store, as format: OutputFormat, after cursor: Cursor? = nil
  ) throws -> [UInt8] {
    let output = Collector()
    var writer = makeResultWriter(format, to: OutputStream { output.bytes.append(span: $0) })
    _ = try store.query(query, after: cursor, into: &writer)
    return output.bytes
  }

  @Test func `they are to the byte what one thread writes`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let type = try TypeSelection(responseType)
    var first = Query(types: type)
    first.limit = 150
    let output = Collector()
    var writer = makeResultWriter(.csv, to: OutputStream { output.bytes.append(span: $0) })
    let cursor = try #require(try store.query(first, into: &writer).next)
    for format in OutputFormat.allCases {
      for (condition, cursor) in [("TRUE", nil), ("_key LIKE '%7'", nil), ("TRUE", cursor)] {
        var query = Query(types: type, where: try Expression(parsing: condition))
        let parallel = try Self.bytes(query, of: store, as: format, after: cursor)
        query.limit = 1_000_000
        #expect(try parallel == Self.bytes(query, of: store, as: format, after: cursor))
        #expect(parallel.count > 50_000)
      }
    }
  }

  @Test(arguments: [
    ("TRUE", true), ("region = 'plain'", true), ("_key LIKE 'k1%'", true), ("_key = 'k1'", false),
    ("_key IN ('k1', 'k2') AND region = 'plain'", false),
  ])
  func `what the index of keys finds is not looked for in ranges`(
    condition: String, isInRanges: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let query = Query(
      types: try TypeSelection(responseType), where: try Expression(parsing: condition))
    let readers = try #require(store.parallelReaders)
    let found = try store.reading { connection in
      let plan = try store.plan(query, on: connection)
      var writer = JSONWriter(OutputStream { _ in }, frame: .lines)
      try writer.begin(plan.selects[0].cells.map(\.column))
      return try readers.rows(
        of: plan.selects[0], readings: plan.readings, from: .min, writing: writer.partWriting,
        on: connection)
        != nil
    }
    #expect(found == isInRanges)
  }

  @Test func `none at all is a valid document`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let query = Query(
      types: try TypeSelection(responseType), where: try Expression(parsing: "_key LIKE '%none'"))
    #expect(try Self.bytes(query, of: store, as: .json) == Array("[]\n".utf8))
    #expect(try Self.bytes(query, of: store, as: .ndjson) == [])
  }

  @Test func `what the output fails with comes out as it is`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let closed = Errno(code: 32)
    for piecesTaken in 0..<4 {
      var pieces = 0
      #expect(throws: closed) {
        var writer = makeResultWriter(
          .ndjson,
          to: OutputStream { _ in
            pieces += 1
            if pieces > piecesTaken { throw closed }
          })
        _ = try store.query(Query(types: try TypeSelection(responseType)), into: &writer)
      }
    }
    #expect(try store.count(Query(types: try TypeSelection(responseType))) > 15_000)
  }

  @Test func `they end when that is asked for`() throws {
    let folder = try TemporaryFolder()
    let isCancelled = Atomic(false)
    let store = try Self.store(folder) { isCancelled.load(ordering: .relaxed) }
    let fault = try #require(throws: Fault.self) {
      var writer = makeResultWriter(
        .ndjson, to: OutputStream { _ in isCancelled.store(true, ordering: .relaxed) })
      _ = try store.query(Query(types: try TypeSelection(responseType)), into: &writer)
    }
    #expect(fault.kind == .interrupted)
  }
}
