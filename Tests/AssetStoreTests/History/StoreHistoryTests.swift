import AssetJSON
import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct StoreHistoryTests {
  @Test func `each state of an asset is told, with what changed, key by key`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    for record in [
      #"{"_key":"a","region":"r","tags":{"env":"prod","x":"1"},"z":1}"#,
      #"{"_key":"a","region":"s","tags":{"env":"test","x":"1"},"z":1}"#,
      #"{"_key":"a","region":"s","tags":{"env":"test","x":"1"},"z":1}"#,
      #"{"_key":"a","region":"s","tags":{"x":"1"},"z":2}"#,
    ] {
      _ = try store.ingest([record], type: responseType)
    }
    let events = try store.history(of: "a")
    #expect(events.map(\.run) == [1, 2, 4])
    #expect(
      events[1].changes == [
        FieldChange(field: "tags", key: "env", from: "prod", to: "test"),
        FieldChange(field: "region", key: nil, from: "r", to: "s"),
      ])
    #expect(
      events[2].changes == [
        FieldChange(field: "tags", key: "env", from: "test", to: .null),
        FieldChange(field: "_extra", key: "z", from: JSONValue(1), to: JSONValue(2)),
      ])
    #expect(throws: Fault.self) { try store.history(of: "b") }
    #expect(try store.verify().isGood)
  }

  @Test func `what differs between two runs is told once, whatever happened in between`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let ingest = { (records: [String]) in _ = try store.ingest(records, type: responseType) }
    try ingest([placed("a", "1"), placed("b", "1"), placed("c", "2"), placed("d", "1")])
    try ingest([placed("a", "1", tags: #"{"k":"v"}"#), placed("e", "1"), placed("c", "2", "s")])
    try ingest([placed("a", "1"), placed("b", "1", "s")])
    _ = try store.delete(Query(where: Operand.field("_key").isIn(["d", "e"])), atMost: 2)
    let diff = { (from: Int, to: Int?, query: Query) in
      var request = DiffRequest()
      request.query = query
      var found: [String] = []
      _ = try store.diff(from: .number(from), to: to.map { .number($0) }, request: request) {
        found.append("\($0.kind) \($0.key)")
      }
      return found.sorted()
    }
    #expect(
      try diff(1, nil, Query()) == ["changed b", "changed c", "removed d"])
    #expect(try diff(1, 2, Query()) == ["added e", "changed a", "changed c"])
    #expect(try diff(2, 3, Query()) == ["changed a", "changed b"])
    #expect(try diff(3, 4, Query()) == ["removed d", "removed e"])
    #expect(try diff(4, 4, Query()).isEmpty)
    let account = Query(where: Operand.field("account_id").equals("2"))
    #expect(try diff(1, nil, account) == ["changed c"])
    #expect(throws: Fault.self) { try diff(4, 1, Query()) }
    #expect(throws: Fault.self) { try diff(9, nil, Query()) }
  }

  @Test func `changes that are not asked for do not count`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest([placed("a", "1", tags: #"{"k":"1","l":"1"}"#)], type: responseType)
    _ = try store.ingest([placed("a", "1", "s", tags: #"{"k":"2","l":"2"}"#)], type: responseType)
    for (fields, ignored, expected) in [
      (nil, [], ["tags.k", "tags.l", "region"]), (["tags"], [], ["tags.k", "tags.l"]),
      (["tags.k", "region"], [], ["tags.k", "region"]), (nil, ["tags.k", "region"], ["tags.l"]),
      (["tags"], ["tags"], []),
    ] as [([String]?, [String], [String])] {
      var request = DiffRequest()
      request.fields = fields?.map { FieldPath($0) }
      request.ignored = ignored.map { FieldPath($0) }
      var found: [String] = []
      _ = try store.diff(from: .number(1), request: request) { difference in
        found += difference.changes.map { FieldPath(field: $0.field, key: $0.key).description }
      }
      #expect(found == expected)
    }
  }

  @Test func `a type that changes takes its versions with it`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let type = { (fields: [Field]) in
      try AssetType(TypeName("x.thing"), accountField: nil, keyTemplate: nil, fields: fields)
    }
    _ = try store.add(type([Field("size", dataType: .string), Field("old", dataType: .string)]))
    _ = try store.ingest([#"{"_key":"a","size":"1","old":"o","zone":"z"}"#], type: "x.thing")
    _ = try store.ingest([#"{"_key":"a","size":"2","old":"p","zone":"y"}"#], type: "x.thing")
    _ = try store.add(type([Field("size", dataType: .int64), Field("zone", dataType: .string)]))
    var query = Query(types: .one(try TypeName("x.thing")))
    query.asOf = .number(1)
    #expect(try store.lines(query) == [#"{"_key":"a","size":1,"zone":"z","old":"o"}"#])
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `a backup carries the history, and what is changed in it is found`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest([placed("a", "1"), placed("b", "1")], type: responseType)
    _ = try store.ingest([placed("a", "1", "s")], type: responseType)
    _ = try store.backUp(to: folder.file("b.db"))
    let other = try Store.openOrCreate(folder.file("o.db"))
    _ = try other.restore(from: folder.file("b.db"))
    #expect(try other.history(of: "a") == store.history(of: "a"))
    for change in [
      "UPDATE aws_apigatewayv2_integrationresponse_versions SET _run = 2",
      "UPDATE aws_apigatewayv2_integrationresponse_versions SET _end = 'x'",
      "UPDATE aws_apigatewayv2_integrationresponse SET _run = 1",
      "DELETE FROM run_assets WHERE what = 1 AND run = 2",
      "UPDATE run_assets SET ids = x'00'",
    ] {
      let damaged = try Store.openOrCreate(folder.file("d.db"))
      _ = try damaged.restore(from: folder.file("b.db"), overwrites: true, keepsOld: false)
      #expect(try damaged.verify().isGood)
      try damaged.writing { try $0.execute(change) }
      #expect(try !damaged.verify().isGood, "\(change)")
    }
  }
}
