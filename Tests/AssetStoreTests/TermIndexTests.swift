import AssetCatalogue
import AssetIndex
import AssetJSON
import AssetOutput
import Assets
import AssetSQLite
import Foundation
import Testing
import TestSupport

@testable import AssetStore

@Suite struct TermIndexTests {
  private func flaw(_ store: Store) throws -> String? {
    try store.reading { connection in
      let hashes = ContentHashes()
      let assets = try ContentReading(connection, hashes: hashes).terms
      return try IndexedTerms(connection, hash: hashes.terms).flaw(against: assets)
    }
  }

  @Test func `100,000 writes leave what a rebuilt index would say`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 3)
    for round in 0..<20 {
      // Enough assets for bitmaps; the first run has some of them twice, later ones bring few that are new.
      let records = (0..<5_000).map { index in
        let key = round == 0 ? index * 9 / 10 : Int.random(in: 0..<6_000, using: &random)
        let tags = ["env", "team", "owner", "é", ""].filter { _ in .random(using: &random) }.map {
          name in
          let value = Int.random(in: 0..<(name == "owner" ? 5_000 : 3), using: &random)
          return #""\#(name)":"\#(value)""#
        }
        return record("k\(key)", tags: "{\(tags.joined(separator: ","))}")
      }
      try store.ingest(records, account: round.isMultiple(of: 3) ? "1" : "2", in: folder)
    }
    #expect(try flaw(store) == nil)
    let before = try store.termIndex()
    #expect(before.contains { $0.utf8.count > 16_000 })
    try store.reindex()
    #expect(try store.termIndex() == before)
    #expect(try flaw(store) == nil)
  }

  @Test func `an index made with little memory is the same`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      (0..<3_000).map { record("k\($0)", tags: #"{"n":"\#($0)","m":"\#($0 % 7)"}"#) }, in: folder)
    let before = try store.termIndex()
    for maxBytes in [1, 40_000, .max] {
      try store.writing {
        try TermLoad.rebuild($0, gatherer: TermGatherer(maxBytes: maxBytes))
      }
      #expect(try store.termIndex() == before, "\(maxBytes)")
      #expect(try flaw(store) == nil)
    }
  }

  /// - Parameter distinct: of how many kinds tags are: some of them come again when their terms are forgotten.
  @Test(arguments: [3_000, 5])
  func `an index written asset by asset is the same, in however little memory`(distinct: Int) throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      (0..<3_000).map {
        record("k\($0)", tags: #"{"n":"\#($0 % distinct)","m":"\#($0 % 7)"}"#)
      }, in: folder)
    let before = try store.termIndex()
    let table = AssetTable(try #require(try Catalogue.type(named: responseType)))
    for limits in [
      TermIndexWriter.Limits(dictionary: 40_000, changes: 100),
      TermIndexWriter.Limits(dictionary: 1, changes: .max),
      TermIndexWriter.Limits(dictionary: .max, changes: 1),
    ] {
      try store.writing { connection in
        try connection.execute("DELETE FROM blocks; DELETE FROM terms;")
        var index = try TermIndexWriter(connection, limits: limits)
        var terms = TermExtractor(table.type)
        try connection.forEachRow("SELECT _id, * FROM \(table.name) ORDER BY _id") { row in
          try index.makeRoom(connection)
          try terms.extract(row, from: 2, with: &index.dictionary.interner)
          try index.insert(row.integer(at: 0) ?? 0, terms: terms.terms, on: connection)
        }
        try index.finish(connection)
      }
      #expect(try store.termIndex() == before)
      #expect(try flaw(store) == nil)
    }
  }

  @Test func `a load beside assets of another type joins the ids of the terms that both have`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    // Together enough for bitmaps, where each alone has lists; the last begins a block of its own.
    for (type, count) in [
      (responseType, 3_000), ("aws.ec2_instance", 3_000), ("aws.sqs_queue", 70_000),
    ] {
      let records = (0..<count).lazy.map {
        #"{"_key":"\#(type) \#($0)","tags":{"m":"\#($0 % 2)"}}"#
      }
      _ = try store.ingest(records, type: type, account: "1")
      #expect(try flaw(store) == nil)
    }
    let before = try store.termIndex()
    try store.reindex()
    #expect(try store.termIndex() == before)
    #expect(try store.count(Query(types: .all, where: .hasKey("m", in: "tags"))) == 76_000)
  }

  @Test func `a load leaves no term for the fields that no asset has something in`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a", tags: "{}")], in: folder)
    #expect(try store.termIndex().allSatisfy { !$0.hasSuffix("nowhere") })
    #expect(try flaw(store) == nil)
  }

  @Test func `whatever is changed in the index is found, and reindex mends it`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      (0..<5_000).map { record("k\($0)", tags: #"{"env":"prod","n":"\#($0 % 50)"}"#) }, in: folder)
    let before = try store.termIndex()
    let prod = "(SELECT id FROM terms WHERE text = 'prod')"
    for change in [
      // One bit of a bitmap, one of a list, one of each column of a term; a row too few, one too many.
      "UPDATE blocks SET ids = CAST(x'fd' || substr(ids, 2) AS BLOB) WHERE length(ids) = 8192",
      "UPDATE blocks SET ids = CAST(x'ff' || substr(ids, 2) AS BLOB) WHERE length(ids) < 8192",
      "UPDATE blocks SET ids = x'' WHERE place & 0xFFFFFFFF = \(prod)",
      "UPDATE blocks SET ids = x'00' WHERE place & 0xFFFFFFFF = \(prod)",
      "UPDATE blocks SET place = place | (1 << 32) WHERE place & 0xFFFFFFFF = \(prod)",
      "UPDATE blocks SET place = place - (1 << 32) WHERE place & 0xFFFFFFFF = \(prod)",
      "UPDATE terms SET assets = assets + 1",
      "UPDATE terms SET text = 'proe' WHERE text = 'prod'",
      "UPDATE terms SET kind = 3 WHERE text = 'prod'",
      "UPDATE terms SET parent = 0 WHERE text = 'prod'",
      "UPDATE terms SET id = 1000 WHERE text = 'prod'", "DELETE FROM terms WHERE text = 'prod'",
      "DELETE FROM blocks WHERE place & 0xFFFFFFFF = \(prod)",
      "INSERT INTO terms VALUES (999, 0, 0, 'x', 0)",
      "INSERT INTO blocks VALUES (999, x'0000')",
      "INSERT INTO blocks VALUES ((7 << 32) | \(prod), x'0000')",
    ] {
      try store.writing { try $0.execute(change) }
      #expect(try flaw(store) != nil, "\(change)")
      #expect(try !store.verify().isGood, "\(change)")
      try store.reindex()
      #expect(try store.termIndex() == before, "\(change)")
      #expect(try store.verify().isGood, "\(change)")
    }
  }

  @Test func `blobs spell sets of any size, and nothing else is taken for one`() throws {
    for count in [0, 1, 4_095, 4_096, 4_097, 65_536] {
      let ids = (0..<count).map { UInt16($0 * 65_536 / max(count, 1)) }
      var blob: [UInt8] = []
      BlockBlob.append(ids, to: &blob)
      #expect(blob.count == (count < 4_096 ? count * 2 : 8_192))
      let bits = try BlockBits(blob.span)
      #expect(bits.ids == ids && bits.count == count)
      #expect(
        (0...UInt16.max).allSatisfy { BlockBlob.contains($0, in: blob.span) == bits.contains($0) })
      var again: [UInt8] = []
      BlockBlob.append(bits, to: &again)
      #expect(again == blob)
    }
    for size in [1, 8_191, 8_194] {
      #expect(throws: Fault.self) { try BlockBits([UInt8](repeating: 0, count: size).span) }
    }
  }
}
