import AssetExports
import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct UnknownTagsTests {
  private func unknown(_ store: Store) throws -> [String] {
    var query = Query(fields: [FieldPath("_key")])
    query.tagsAreKnown = false
    #expect(try store.count(query) == store.lines(query).count)
    return try store.lines(query).map { String($0.dropFirst(9).dropLast(2)) }
  }

  /// A record that says more than which tags the asset has.
  private func detail(_ key: String, tags: String? = nil) -> String {
    let rest = tags.map { #","tags":\#($0)"# } ?? ""
    return #"{"_key":"\#(key)","template_selection_expression":"x"\#(rest)}"#
  }

  private func ingest(
    _ records: [String], _ store: Store, _ absentFields: AbsentFields = .clearedIfKnown
  ) throws -> IngestReport {
    try store.ingest(records, type: responseType, absentFields: absentFields)
  }

  @Test func `a run without tags leaves those of new assets unknown, until one knows them`() throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let first = try ingest([detail("a"), detail("b"), detail("c")], store)
    #expect(first.warnings.entries["unknown-tags"]?.count == 3)
    #expect(try unknown(store) == ["a", "b", "c"])
    // One record that has tags is enough: the others have none.
    let second = try ingest([detail("a"), detail("d", tags: #"{"k":"v"}"#)], store)
    #expect(second.warnings.entries["unknown-tags"] == nil)
    #expect(try unknown(store) == ["b", "c"])
    // What is known stays known.
    _ = try ingest([detail("a"), detail("b"), detail("e")], store)
    #expect(try unknown(store) == ["b", "c", "e"])
    #expect(try store.verify().isGood)
  }

  @Test func `a merge knows the tags of the records that have them`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try ingest([detail("a"), detail("b"), detail("c")], store)
    _ = try ingest(
      [detail("a", tags: "{}"), detail("b"), detail("d"), detail("e", tags: "null")], store, .kept)
    #expect(try unknown(store) == ["b", "c", "d"])
    #expect(try store.verify().isGood)
  }

  @Test func `a run that clears tags that it does not list leaves them unknown`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try ingest([detail("a", tags: #"{"k":"v"}"#), detail("b")], store)
    _ = try ingest([detail("a"), detail("b")], store, .cleared)
    #expect(try unknown(store) == ["a"])
    #expect(try store.verify().isGood)
  }

  @Test(arguments: [3, 70_000])
  func `an asset twice in a load is one whose tags are unknown`(count: Int) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest(
      (0..<count).lazy.map { detail("k\($0 % (count - 1))") }, type: responseType)
    var query = Query()
    query.tagsAreKnown = false
    #expect(try store.count(query) == count - 1)
    #expect(try store.verify().checks.filter { !$0.isGood } == [])
  }

  @Test func `questions keep their meaning, and leave out what is unknown if they are told to`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try ingest([detail("u"), detail("v")], store)
    _ = try ingest([detail("n"), detail("t", tags: #"{"k":"v"}"#)], store)
    for (expression, all, known) in [
      (.isEmpty("tags"), ["u", "v", "n"], ["n"]),
      (.not(.hasKey("k", in: "tags")), ["u", "v", "n"], ["n"]),
      (.hasKey("k", in: "tags"), ["t"], ["t"]), (.everything, ["u", "v", "n", "t"], ["n", "t"]),
      (Operand.field("_key").isIn(["u", "n"]), ["u", "n"], ["n"]),
    ] as [(Expression, [String], [String])] {
      #expect(try store.keys(expression) == all)
      for sort in [[], [Query.Sort(FieldPath("region"))]] {
        var query = Query(
          types: .one(try TypeName(responseType)), where: expression, fields: [FieldPath("_key")],
          sort: sort)
        query.tagsAreKnown = true
        #expect(try store.lines(query).map { $0.dropFirst(9).dropLast(2) } == known.map { $0[...] })
        #expect(try store.count(query) == known.count)
        query.tagsAreKnown = false
        #expect(try store.count(query) == all.count - known.count)
      }
    }
  }

  @Test func `SQL of any SQLite gives the same`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest((0..<70_000).lazy.map { detail("k\($0)") }, type: responseType)
    _ = try store.ingest(
      (0..<70_000).lazy.filter { $0 % 7 == 3 }.map { detail("k\($0)", tags: "{}") },
      type: responseType, absentFields: .kept)
    var query = Query(fields: [FieldPath("_key")])
    query.tagsAreKnown = false
    let sql = try store.explain(query, counts: true)
    let counted = try store.reading { try $0.integer(sql) }
    #expect(counted.map(Int.init) == 60_000)
    #expect(try store.count(query) == 60_000)
  }

  @Test(arguments: [
    "UPDATE unknown_tags SET ids = CAST(x'ff' || substr(ids, 2) AS BLOB)",
    "INSERT INTO unknown_tags VALUES (7, CAST(x'01' || zeroblob(8191) AS BLOB))",
  ])
  func `a set that is not of untagged assets is found`(change: String) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try ingest([detail("a"), detail("b")], store)
    #expect(try store.verify().isGood)
    try store.writing { try $0.execute(change) }
    #expect(try !store.verify().isGood)
  }

  @Test func `a type that gains tags does not know those of its assets`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let type = { (fields: [Field]) in
      try AssetType(TypeName("x.thing"), accountField: nil, keyTemplate: nil, fields: fields)
    }
    _ = try store.add(type([Field("name", dataType: .string)]))
    _ = try store.ingest(
      [#"{"_key":"a"}"#, #"{"_key":"b","tags":{"k":"v"}}"#], type: "x.thing")
    #expect(try unknown(store).isEmpty)
    _ = try store.add(type([Field("name", dataType: .string), Field("tags", dataType: .hstore)]))
    #expect(try unknown(store) == ["a"])
    #expect(try store.verify().isGood)
  }
}
