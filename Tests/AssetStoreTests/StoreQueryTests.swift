import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetLanguage
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct StoreQueryTests {
  @Test func `account_id is the type's account, whatever else has that name`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(
      AssetType(
        TypeName("x.project"), accountField: "project_id", keyTemplate: nil,
        fields: [Field("project_id", dataType: .string), Field("account_id", dataType: .string)]))
    _ = try store.ingest(
      [#"{"_key":"a","project_id":"p","account_id":"billing"}"#], type: "x.project")
    let one = try TypeSelection("x.project")
    for type in [one, .all] {
      let isAccount = Operand.field("account_id").equals("p")
      #expect(try store.count(Query(types: type, where: isAccount)) == 1)
      let query = Query(types: type, fields: [FieldPath("account_id")])
      #expect(try store.lines(query) == [#"{"account_id":"p"}"#])
      #expect(
        try store.facetLines(["account_id"], query)
          == [#"{"facet":"account_id","value":"p","count":1}"#])
    }
    #expect(
      try store.lines(Query(types: one))
        == [#"{"_key":"a","project_id":"p","account_id":"billing"}"#])
  }

  private let records = [
    record("absent"), record("null", tags: "null"), record("empty", tags: "{}"),
    record("list", tags: "[]"), record("prod", tags: #"{"env":"prod"}"#),
    record("none", tags: #"{"env":null}"#), record("blank", tags: #"{"env":""}"#),
    record("both", tags: #"["env:prod","env:dev","bare"]"#),
    record("upper", tags: #"{"Env":"prod"}"#),
  ]

  private func key(_ key: String) -> Expression { Operand.field("_key").equals(Operand(key)) }

  private func account(_ accounts: [String]) -> Expression {
    Operand.field("account_id").isIn(accounts)
  }

  private func expect(_ expression: Expression, _ keys: [String]) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(records, in: folder)
    #expect(try store.keys(expression) == keys)
    #expect(try store.keys(expression, type: nil) == keys)
  }

  @Test func `a missing tag is found, whether the map is absent, null or empty`() throws {
    try expect(
      .not(.hasKey("env", in: "tags")), ["absent", "null", "empty", "list", "upper"])
    try expect(.isEmpty("tags"), ["absent", "null", "empty", "list"])
  }

  @Test func `not prod can be said in three ways`() throws {
    let all = ["absent", "null", "empty", "list", "prod", "none", "blank", "both", "upper"]
    try expect(Expression(parsing: "tags->'env' <> 'prod'"), ["blank", "both"])
    try expect(
      Expression(parsing: "tags->'env' IS DISTINCT FROM 'prod'"), all.filter { $0 != "prod" })
    try expect(
      Expression(parsing: "NOT tags @> 'env=>prod'"), all.filter { $0 != "prod" && $0 != "both" })
  }

  @Test func `a key with null or an empty value is there`() throws {
    try expect(.hasKey("env", in: "tags"), ["prod", "none", "blank", "both"])
    try expect(.has("env", value: "", in: "tags"), ["blank"])
  }

  @Test func `a key with several values has each of them`() throws {
    try expect(.has("env", value: "prod", in: "tags"), ["prod", "both"])
    try expect(.has("env", value: "dev", in: "tags"), ["both"])
    try expect(.has("bare", value: "", in: "tags"), ["both"])
    try expect(
      .not(.has("env", value: "prod", in: "tags")),
      ["absent", "null", "empty", "list", "none", "blank", "upper"])
  }

  @Test func `and, or, not and the empty lists of them`() throws {
    try expect(
      .and([]), ["absent", "null", "empty", "list", "prod", "none", "blank", "both", "upper"])
    try expect(.or([]), [])
    try expect(.or([key("prod"), key("empty")]), ["empty", "prod"])
    try expect(
      .and([.hasKey("env", in: "tags"), .not(key("prod"))]), ["none", "blank", "both"])
  }

  @Test(arguments: [
    "a.b", "$default", "quote\"s", "back\\slash", "a:b=c", "", "method.response.header.X", "[0]",
    "$.x", "é", "e\u{301}",
    "'", "\n", "😀", "aws:cloudformation:stack-name",
  ])
  func `any key is found by its exact bytes`(key: String) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let json = JSONValue.object([.init(key, value: "v")]).text
    try store.ingest(
      [record("it", tags: json), record("other", tags: #"{"other":"v"}"#)], in: folder)
    #expect(try store.keys(.hasKey(key, in: "tags")) == ["it"])
    #expect(try store.keys(.has(key, value: "v", in: "tags")) == ["it"])
    #expect(try store.keys(.not(.hasKey(key, in: "tags"))) == ["other"])
  }

  @Test func `accounts keep their zeros, and any of several is taken`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      [
        #"{"_key":"a","account_id":"000000000123"}"#, #"{"_key":"b","account_id":"123"}"#,
        #"{"_key":"c","account_id":"999999999999"}"#, #"{"_key":"d"}"#,
      ], in: folder)
    #expect(try store.keys(account(["000000000123"])) == ["a"])
    #expect(try store.keys(account(["000000000123", "999999999999"])) == ["a", "c"])
    #expect(try store.keys(!account(["123"])) == ["a", "c"])
  }

  @Test func `what is asked for is shown in its order, several values as a list`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(records, in: folder)
    var query = Query(
      types: .one(try TypeName(responseType)),
      where: .or([key("both"), key("prod"), key("absent")]),
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

  @Test func `long chains and deep nests are no trouble for SQLite's parser`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(records, in: folder)
    let chain = (0..<3_000).map { account(["\($0)"]) }
    #expect(try store.keys(.or(chain + [key("prod")])) == ["prod"])
    var nest = key("prod")
    for _ in 0..<8 {
      nest = !(.contains("tags", MapLiteral([.init("a", value: "b")])) || .not(.is(nest, true)))
    }
    #expect(try store.keys(nest) == ["prod"])
    #expect(try store.keys(account((0..<20_000).map { "\($0)" })) == [])
  }

  @Test func `a type without tags or account has none of them`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(
      AssetType(
        TypeName("test.bare"), accountField: nil, keyTemplate: nil,
        fields: [Field("tags", dataType: .json), Field("other", dataType: .string)]))
    let path = try folder.write("r", #"{"_key":"bare","tags":["a"]}"#)
    _ = try store.ingest(IngestRequest(type: "test.bare", sources: [.file(path)]))
    for text in [
      "NOT tags ? 'a'", "tags = ''", "tags <@ 'a=>b'", "account_id IS NULL", "tags->'a' IS NULL",
      "NOT ('a' = ANY (avals(tags)))", "_type = 'test.bare'", "account_id IS DISTINCT FROM 'x'",
    ] {
      #expect(try store.keys(Expression(parsing: text), type: nil) == ["bare"], "\(text)")
    }
    #expect(throws: Fault.self) { try store.keys(account(["1"]), type: "test.bare") }
  }

  @Test func `the account can be shown and counted by that name, whatever the type calls it`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest([#"{"_key":"a","subscription_id":"s"}"#], type: "azure.managed_disk")
    let type = TypeSelection.one(try TypeName("azure.managed_disk"))
    let query = Query(
      types: type, fields: [FieldPath("account_id")], sort: [Query.Sort(FieldPath("account_id"))])
    #expect(try store.lines(query) == [#"{"account_id":"s"}"#])
    var writer = makeResultWriter(
      .ndjson, to: OutputStream(try File.create(folder.file("facets"))))
    let facets = try store.facets(
      of: [FieldPath("account_id")], matching: Query(types: type), into: &writer)
    #expect(facets.assets == 1)
  }

  @Test func `a pattern that no known type matches is a mistake`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    #expect(throws: Fault.self) { try store.count(Query(types: TypeSelection("asw.*"))) }
    #expect(try store.count(Query(types: TypeSelection("azure.*"))) == 0)
  }
}
