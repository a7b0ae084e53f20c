import AssetLanguage
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// What `--explain postgres` prints, run by PostgreSQL on an export of the same assets.
@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct PostgreSQLTargetTests {
  @Test func `expressions find the same assets there, by the SQL that is printed`() throws {
    let copy = try PostgreSQLCopy.make()
    var random = SeededGenerator(seed: 11)
    try copy.store.ingest(
      samples: (0..<60).map { SampleAsset($0, using: &random) }, in: copy.folder)
    try copy.load()
    var generator = ExpressionGenerator(seed: 17)
    let texts = (0..<2_000).map { _ in generator.condition() }
    let expressions = try texts.map { try Expression(parsing: $0) }
    let statements = try expressions.map { expression in
      let sql = try copy.store.explainPostgreSQL(SampleAsset.query(expression))
      return "SELECT string_agg(_key, ',' ORDER BY substr(_key, 7)::int) FROM (\(sql)) AS found;\n"
    }
    let lines = try copy.database.lines(of: statements.joined())
    try #require(lines.count == texts.count)
    for (index, line) in lines.enumerated() {
      let keys = try copy.store.sampleKeys(expressions[index])
      #expect(keys.joined(separator: ",") == line, "\(texts[index])\n\(statements[index])")
    }
  }

  @Test(arguments: [
    "_type", "account_id", "name", "size", "active", "tags", "labels", "tags.env", "tags.a:b=c",
    "labels.back\\slash", "tags.nothing", "lower(name)", "TAGS.Env",
  ])
  func `values are counted there as here`(facet: String) throws {
    let copy = try PostgreSQLCopy.make()
    var random = SeededGenerator(seed: 13)
    try copy.store.ingest(
      samples: (0..<60).map { SampleAsset($0, using: &random) }, in: copy.folder)
    try copy.load()
    for text in ["TRUE", "NOT tags ? 'env'", "size > 0 OR labels @> 'Env=>prod'"] {
      var query = try SampleAsset.query(Expression(parsing: text))
      query.limit = 1_000
      let path = FieldPath(asking: facet)
      let output = Collector()
      var writer = makeResultWriter(.tsv, to: OutputStream { output.bytes.append(span: $0) })
      _ = try copy.store.facets(of: [path], matching: query, into: &writer)
      let here = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      let sql = try copy.store.explainPostgreSQL(facetsOf: [path], matching: query)
      let there = try copy.database.lines(of: "\\pset fieldsep '\\t'\n\(sql);")
      let plain = { (line: Substring) in String(line.filter { $0 != "\"" }) }
      #expect(Set(here.map(plain)) == Set(there.map(plain)), "\(sql)")
      #expect(!here.isEmpty)
    }
  }

  /// The first `=` of a term is that behind its key, also where the key has one.
  @Test(arguments: [
    "tags @> '\"a=b\"=>c'", "tags @> 'a=>\"b=c\"'", "'c' = ANY (avals(tags))",
    "'b=c' = ANY (avals(tags))", #"tags @> '"a\\"=>"=c"'"#, "NOT tags @> 'a=>\"b=c\"'",
    "tags ? 'a=b=c'",
  ])
  func `a sign of equality in a key is no end of it`(text: String) throws {
    let copy = try PostgreSQLCopy.make()
    try copy.store.ingest(
      [
        #"{"a":"x","a=b":"c"}"#, #"{"a":"b=c"}"#, #"{"a=b=c":null}"#, #"{"a\\":"=c"}"#,
        #"{"a":"b","a=b=c":"x"}"#, "null",
      ].enumerated().map { record("k\($0)", tags: $1) }, in: copy.folder)
    try copy.load()
    let query = Query(
      types: try TypeSelection(responseType), where: try Expression(parsing: text),
      fields: [FieldPath("_key")])
    let lines = try copy.database.lines(of: copy.store.explainPostgreSQL(query) + ";")
    #expect(try copy.store.keys(query.expression) == lines.sorted().map(String.init))
  }

  @Test func `several types are asked at once, sorted and counted`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 12)
    try store.ingest(samples: [SampleAsset(0, using: &random)], in: folder)
    var query = Query(types: .all, where: try Expression(parsing: "NOT tags ? 'env'"))
    query.sort = [.init(FieldPath("account_id"), descending: true)]
    let sql = try store.explainPostgreSQL(query)
    #expect(sql.contains("FROM \"test\".\"sample\" AS asset"))
    #expect(sql.contains("coalesce(\"tags\" ? 'env', FALSE)"))
    #expect(sql.hasSuffix("ORDER BY \"sort 1\" DESC NULLS LAST"))
    #expect(try store.explainPostgreSQL(query, counts: true).hasPrefix("SELECT sum(n)"))
    query.asOf = try RunReference("1")
    #expect(throws: Fault.self) { try store.explainPostgreSQL(query) }
  }
}
