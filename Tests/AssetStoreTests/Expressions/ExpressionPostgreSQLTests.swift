import AssetLanguage
import Assets
import AssetStore
import Testing
import TestSupport

@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct ExpressionPostgreSQLTests {
  @Test func `the store answers as PostgreSQL does, an absent map being an empty one`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 3)
    let assets = (0..<60).map { index in
      var asset = SampleAsset(index, using: &random)
      // PostgreSQL's hstore has one value a key.
      asset.maps = asset.maps.mapValues { map in
        map.map { (key: $0.key, values: $0.values.map { Array($0.prefix(1)) }) }
      }
      return asset
    }
    try store.ingest(samples: assets, in: folder)
    var generator = ExpressionGenerator(seed: 5)
    generator.maps = ["labels"]
    generator.isPostgreSQL = true
    let texts = (0..<2_000).map { _ in generator.condition() }
    guard let lines = try PostgreSQL.lines(of: statements(assets, texts)) else {
      try Test.cancel("no PostgreSQL 15 can be started here")
    }
    try #require(lines.count == texts.count)
    for (text, line) in zip(texts, lines) {
      let keys = try store.sampleKeys(Expression(parsing: text))
      #expect(keys.joined(separator: ",") == line, "\(text)")
    }
  }

  private func statements(_ assets: [SampleAsset], _ texts: [String]) -> String {
    let rows = assets.enumerated().map { index, asset in
      "(\(index), \(quoted(asset.key)), \(asset.texts["name"].map(quoted) ?? "NULL"), "
        + "\(asset.maps["labels"].map(literal) ?? "NULL"))"
    }
    return """
      SET client_min_messages = error;
      CREATE EXTENSION hstore;
      CREATE TABLE assets(id integer, key text, name text, labels hstore);
      INSERT INTO assets VALUES \(rows.joined(separator: ",\n"));

      """
        + texts.map { text in
          let condition = text.split(separator: "labels", omittingEmptySubsequences: false).joined(
            separator: "coalesce(labels, '')")
          return "SELECT string_agg(key, ',' ORDER BY id) FROM assets WHERE \(condition);\n"
        }.joined()
  }

  private func literal(_ map: SampleAsset.Map) -> String {
    quoted(
      map.map { key, values in
        ExpressionGenerator.hstore(key) + "=>"
          + (values?.first.map(ExpressionGenerator.hstore) ?? "NULL")
      }.joined(separator: ", "))
  }
}
