import AssetCatalogue
import AssetExports
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct StoreIngestTests {
  @Test func `what goes in comes out whole`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var request = IngestRequest(
      type: responseType, sources: [.file(fixture("orders-responses.json"))])
    request.account = "000000000123"
    request.values = ["region": "eu-central-1", "api_id": "api", "integration_id": "int"]
    let report = try store.ingest(request)
    #expect(report.counts.inserted == 3)
    let lines = try store.lines(Query(types: .one(TypeName(responseType))))
    #expect(lines.count == 3)
    #expect(
      lines[0] == """
        {"_key":"aws:000000000123:eu-central-1:api:int:q1w2e3","account_id":"000000000123",\
        "content_handling_strategy":null,"integration_response_id":"q1w2e3",\
        "response_parameters":{"method.response.header.Access-Control-Allow-Origin":"'*'",\
        "method.response.header.X-Trace":"integration.response.header.x-trace-id"},\
        "response_templates":{"$default":"",\
        "application/json":"#set($order = $input.path(\\"$.order\\"))\\n{\\n  \\"id\\": \\"$order.id\\",\\n  \\"state\\": \\"ok ✅\\"\\n}"},\
        "tags":null,"template_selection_expression":"${integration.response.header.Content-Type}",\
        "integration_response_key":"$default","api_id":"api","integration_id":"int","region":"eu-central-1"}
        """)
  }

  @Test func `the same again changes nothing and says so`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let records = [record("a", tags: #"{"x":"1","y":"2"}"#), record("b")]
    try store.ingest(records, in: folder)
    let again = try store.ingest(
      [record("b"), record("a", tags: #"[{"Key":"y","Value":"2"},{"Key":"x","Value":"1"}]"#)],
      in: folder)
    #expect(again.counts.unchanged == 2 && again.counts.updated == 0 && again.counts.inserted == 0)
  }

  @Test func `an export in another order, or with new assets among the old, is compared by key`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let records = ["a", "b", "c"].map { record($0, tags: #"{"n":"\#($0)"}"#) }
    try store.ingest(records, in: folder)
    let again = try store.ingest([records[0], records[2], records[1]], in: folder)
    #expect(again.counts.unchanged == 3 && again.counts.updated == 0)
    let more = try store.ingest([records[0], record("x"), records[1]], in: folder)
    #expect(more.counts.unchanged == 2 && more.counts.inserted == 1)
    #expect(try store.keys(.everything) == ["a", "b", "c", "x"])
  }

  @Test func `a store's own export is the same assets again`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      [
        record("a", tags: #"["t:b","t:a","u"]"#), record("b", tags: #"{"t":["x",null],"u":[]}"#),
        #"{"_key":"c","Zone":[1],"response_templates":{"k":["1","2"]}}"#,
      ], in: folder)
    let query = Query(types: .one(try TypeName(responseType)))
    let again = try store.ingest(try store.lines(query).map(String.init), in: folder)
    #expect(again.counts.unchanged == 3 && again.warnings.entries.isEmpty)
    #expect(try store.lines(query)[1].contains(#""tags":{"t":"x","u":null}"#))
  }

  @Test func `keys made of different fields are different keys`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let make = { (region: String, api: String) in
      #"{"account_id":"1","region":"\#(region)","api_id":"\#(api)","integration_id":"i","integration_response_id":"x"}"#
    }
    let report = try store.ingest(
      [make("a:b", "c"), make("a", "b:c"), make("a", "b%3Ac")], in: folder)
    #expect(report.counts.inserted == 3)
    #expect(try store.keys(.everything)[0] == "aws:1:a%3Ab:c:i:x")
  }

  @Test func `what is given for all records is read as a record's own`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a")], values: ["tags": #"{"b":"1","a":null}"#], in: folder)
    let line = try #require(try store.lines(Query(types: .one(TypeName(responseType)))).first)
    #expect(line.contains(#""tags":{"a":null,"b":"1"}"#))
    #expect(throws: Fault.self) {
      try store.ingest([record("a")], values: ["tags": "garbage"], in: folder)
    }
    #expect(try store.verify().isGood)
  }

  @Test
  func `of two names for a field the better one counts, the other is kept, null says nothing`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let report = try store.ingest(
      [#"{"_key":"a","account_id":null,"AccountId":"1","ApiId":"x","api_id":"y"}"#], in: folder)
    #expect(report.extraFields == ["ApiId": 1])
    let line = try #require(try store.lines(Query(types: .one(TypeName(responseType)))).first)
    #expect(line.contains(#""account_id":"1""#) && line.contains(#""api_id":"y""#))
    #expect(line.hasSuffix(#""_extra":{"ApiId":"x"}}"#))
  }

  @Test func `a changed asset is updated and keeps its place`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a"), record("b")], in: folder)
    let report = try store.ingest([record("c"), record("a", tags: "{}")], in: folder)
    #expect(report.counts.updated == 1 && report.counts.inserted == 1)
    #expect(try store.keys(.everything) == ["a", "b", "c"])
  }

  @Test(arguments: [false, true])
  func `an asset twice in a run: the last counts in the first's place, and the run warns`(
    isEmpty: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    if !isEmpty { try store.ingest([record("z")], in: folder) }
    let report = try store.ingest(
      [record("a", tags: #"{"v":"1"}"#), record("b"), record("a", tags: #"{"v":"2"}"#)], in: folder)
    #expect(report.counts.inserted == 2 && report.counts.updated == 1)
    #expect(report.warnings.entries["asset-twice"]?.count == 1)
    #expect(try store.keys(.everything) == (isEmpty ? [] : ["z"]) + ["a", "b"])
    #expect(try store.keys(.has("v", value: "2", in: "tags")) == ["a"])
  }

  @Test func `what the type does not name is kept and counted`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let report = try store.ingest([#"{"_key":"a","Zone":1.50,"b":[1,{"c":null}]}"#], in: folder)
    #expect(report.extraFields == ["Zone": 1, "b": 1])
    let line = try #require(try store.lines(Query(types: .one(TypeName(responseType)))).first)
    #expect(line.hasSuffix(#","_extra":{"Zone":1.50,"b":[1,{"c":null}]}}"#))
  }

  @Test(arguments: [false, true])
  func `warnings name the file where a run has several`(hasOthers: Bool) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("z")], in: folder)
    let odd = try folder.write(
      "odd.ndjson", record("a") + "\n" + #"{"_key":"a","region":"x","region":"y"}"#)
    var request = IngestRequest(type: responseType, sources: [.file(odd)])
    if hasOthers {
      request.sources = [
        .file(try folder.write("first.ndjson", record("f"))), .file(odd),
      ]
    }
    let entries = try store.ingest(request).warnings.entries
    let name = hasOthers ? "\(odd): " : ""
    #expect(
      entries["key-twice"]?.example == name + "line 2: 'region' is there twice; the last counts")
    #expect(
      entries["asset-twice"]?.example
        == name + "line 2: 'a' came more than once; where its records disagree, the last counts")
  }

  @Test func `an envelope that says there is more marks the run partial`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let report = try store.ingest([#"{"Items":[{"_key":"a"}],"NextToken":"x"}"#], in: folder)
    #expect(report.isPartial && report.counts.inserted == 1)
    #expect(report.warnings.entries.keys.sorted() == ["unknown-tags"])
    #expect(try store.runs().map(\.isPartial) == [true])
  }

  @Test func `what stands beside the list of an envelope is not passed over in silence`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let report = try store.ingest([record("a"), #"{"Name":"lost","Subnets":[]}"#], in: folder)
    #expect(report.counts.inserted == 1)
    #expect(report.warnings.entries["beside-the-list"]?.count == 1)
  }
}
