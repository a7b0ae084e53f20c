import AssetLanguage
import Assets
import AssetSQLite
import AssetStore
import Testing
import TestSupport

@Suite struct TermSearchTests {
  private func make(_ folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    let long = String(repeating: "n", count: 300)
    let tags = [
      #"{"name":"\#(long)"}"#, #"{"name":["n1","x"]}"#, #"{"name":null}"#, #"{"x":null}"#, "{}",
    ]
    let many = (0..<400).map { record("k\($0)", tags: #"{"name":"n\#($0)"}"#) }
    try store.ingest(many, account: "2", in: folder)
    let odd = tags.enumerated().map { record("odd\($0)", tags: $1) }
    try store.ingest(odd + [record("one", tags: #"{"name":"n7"}"#)], account: "1", in: folder)
    return store
  }

  private func check(
    _ text: String, _ store: Store, _ plain: borrowing Connection
  ) throws -> (count: Int, explanation: String) {
    let query = Query(where: try Assets.Expression(parsing: text))
    let explanation = try store.explain(query, counts: true)
    let count = try store.count(query)
    #expect(try plain.integer(explanation).map(Int.init) == count, "\(text)")
    return (count, explanation)
  }

  @Test(arguments: [
    ("tags->'other' LIKE 'n%'", 0), ("NOT 'n7' = ANY (avals(tags))", 402),
    ("'x' = ANY (avals(tags))", 1), ("account_id LIKE '_'", 406), ("account_id > '1'", 400),
    ("'2' > account_id", 6),
  ])
  func `what values say is decided without a look at any asset`(text: String, found: Int) throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let plain = try Connection(path: folder.file("s.db"), access: .readOnly)
    let (count, explanation) = try check(text, store, plain)
    #expect(count == found, "\(text)")
    #expect(explanation.contains("the terms decide it"), "\(explanation)")
  }

  // One search was taken for the other: to a String, letters that are composed differently are the same. An accent
  // behind a quote or a percent sign makes one Character of both.
  @Test(arguments: [
    ("'caf\u{E9}' = ANY (avals(tags)) OR 'cafe\u{301}' = ANY (avals(tags))", 2),
    ("'caf\u{E9}' = ANY (avals(tags)) AND 'cafe\u{301}' = ANY (avals(tags))", 0),
    ("tags->'name' LIKE '%f\u{E9}' OR tags->'name' LIKE '%fe\u{301}'", 2),
    ("tags->'name' = '''\u{301}'", 1), ("tags->'name' LIKE '''%\u{301}'", 1),
  ])
  func `letters that are composed differently are different`(text: String, found: Int) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let names = ["caf\u{E9}", "cafe\u{301}", "'\u{301}"]
    try store.ingest(
      names.enumerated().map { record("k\($0)", tags: #"{"name":"\#($1)"}"#) }, in: folder)
    let plain = try Connection(path: folder.file("s.db"), access: .readOnly)
    #expect(try check(text, store, plain).count == found, "\(text)")
  }

  // A key with a value that is too long for the index, and one with several, which read as one text.
  @Test(arguments: [
    ("tags->'name' LIKE 'n%'", 403), ("tags->'name' LIKE 'n1%'", 112),
    ("NOT tags->'name' LIKE 'n%'", 0), ("tags->'name' < 'n1,'", 2), ("tags->'name' >= 'nn'", 1),
    ("NOT (tags->'name' >= 'nn')", 402), ("tags->'name' GLOB 'n?,x'", 1),
  ])
  func `only what values leave open is looked at`(text: String, found: Int) throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let plain = try Connection(path: folder.file("s.db"), access: .readOnly)
    let (count, explanation) = try check(text, store, plain)
    #expect(count == found, "\(text)")
    #expect(explanation.contains("the terms leave some to be looked at"), "\(explanation)")
  }

  // One asset is left: to look at it is less work than at hundreds of values.
  @Test(arguments: [
    ("tags->'name' LIKE 'n%'", 1), ("NOT tags->'name' LIKE 'n%'", 0),
    ("NOT (NOT tags->'name' LIKE 'n%')", 1), ("tags->'name' LIKE 'm%' OR tags->'name' > 'n5'", 1),
    ("NOT (tags->'name' LIKE 'n%' AND tags->'name' < 'n5')", 1),
  ])
  func `where few assets are left their values are not searched`(text: String, found: Int) throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let plain = try Connection(path: folder.file("s.db"), access: .readOnly)
    let alone = "tags @> 'name=>n7' AND account_id = '1'"
    let (count, explanation) = try check("\(alone) AND (\(text))", store, plain)
    #expect(count == found, "\(text)")
    #expect(explanation.contains("the terms leave some to be looked at"), "\(explanation)")
  }
}
