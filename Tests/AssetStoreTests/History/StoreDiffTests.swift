import AssetJSON
import Assets
import Testing
import TestSupport

@testable import AssetStore

/// Differences between two files.
@Suite struct StoreDiffTests {
  private func diff(
    _ store: Store, from other: Store, at: Int? = nil, to: Int? = nil,
    _ request: DiffRequest = DiffRequest()
  ) throws -> [String] {
    var found: [String] = []
    try store.diff(
      from: other, at: at.map { .number($0) }, to: to.map { .number($0) }, request: request
    ) { difference in
      let changes = difference.changes.map { change in
        " \(FieldPath(field: change.field, key: change.key)) \(change.from.text)>\(change.to.text)"
      }
      found.append("\(difference.kind) \(difference.key)" + changes.joined())
    }
    return found
  }

  @Test func `a backup is held against the store, by key and not by id`() throws {
    let folder = try TemporaryFolder()
    let old = try Store.openOrCreate(folder.file("old.db"))
    _ = try old.ingest(
      [placed("ß", "1"), placed("c", "1", tags: #"{"k":"1"}"#), placed("b", "1")],
      type: responseType)
    let new = try Store.openOrCreate(folder.file("new.db"))
    _ = try new.ingest([placed("a", "2"), placed("b", "1")], type: responseType)
    _ = try new.ingest([placed("c", "1", "s", tags: #"{"k":"2"}"#)], type: responseType)
    #expect(
      try diff(new, from: old) == [
        "added a", #"changed c tags.k "1">"2" region "r">"s""#, "removed ß",
      ])
    #expect(try diff(old, from: old).isEmpty)
    // States of either.
    #expect(try diff(new, from: old, to: 1) == ["added a", "removed c", "removed ß"])
    #expect(try diff(old, from: new, at: 1) == ["removed a", "added c", "added ß"])
    var request = DiffRequest()
    request.query = Query(where: Operand.field("account_id").equals("1"))
    request.ignored = [FieldPath("tags")]
    #expect(
      try diff(new, from: old, request) == [#"changed c region "r">"s""#, "removed ß"])
    _ = try old.backUp(to: folder.file("b.db"))
    #expect(try diff(new, from: Store.open(folder.file("b.db"))).count == 3)
  }

  @Test func `a type that one of them does not have, or has otherwise, is told`() throws {
    let folder = try TemporaryFolder()
    let old = try Store.openOrCreate(folder.file("old.db"))
    let new = try Store.openOrCreate(folder.file("new.db"))
    let type = { (name: String, fields: [Field]) in
      try AssetType(TypeName(name), accountField: nil, keyTemplate: nil, fields: fields)
    }
    _ = try old.add(type("x.thing", [Field("n", dataType: .string)]))
    _ = try new.add(type("x.thing", [Field("n", dataType: .int64), Field("m", dataType: .string)]))
    _ = try new.add(type("x.other", [Field("n", dataType: .string)]))
    _ = try old.ingest([#"{"_key":"a","n":"1"}"#, #"{"_key":"b","n":"2"}"#], type: "x.thing")
    _ = try new.ingest([#"{"_key":"a","n":1,"m":"x"}"#], type: "x.thing")
    _ = try new.ingest([#"{"_key":"o","n":"1"}"#], type: "x.other")
    #expect(
      try diff(new, from: old) == ["added o", #"changed a n "1">1 m null>"x""#, "removed b"])
    var request = DiffRequest()
    request.query = Query(types: .one(try TypeName("x.other")))
    #expect(try diff(new, from: old, request) == ["added o"])
    request.query = Query(types: .one(try TypeName("x.nothing")))
    #expect(throws: Fault.self) { try diff(new, from: old, request) }
    request.query = Query()
    request.query.tagsAreKnown = true
    #expect(throws: Fault.self) { try diff(new, from: old, request) }
  }

  @Test(arguments: 1...4)
  func `files and runs tell of the same differences`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: seed)
    for run in 0..<4 {
      let records = (0..<30).map { _ in
        placed(
          "k\(Int.random(in: 0..<60, using: &random))", "\(Int.random(in: 0..<2, using: &random))",
          tags: #"{"t":"\#(Int.random(in: 0..<3, using: &random))"}"#)
      }
      _ = try store.ingest(records, type: run % 2 == 0 ? responseType : "aws.sqs_queue")
      if run == 1 { _ = try store.backUp(to: folder.file("b.db")) }
    }
    let backup = try Store.open(folder.file("b.db"))
    var differences: Set<AssetDifference> = []
    _ = try store.diff(from: .number(2)) { differences.insert($0) }
    var fromFile: Set<AssetDifference> = []
    try store.diff(from: backup) { fromFile.insert($0) }
    #expect(differences == fromFile)
    var none = 0
    try store.diff(from: backup, to: .number(2)) { _ in none += 1 }
    #expect(none == 0)
  }
}
