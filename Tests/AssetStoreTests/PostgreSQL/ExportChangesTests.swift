import AssetJSON
import AssetLanguage
import Assets
import Testing
import TestSupport

@testable import AssetStore

/// A server that is brought up to date, run after run.
@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct ExportChangesTests {
  @Test func `changes, deletions and comebacks leave the server as a fresh export does`() throws {
    let copy = try PostgreSQLCopy.make()
    let store = copy.store
    var random = SeededGenerator(seed: 5)
    var assets = (0..<60).map { SampleAsset($0, using: &random) }
    try store.ingest(samples: assets, in: copy.folder)
    try copy.load()
    try requireFresh(copy)

    // Some change, some are new, and another type comes.
    for index in 0..<20 { assets[index] = SampleAsset(index, using: &random) }
    assets += (60..<70).map { SampleAsset($0, using: &random) }
    try store.ingest(samples: assets, in: copy.folder)
    try store.ingest((0..<10).map { record("r\($0)", tags: #"{"n":"\#($0)"}"#) }, in: copy.folder)
    try update(copy, since: 1)

    // Some go, by hand and in a snapshot, and a tag is too long for an index.
    _ = try store.delete(Query(where: Expression(parsing: "_key IN ('asset 1', 'asset 65')")))
    try store.snapshot((0..<9).map { record("r\($0)", tags: #"{"n":"\#($0)"}"#) }, in: copy.folder)
    try store.ingest(
      [record("long", tags: #"{"k":"\#(String(repeating: "é", count: 3_000))"}"#)], in: copy.folder)
    try update(copy, since: 3)

    // They come back, as they were and as others; a run is undone.
    try store.ingest(samples: Array(assets[0..<3]) + [assets[65]], in: copy.folder)
    try store.ingest([record("r9", tags: #"{"n":"back"}"#)], in: copy.folder)
    try store.ingest([record("r1", tags: #"{"n":"wrong"}"#), record("r10")], in: copy.folder)
    _ = try store.undo(9)
    _ = try store.prune(.runs(6))
    try update(copy, since: 6)

    // A type goes with its history, and another one stays.
    _ = try store.remove(type: responseType, isForced: true)
    try update(copy, since: 10)
    #expect(try store.runs().count == 11)
  }

  /// Loads the changes, twice, and compares with a server that has everything from the start.
  private func update(_ copy: borrowing PostgreSQLCopy, since run: Int) throws {
    let request = PostgreSQLRequest(Query(), since: .number(run))
    try copy.load(request)
    try requireFresh(copy)
    try copy.load(request)
    try requireFresh(copy)
  }

  private func requireFresh(_ copy: borrowing PostgreSQLCopy) throws {
    let fresh = try PostgreSQL.server().makeDatabase()
    _ = try fresh.lines(of: copy.store.script())
    let (ours, expected) = (try copy.database.content(), try fresh.content())
    #expect(ours.count > 20)
    #expect(ours == expected)
  }

  @Test func `the server refuses changes that do not begin where it is`() throws {
    let copy = try PostgreSQLCopy.make()
    let changes = { (run: Int) in PostgreSQLRequest(Query(), since: .number(run)) }
    for key in ["a", "b", "c"] { try copy.store.ingest([record(key)], in: copy.folder) }
    #expect(throws: PostgreSQL.Refusal.self) { try copy.load(changes(2)) }
    try copy.load()
    try copy.store.ingest([record("d")], in: copy.folder)
    let before = try copy.database.content()
    for (run, reason) in [(1, "is at run 3, and these are the changes from run 1 to run 4")] {
      let refusal = #expect(throws: PostgreSQL.Refusal.self) { try copy.load(changes(run)) }
      #expect(refusal?.description.contains(reason) == true)
    }
    #expect(throws: PostgreSQL.Refusal.self) { try copy.load() }
    var part = changes(3)
    part.query.types = try TypeSelection("aws.*")
    #expect(throws: PostgreSQL.Refusal.self) { try copy.load(part) }
    #expect(try copy.database.content() == before)
    let other = try PostgreSQLCopy.make()
    for key in ["a", "b", "c", "d"] { try other.store.ingest([record(key)], in: other.folder) }
    let foreign = try other.store.script(changes(3))
    #expect(throws: PostgreSQL.Refusal.self) { try copy.database.lines(of: foreign) }
    try copy.load(changes(3))
  }

  @Test func `a type that was defined anew is refused`() throws {
    let copy = try PostgreSQLCopy.make()
    var random = SeededGenerator(seed: 6)
    try copy.store.ingest(samples: [SampleAsset(0, using: &random)], in: copy.folder)
    try copy.load()
    let type = try SampleAsset.type()
    _ = try copy.store.add(
      AssetType(
        type.name, accountField: "owner", keyTemplate: nil,
        fields: type.fields + [Field("more", dataType: .string)]))
    let refusal = #expect(throws: PostgreSQL.Refusal.self) {
      try copy.load(PostgreSQLRequest(Query(), since: .number(1)))
    }
    #expect(refusal?.description.contains(#"the definition of "test"."sample""#) == true)
  }

  @Test(arguments: [0.2, 0.5, 0.9, 0.99])
  func `a load that is cut off leaves the server as it was`(part: Double) throws {
    let copy = try PostgreSQLCopy.make()
    let records = (0..<200).map { record("k\($0)", tags: #"{"n":"\#($0)"}"#) }
    try copy.store.ingest(records, in: copy.folder)
    let full = Array(try copy.store.script().utf8)
    try cutOff(full, part: part, on: copy.database)
    #expect(try copy.database.content().isEmpty)
    try copy.load()
    let before = try copy.database.content()
    try copy.store.ingest(records.map { $0.filter { $0 != "1" } }, in: copy.folder)
    let changes = Array(try copy.store.script(PostgreSQLRequest(Query(), since: .number(1))).utf8)
    try cutOff(changes, part: part, on: copy.database)
    #expect(try copy.database.content() == before)
  }

  /// Gives `psql` a part of a script, and kills it when it has that.
  private func cutOff(_ script: [UInt8], part: Double, on database: PostgreSQLDatabase) throws {
    // What stands behind the transaction is no part of it.
    let text = String(decoding: script, as: UTF8.self)
    let end = try #require(text.firstRange(of: "\nCOMMIT;\n")).lowerBound.utf16Offset(in: text)
    try database.kill(behind: Array(script[..<Int(Double(end) * part)]))
  }
}
