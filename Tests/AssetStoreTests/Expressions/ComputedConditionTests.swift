import AssetLanguage
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// Questions that take more than fields, keys and constants.
@Suite struct ComputedConditionTests {
  private static let records = [
    #"{"_key":"a","owner":"Ada","size":5,"made":"2024-01-01T00:00:00Z","tags":{"env":"Prod","n":"7"},"state":{"Name":"running","Code":16,"a":{"b":[1,"x"]}},"groups":["x","y"]}"#,
    #"{"_key":"b","owner":"bob?","size":20,"made":"2034-01-01T00:00:00.5Z","tags":{"env":"dev"},"state":{"Name":"stopped","Code":80}}"#,
    #"{"_key":"c","state":"plain"}"#, #"{"_key":"d"}"#,
  ]

  private func store(in folder: borrowing TemporaryFolder) throws -> Store {
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(
      AssetType(
        TypeName("test.thing"), accountField: "owner", keyTemplate: nil,
        fields: [
          Field("owner", dataType: .string), Field("size", dataType: .int64),
          Field("made", dataType: .timestamp),
          Field("tags", dataType: .hstore), Field("state", dataType: .json),
          Field("groups", dataType: .array(.string)),
        ]))
    let path = try folder.write("t.ndjson", Self.records.joined(separator: "\n") + "\n")
    _ = try store.ingest(IngestRequest(type: "test.thing", sources: [.file(path)]))
    return store
  }

  @Test(arguments: [
    ("state->>'Name'", [#""running""#, #""stopped""#]),
    ("state.Name", [#""running""#, #""stopped""#]),
    ("state.a.b.1", [#""x""#]), ("size / 2.0", ["2.5", "10"]),
    ("made::date", [#""2024-01-01""#, #""2034-01-01""#]), ("groups[2]", [#""y""#]),
    ("lower(tags->'env')", [#""prod""#, #""dev""#]), ("size > 10", ["false", "true"]),
    ("date_trunc('year', made)", [#""2024-01-01T00:00:00Z""#, #""2034-01-01T00:00:00Z""#]),
  ])
  func `what is shown, sorted by and counted may be an expression`(
    path: String, values: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    let named = FieldPath(asking: path)
    let lines = values.map { "{\"\(path)\":\($0)}" }
    var query = Query(types: .one(try TypeName("test.thing")), fields: [named])
    #expect(try store.lines(query).prefix(values.count).map(String.init) == lines)
    query.sort = [.init(named, descending: path != "lower(tags->'env')")]
    #expect(try Set(store.lines(query).prefix(values.count)) == Set(lines.map { $0[...] }))
    let collector = Collector()
    var writer = makeResultWriter(.ndjson, to: OutputStream { collector.bytes.append(span: $0) })
    let found = try store.facets(of: [named], matching: query, into: &writer)
    #expect(found.assets == 4)
    let facets = String(decoding: collector.bytes, as: UTF8.self).split(separator: "\n")
    #expect(facets.count == Set(values).count + 1)
  }

  @Test(arguments: ["lower(nam)", "count(*)", "size +", "owner::int", "unnest(groups)", "1 2"])
  func `an expression that makes no sense is told as such`(path: String) throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    let query = Query(types: .one(try TypeName("test.thing")), fields: [FieldPath(asking: path)])
    let fault = try #require(throws: Fault.self) { try store.lines(query) }
    #expect(fault.kind == .usage, "\(fault)")
  }

  @Test func `moments differ by less than a millisecond, and end in zeros`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(
      AssetType(
        TypeName("test.time"), accountField: nil, keyTemplate: nil,
        fields: [Field("made", dataType: .timestamp)]))
    let times = [
      "2024-01-01T00:00:00.123456Z", "2024-01-01T00:00:00.123457Z", "2024-01-01T00:00:00.10Z",
      "2016-12-31T23:59:60Z", "2024-01-01T00:00:00.000Z",
    ]
    let records = times.map { "{\"_key\":\"\($0)\",\"made\":\"\($0)\"}" }
    let path = try folder.write("t.ndjson", records.joined(separator: "\n") + "\n")
    _ = try store.ingest(IngestRequest(type: "test.time", sources: [.file(path)]))
    for (condition, count) in [
      ("made > '2024-01-01T00:00:00.123456Z'", 1), ("made = '2024-01-01T00:00:00.1Z'", 1),
      ("made = '2024-01-01'", 1), ("made = '2017-01-01T01:00:00+01:00'", 1),
      ("made < '2024-01-01'", 1),
    ] {
      let asked = try Expression(parsing: condition)
      let query = Query(types: .one(try TypeName("test.time")), where: asked)
      #expect(try store.count(query) == count, "\(condition)")
    }
  }

  @Test(arguments: [
    ("state->>'Name' = 'running'", "a"), ("state->'a'->'b'->>1 = 'x'", "a"),
    ("state #>> '{a,b}' = '[1,\"x\"]'", "a"), ("(state->>'Code')::bigint > 16", "b"),
    ("state->>'Name' IS NULL", "cd"), ("NOT state->>'Name' = 'running'", "b"),
    ("lower(tags->'env') = 'prod'", "a"), ("length(owner) = 3", "a"),
    ("lower(owner) = 'bob?'", "b"),
    ("coalesce(owner, 'none') = 'none'", "cd"), ("size * 2 >= 40 OR lower(owner) = 'ada'", "ab"),
    ("(tags->'n')::int > 5", "a"), ("size::text LIKE '2%'", "b"),
    ("made < now() - INTERVAL '30 days'", "a"), ("made - INTERVAL '1 day' > '2033-01-01'", "b"),
    ("EXTRACT(year FROM made) = 2024", "a"), ("groups && ARRAY['y']", "a"),
    ("groups[1] = 'x'", "a"),
    ("'z' <> ALL (groups)", "a"), ("CASE WHEN size > 10 THEN 'big' ELSE 'small' END = 'big'", "b"),
    ("account_id || '!' = 'Ada!'", "a"), ("_type || _key = 'test.thinga'", "a"),
    ("tags ? 'env' AND lower(tags->'env') = 'dev'", "b"),
    ("groups = '{x,y}'", "a"), ("groups IS DISTINCT FROM '{x}'", "abcd"), ("groups = groups", "a"),
    ("size > 4.9999999999999999999", "ab"), ("lower(owner) SIMILAR TO '(ada|bob_)'", "ab"),
    ("(lower(owner) = 'ada') IS UNKNOWN", "cd"), ("tags - 'n'::text = 'env=>Prod'", "a"),
  ])
  func `a condition may reckon, call functions and look into JSON`(
    text: String, keys: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    var query = Query(types: .one(try TypeName("test.thing")), where: try Expression(parsing: text))
    query.fields = [FieldPath("_key")]
    let output = Collector()
    var writer = makeResultWriter(.csv, to: OutputStream { output.bytes.append(span: $0) })
    _ = try store.query(query, into: &writer)
    let lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(lines.sorted().joined() == keys, "\(text)")
    #expect(try store.count(query) == keys.count, "\(text)")
  }

  @Test func `it goes across types, and is told where it makes no sense`() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    let query = Query(types: .all, where: try Expression(parsing: "lower(account_id) = 'ada'"))
    #expect(try store.count(query) == 1)
    let text = "_key <> 'x' AND lower(size) = 'x'"
    let fault = try #require(throws: Fault.self) {
      try store.count(Query(types: .all, where: Expression(parsing: text)))
    }
    #expect(fault.what == "expression" && fault.excerpt == TextPlace(text, at: 22))
  }
}
