import AssetFormats
import AssetStore
import Assets
import TestSupport
import Testing

@Suite struct StoreQueryTests {
  private let records = [
    record("absent"), record("null", tags: "null"), record("empty", tags: "{}"),
    record("list", tags: "[]"), record("prod", tags: #"{"env":"prod"}"#),
    record("none", tags: #"{"env":null}"#), record("blank", tags: #"{"env":""}"#),
    record("both", tags: #"["env:prod","env:dev","bare"]"#),
    record("upper", tags: #"{"Env":"prod"}"#),
  ]

  private func expect(_ expression: Expression, _ keys: [String]) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(records, in: folder)
    #expect(try store.keys(expression) == keys)
    #expect(try store.keys(expression, type: nil) == keys)
  }

  @Test func `a missing tag is found, whether the map is absent, null or empty`() throws {
    try expect(
      .not(.hasKey(field: "tags", key: "env")), ["absent", "null", "empty", "list", "upper"])
    try expect(.isEmpty(field: "tags"), ["absent", "null", "empty", "list"])
  }

  @Test func `a key with null or an empty value is there`() throws {
    try expect(.hasKey(field: "tags", key: "env"), ["prod", "none", "blank", "both"])
    try expect(.contains(field: "tags", key: "env", value: ""), ["blank"])
  }

  @Test func `a key with several values has each of them`() throws {
    try expect(.contains(field: "tags", key: "env", value: "prod"), ["prod", "both"])
    try expect(.contains(field: "tags", key: "env", value: "dev"), ["both"])
    try expect(.contains(field: "tags", key: "bare", value: ""), ["both"])
    try expect(
      .not(.contains(field: "tags", key: "env", value: "prod")),
      ["absent", "null", "empty", "list", "none", "blank", "upper"])
  }

  @Test func `and, or, not and the empty lists of them`() throws {
    try expect(
      .and([]), ["absent", "null", "empty", "list", "prod", "none", "blank", "both", "upper"])
    try expect(.or([]), [])
    try expect(.or([.key("prod"), .key("empty")]), ["empty", "prod"])
    try expect(
      .and([.hasKey(field: "tags", key: "env"), .not(.key("prod"))]), ["none", "blank", "both"])
  }

  @Test(arguments: [
    "a.b", "$default", "quote\"s", "back\\slash", "a:b=c", "", "method.response.header.X", "[0]",
    "$.x", "é", "e\u{301}",
    "'", "\n", "😀", "aws:cloudformation:stack-name",
  ])
  func `any key is found by its exact bytes`(key: String) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let json = JSONValue.object([.init(key, "v")]).text
    try store.ingest(
      [record("it", tags: json), record("other", tags: #"{"other":"v"}"#)], in: folder)
    #expect(try store.keys(.hasKey(field: "tags", key: key)) == ["it"])
    #expect(try store.keys(.contains(field: "tags", key: key, value: "v")) == ["it"])
    #expect(try store.keys(.not(.hasKey(field: "tags", key: key))) == ["other"])
  }

  @Test func `accounts keep their zeros, and any of several is taken`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      [
        #"{"_key":"a","account_id":"000000000123"}"#, #"{"_key":"b","account_id":"123"}"#,
        #"{"_key":"c","account_id":"999999999999"}"#, #"{"_key":"d"}"#,
      ], in: folder)
    #expect(try store.keys(.account(in: ["000000000123"])) == ["a"])
    #expect(try store.keys(.account(in: ["000000000123", "999999999999"])) == ["a", "c"])
    #expect(try store.keys(.not(.account(in: ["123"]))) == ["a", "c", "d"])
  }

  @Test func `what is asked for is shown in its order, several values as a list`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(records, in: folder)
    var query = Query(
      types: .one(try TypeName(responseType)),
      where: .or([.key("both"), .key("prod"), .key("absent")]),
      fields: [FieldPath("tags.env"), FieldPath("_key")])
    query.sort = [.init(FieldPath("tags.env")), .init(FieldPath("_key"))]
    #expect(
      try store.lines(query) == [
        #"{"tags.env":["dev","prod"],"_key":"both"}"#, #"{"tags.env":"prod","_key":"prod"}"#,
        #"{"tags.env":null,"_key":"absent"}"#,
      ])
    query.sort = [.init(FieldPath("_key"), descending: true)]
    query.limit = 2
    #expect(try store.lines(query).count == 2)
  }

  @Test func `a field that is not there is a mistake, with the one that was meant`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let fault = try #require(throws: Fault.self) {
      try store.lines(Query(types: .one(TypeName(responseType)), fields: [FieldPath("acount_id")]))
    }
    #expect(fault.kind == .usage && fault.advice == "did you mean 'account_id'?")
  }
}
