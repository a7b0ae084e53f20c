import AssetLanguage
import Assets
import AssetStore
import Testing
import TestSupport

/// What `--explain postgres` prints, run by PostgreSQL on the same assets.
@Suite(.enabled(if: PostgreSQL.isInstalled, "PostgreSQL 15 is not installed"))
struct PostgreSQLTargetTests {
  @Test func `expressions find the same assets there, by the SQL that is printed`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 11)
    let assets = (0..<60).map { SampleAsset($0, using: &random) }
    try store.ingest(samples: assets, in: folder)
    var generator = ExpressionGenerator(seed: 17)
    let texts = (0..<1_500).map { _ in generator.condition() }
    let expressions = try texts.map { try Expression(parsing: $0) }
    let statements = try expressions.map { expression in
      let sql = try store.explainPostgreSQL(SampleAsset.query(expression))
      return "SELECT string_agg(_key, ',' ORDER BY substr(_key, 7)::int) FROM (\(sql)) AS found;\n"
    }
    guard let lines = try PostgreSQL.lines(of: Self.tables(assets) + statements.joined()) else {
      try Test.cancel("no PostgreSQL 15 can be started here")
    }
    try #require(lines.count == texts.count)
    for (index, line) in lines.enumerated() {
      let keys = try store.sampleKeys(expressions[index])
      #expect(keys.joined(separator: ",") == line, "\(texts[index])\n\(statements[index])")
    }
  }

  @Test func `several types are asked at once, sorted and counted`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 12)
    try store.ingest(samples: [SampleAsset(0, using: &random)], in: folder)
    var query = Query(types: .all, where: try Expression(parsing: "NOT tags ? 'env'"))
    query.sort = [.init(FieldPath("account_id"), descending: true)]
    let sql = try store.explainPostgreSQL(query)
    #expect(
      sql.contains("FROM test.sample AS asset") && sql.contains("coalesce(\"tags\" ? 'env', FALSE)")
    )
    #expect(sql.hasSuffix("ORDER BY \"sort 1\" DESC NULLS LAST"))
    #expect(try store.explainPostgreSQL(query, counts: true).hasPrefix("SELECT sum(n)"))
    query.asOf = try RunReference("1")
    #expect(throws: Fault.self) { try store.explainPostgreSQL(query) }
  }

  private static func tables(_ assets: [SampleAsset]) -> String {
    let rows = assets.map { asset in
      let texts = ["owner", "name", "made"].map { asset.texts[$0].map(quoted) ?? "NULL" }
      let numbers = ["size", "ratio"].map { asset.numbers[$0].map { "\($0)" } ?? "NULL" }
      let maps = ["labels", "tags"].flatMap { [map(asset.maps[$0]), terms(asset.maps[$0])] }
      let active = asset.bools["active"].map { "\($0)" } ?? "NULL"
      let groups = asset.groups.map(array) ?? "NULL"
      let cells = [quoted(asset.key)] + texts + numbers + [active] + maps + [groups]
      return "(\(cells.joined(separator: ", ")))"
    }
    return """
      SET client_min_messages = error; SET timezone = 'UTC';
      CREATE EXTENSION hstore; CREATE SCHEMA test;
      CREATE TABLE test.sample(_key text, owner text, name text, made timestamptz, size bigint,
        ratio float8, active boolean, labels hstore, labels_terms text[], tags hstore,
        tags_terms text[], groups text[], detail json);
      INSERT INTO test.sample VALUES \(rows.joined(separator: ",\n"));

      """
  }

  private static func map(_ map: SampleAsset.Map?) -> String {
    guard let map else { return "NULL" }
    return quoted(
      map.map { key, values in
        ExpressionGenerator.hstore(key) + "=>"
          + (values.map { ExpressionGenerator.hstore($0.joined(separator: ",")) } ?? "NULL")
      }.joined(separator: ", "))
  }

  private static func terms(_ map: SampleAsset.Map?) -> String {
    map.map { map in
      array(map.flatMap { pair in [pair.key] + (pair.values ?? []).map { "\(pair.key)=\($0)" } })
    }
      ?? "NULL"
  }

  private static func array(_ texts: [String]) -> String {
    "ARRAY[\(texts.map(quoted).joined(separator: ", "))]::text[]"
  }
}
