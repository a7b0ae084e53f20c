import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct TypeEvolutionTests {
  private func type(_ fields: Field..., account: String? = nil) throws -> AssetType {
    try AssetType(
      TypeName("x.subscription"), accountField: account, keyTemplate: nil, fields: fields)
  }

  private func ingest(
    _ records: [String], _ store: Store, in folder: borrowing TemporaryFolder
  ) throws {
    let path = try folder.write("r.ndjson", records.map { $0 + "\n" }.joined())
    _ = try store.ingest(IngestRequest(type: "x.subscription", sources: [.file(path)]))
  }

  private func lines(_ store: Store) throws -> [Substring] {
    try store.lines(Query(types: .one(TypeName("x.subscription"))))
  }

  @Test func `a field that is marked as indexed, or named as the account, is found by its values`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let state = Field("state", dataType: .string)
    _ = try store.add(type(Field("owner", dataType: .string), state))
    try ingest(
      [
        #"{"_key":"a","owner":"1","state":"on"}"#, #"{"_key":"b","owner":"2","state":"off"}"#,
        #"{"_key":"c"}"#,
      ], store, in: folder)
    for (field, account) in [
      (state, nil), (Field("state", dataType: .string, isIndexed: true), nil), (state, "owner"),
    ] {
      _ = try store.add(type(Field("owner", dataType: .string), field, account: account))
      #expect(
        try store.keys(Operand.field("state").equals("on"), type: "x.subscription") == ["a"])
      #expect(
        try store.keys(.isNull(.field("owner")), type: "x.subscription") == ["c"])
      #expect(try store.verify().isGood)
    }
    #expect(
      try store.keys(Operand.field("account_id").equals("2"), type: "x.subscription") == ["b"])
  }

  @Test func `a new field is filled with what was kept beside the fields`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(type(Field("id", dataType: .string), Field("tags", dataType: .hstore)))
    try ingest(
      [
        #"{"_key":"a","id":"1","location":"westeurope","tags":{"t":"x,y"},"other":[1.50]}"#,
        #"{"_key":"b","Location":"north"}"#, #"{"_key":"c"}"#,
      ], store, in: folder)
    let change = try store.add(
      type(
        Field("id", dataType: .string), Field("location", dataType: .string),
        Field("tags", dataType: .hstoreCSV)))
    #expect(change.addedFields == ["location"] && change.changedFields == ["tags"])
    #expect(change.rewritten == 3)
    #expect(
      try lines(store) == [
        #"{"_key":"a","id":"1","location":"westeurope","tags":{"t":"x,y"},"_extra":{"other":[1.50]}}"#,
        #"{"_key":"b","id":null,"location":"north","tags":null}"#,
        #"{"_key":"c","id":null,"location":null,"tags":null}"#,
      ])
    #expect(try store.verify().isGood)
  }

  @Test func `only what has the name of a new field leaves what is kept beside the fields`() throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let (account, ratio) = (
      Field("account_id", dataType: .string), Field("ratio", dataType: .float64)
    )
    _ = try store.add(type(account, ratio, account: "account_id"))
    let beside =
      #""_extra":{"_key":"b","_type":"x","account_id":"222","ratio":0.1000000000000000055511,"#
      + #""z":[1.50,{"b":1,"a":"\u0001é"}]"#
    try ingest(
      [
        #"{"_key":"a","account_id":"111","ratio":0.1000000000000000055511,"#
          + #""_extra":{"z":[1.50,{"b":1,"a":"\u0001é"}],"_key":"b","account_id":"222","#
          + #""Location":"north","location":"south","_type":"x"}}"#, #"{"_key":"b"}"#,
      ], store, in: folder)
    _ = try store.add(
      type(account, ratio, Field("location", dataType: .string), account: "account_id"))
    #expect(
      try lines(store) == [
        #"{"_key":"a","account_id":"111","ratio":0.1,"location":"south","#
          + beside.replacing(#"{"_key""#, with: #"{"Location":"north","_key""#) + "}}",
        #"{"_key":"b","account_id":null,"ratio":null,"location":null}"#,
      ])
    _ = try store.add(
      type(
        account, ratio, Field("location", dataType: .string), Field("z", dataType: .json),
        account: "account_id"))
    #expect(try lines(store)[0].contains(#""z":[1.50,{"b":1,"a":"\u0001é"}],"_extra":{"Loc"#))
    #expect(try store.verify().isGood)
  }

  @Test func `a field that went away stays, marked, and can come back`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(type(Field("id", dataType: .string), Field("old", dataType: .int64)))
    try ingest([#"{"_key":"a","old":7}"#], store, in: folder)
    let change = try store.add(type(Field("id", dataType: .string)))
    #expect(change.retiredFields == ["old"])
    #expect(try store.type(named: "x.subscription").field(named: "old")?.isRetired == true)
    #expect(try lines(store) == [#"{"_key":"a","id":null,"old":7}"#])
    _ = try store.add(type(Field("old", dataType: .int64), Field("id", dataType: .string)))
    #expect(try store.type(named: "x.subscription").field(named: "old")?.isRetired == false)
    #expect(try lines(store) == [#"{"_key":"a","old":7,"id":null}"#])
  }

  @Test func `a data type changes where every value converts without loss`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(
      type(
        Field("n", dataType: .string), Field("f", dataType: .int64), Field("s", dataType: .float64))
    )
    try ingest([#"{"_key":"a","n":"42","f":9007199254740992,"s":0.5}"#], store, in: folder)
    let change = try store.add(
      type(
        Field("n", dataType: .int64), Field("f", dataType: .float64), Field("s", dataType: .string))
    )
    #expect(change.changedFields == ["n", "f", "s"])
    #expect(try lines(store) == [#"{"_key":"a","n":42,"f":9007199254740992.0,"s":"0.5"}"#])
  }

  @Test(arguments: [
    (
      DataType.string, #""env=>prod, owner=>NULL""#, DataType.hstore,
      #"{"env":"prod","owner":null}"#
    ),
    (.string, #""{\"b\": 1, \"a\": [\"x\", \"y\"]}""#, .hstore, #"{"a":["x","y"],"b":"1"}"#),
    (.json, #"[{"Key":"a","Value":"2"},{"Key":"a","Value":"1"}]"#, .hstore, #"{"a":["1","2"]}"#),
    (.hstoreCSV, #"{"t":"b,a"}"#, .hstore, #"{"t":"b,a"}"#),
    (
      .hstore, #"[{"Key":"t","Value":"a,b"},{"Key":"t","Value":"c"}]"#, .hstoreCSV,
      #"{"t":["a,b","c"]}"#
    ),
    (.string, #""2024-05-01T12:00:00.50Z""#, .timestamp, #""2024-05-01T12:00:00.50Z""#),
    (.string, #""2024-05-01""#, .timestamp, #""2024-05-01T00:00:00Z","_extra":{"x":"2024-05-01"}"#),
    (.json, #""2024-05-01T12:00:00Z""#, .timestamp, #""2024-05-01T12:00:00Z""#),
    (.int64, "1714564800", .timestamp, #""2024-05-01T12:00:00Z""#),
    (.json, "1714564800", .timestamp, #""2024-05-01T12:00:00Z""#),
    (.string, #""[1, 2.50]""#, .array(.float64), "[1,2.50]"),
    (.array(.int64), "[1,null]", .array(.string), #"["1",null]"#),
    (.hstore, #"{"a:b":"c"}"#, .array(.string), #"["a:b:c"],"_extra":{"x":{"a:b":"c"}}"#),
    (.json, "[1]", .string, #""[1]""#), (.json, "true", .bool, "true"),
  ])
  func `what is spelled the same, or says the same of each key, is whole`(
    before: DataType, value: String, after: DataType, expected: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(type(Field("x", dataType: before)))
    try ingest([#"{"_key":"a","x":\#(value)}"#], store, in: folder)
    _ = try store.add(type(Field("x", dataType: after)))
    #expect(try lines(store) == [#"{"_key":"a","x":\#(expected)}"#])
    #expect(try store.verify().isGood)
  }

  @Test(arguments: [
    (DataType.string, #""010""#, DataType.int64), (.string, #""1e3""#, .int64),
    (.string, #""0.50""#, .float64), (.string, #""yes""#, .bool),
    (.int64, "9007199254740993", .float64), (.float64, "0.5", .int64),
    (.string, #""text""#, .array(.string)), (.json, "[1]", .hstore), (.int64, "2", .bool),
    (.string, #""env=>prod, env=>dev""#, .hstore), (.json, #"{"a":1,"a":2}"#, .hstoreCSV),
    (.json, #"{"a":["y","x"]}"#, .hstore), (.json, #"{"a":["x"]}"#, .hstore),
    (.string, #""2024-05-01T14:00:00+02:00""#, .timestamp),
    (.json, #""2024-05-01 12:00:00Z""#, .timestamp), (.json, "1e3", .int64),
    (.json, #""1""#, .int64), (.array(.string), #"["010"]"#, .array(.int64)),
    (.json, "[1.0]", .array(.int64)), (.array(.int64), "[1]", .array(.bool)),
  ])
  func `where a value would be lost nothing changes, and the value is named`(
    before: DataType, value: String, after: DataType
  ) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(type(Field("x", dataType: before)))
    try ingest([#"{"_key":"good"}"#, #"{"_key":"bad","x":\#(value)}"#], store, in: folder)
    let old = try lines(store)
    let fault = try #require(throws: Fault.self) {
      try store.add(type(Field("x", dataType: after)))
    }
    #expect(fault.kind == .guarded && fault.why.contains("'bad'"))
    #expect(try lines(store) == old)
    #expect(try store.type(named: "x.subscription").field(named: "x")?.dataType == before)
    #expect(try store.verify().isGood)
  }

  @Test func `a backup with a changed type is verified and restored`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(type(Field("id", dataType: .string)))
    try ingest([#"{"_key":"a","x":"1"}"#], store, in: folder)
    _ = try store.add(type(Field("x", dataType: .int64), Field("tags", dataType: .hstore)))
    _ = try store.backUp(to: folder.file("b.db"))
    let other = try Store.openOrCreate(folder.file("o.db"))
    _ = try other.restore(from: folder.file("b.db"))
    #expect(try lines(other) == lines(store))
  }
}
