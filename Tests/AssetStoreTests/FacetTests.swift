import AssetFiles
import AssetJSON
import AssetLanguage
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct FacetTests {
  @Test func `facets count what a naive reader counts, under any filter`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 5)
    let assets = (0..<80).map { SampleAsset($0, using: &random) }
    try store.ingest(samples: assets.reversed(), as: "test.other", in: folder)
    try store.ingest(samples: assets, in: folder)
    var generator = ExpressionGenerator(seed: 13)
    let paths =
      ["owner", "name", "size", "active", "ratio", "made", "groups", "labels", "tags", "detail"]
      + SampleAsset.keys.flatMap { ["labels.\($0)", "tags.\($0)"] }
    for round in 0..<150 {
      let text = round == 0 ? "TRUE" : generator.condition()
      let expression = try Assets.Expression(parsing: text)
      let found = assets.filter { NaiveEvaluator(asset: $0).truth(expression) == true }
      var query = try SampleAsset.query(expression)
      query.limit = nil
      let counted = try store.facets(paths, query)
      for path in paths {
        let mine = counted.filter { $0.key.starts(with: Array("\(path):".utf8)) }
        try #require(mine == naive(path, found), "\(path) where \(text)")
      }
    }
  }

  private func naive(_ path: String, _ assets: [SampleAsset]) -> FacetCounts {
    var counts: FacetCounts = [:]
    for asset in assets {
      let values = asset.facetValues(FieldPath(path))
      for value in values.isEmpty ? ["null"] : values {
        counts[Array("\(path):\(value)".utf8), default: 0] += 1
      }
    }
    return counts
  }

  @Test func `a null in a list is no value, and does not stand for none`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.add(
      AssetType(
        TypeName("x.lists"), accountField: nil, keyTemplate: nil,
        fields: [Field("names", dataType: .array(.string))]))
    let lists = [#"["a",null]"#, "[null]", "[]", "null", #"["a","a"]"#]
    _ = try store.ingest(
      lists.enumerated().map { #"{"_key":"\#($0)","names":\#($1)}"# }, type: "x.lists")
    let lines = try store.facetLines(["names"], Query(types: .one(TypeName("x.lists"))))
    #expect(
      lines == [
        #"{"facet":"names","value":null,"count":3}"#, #"{"facet":"names","value":"a","count":2}"#,
      ])
  }

  @Test func `a limit may be any number`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a", tags: #"{"env":"prod"}"#), record("b")], in: folder)
    for (limit, count) in [(0, 0), (1, 1), (.max - 1, 2), (.max, 2)] {
      let query = Query(types: .all, limit: limit)
      var rows = 0
      var writer = makeResultWriter(
        .ndjson, to: OutputStream { bytes in rows += bytes.indices.count { bytes[$0] == 0x0A } })
      _ = try store.facets(of: [FieldPath("tags.env")], matching: query, into: &writer)
      #expect(rows == count)
    }
  }

  @Test func `the most frequent come first, and a limit says that it cut`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(
      [
        record("a", tags: #"{"env":"prod"}"#), record("b", tags: #"{"env":"prod"}"#),
        record("c", tags: #"{"env":"dev"}"#), record("d"), record("e", tags: #"{"env":null}"#),
        record("f"),
      ], in: folder)
    var query = Query(types: .all)
    #expect(
      try store.facetLines(["tags.env"], query) == [
        #"{"facet":"tags.env","value":null,"count":3}"#,
        #"{"facet":"tags.env","value":"prod","count":2}"#,
        #"{"facet":"tags.env","value":"dev","count":1}"#,
      ])
    query.limit = 2
    #expect(
      try store.facetLines(["tags", "_type"], query) == [
        #"{"facet":"tags","value":"env","count":4}"#, #"{"facet":"tags","value":null,"count":2}"#,
        #"{"facet":"_type","value":"\#(responseType)","count":6}"#,
      ])
    query.limit = 1
    let output = Collector()
    var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
    let outcome = try store.facets(
      of: [FieldPath("tags.env"), FieldPath("_type")], matching: query, into: &writer)
    #expect(outcome.assets == 6 && outcome.cut == [FieldPath("tags.env")])
  }

  @Test func `across types the account is counted whatever a type calls it`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest([record("a"), record("b")], account: "123", in: folder)
    let sample = try folder.write(
      "s.ndjson", #"{"_key":"s","owner":"123"}"# + "\n" + #"{"_key":"t"}"# + "\n")
    _ = try store.add(SampleAsset.type())
    _ = try store.ingest(IngestRequest(type: "test.sample", sources: [.file(sample)]))
    #expect(
      try store.facetLines(["account_id"], Query()) == [
        #"{"facet":"account_id","value":"123","count":3}"#,
        #"{"facet":"account_id","value":null,"count":1}"#,
      ])
    #expect(throws: Fault.self) { try store.facetLines(["region"], Query()) }
  }
}

/// How often each value, as JSON, behind its facet's name. By bytes: to a String two spellings of é are the same.
private typealias FacetCounts = [[UInt8]: Int]

extension SampleAsset {
  /// What the asset has for a facet, as JSON; nothing if it is missing.
  fileprivate func facetValues(_ path: FieldPath) -> [String] {
    if let key = path.key {
      let values = maps[path.field]?.first { $0.key.utf8.elementsEqual(key.utf8) }?.values
      return (values ?? []).map { JSONValue.string($0).text }
    }
    if let map = maps[path.field] { return map.map { JSONValue.string($0.key).text } }
    if path.field == "groups" {
      return Set((groups ?? []).map { JSONValue.string($0).text }).sorted()
    }
    if let text = texts[path.field] { return [JSONValue.string(text).text] }
    if let bool = bools[path.field] { return ["\(bool)"] }
    guard let number = numbers[path.field] else { return [] }
    return [path.field == "size" ? "\(Int(number))" : "\(number)"]
  }
}

extension Store {
  fileprivate func facets(_ paths: [String], _ query: Query) throws -> FacetCounts {
    var counts: FacetCounts = [:]
    for line in try facetLines(paths, query) {
      let row = try JSONValue(parsing: Array(line.utf8), named: "a row")
      let name = Array("\(row["facet"]?.string ?? ""):\(row["value"]?.text ?? "")".utf8)
      #expect(counts.updateValue(row["count"]?.integer ?? 0, forKey: name) == nil)
    }
    return counts
  }

  func facetLines(_ paths: [String], _ query: Query) throws -> [String] {
    let output = Collector()
    var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
    _ = try facets(of: paths.map { FieldPath($0) }, matching: query, into: &writer)
    return String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
