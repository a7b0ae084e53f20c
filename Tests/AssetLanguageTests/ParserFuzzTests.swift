import AssetLanguage
import Assets
import Testing
import TestSupport

/// Texts that are nearly statements: whatever they are, they are read or refused, and soon.
@Suite struct ParserFuzzTests {
  /// How many texts to try, unless `ASSETSTORE_FUZZ_MINUTES` says how long.
  private static let count = 1_500

  private static let seeds = [
    "WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a WHERE x < 5) SELECT sum(x) FROM a",
    "SELECT DISTINCT ON (size) size, tags->'env' FROM t ORDER BY size, _key DESC NULLS LAST LIMIT 5",
    "SELECT t.*, q.n FROM t LEFT JOIN LATERAL (SELECT count(*) AS n FROM t u WHERE u.size > t.size) q ON TRUE",
    "SELECT account_id, sum(size) FILTER (WHERE size > 1) OVER (PARTITION BY _key ORDER BY size ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t",
    "SELECT CASE WHEN size BETWEEN 1 AND 2 THEN E'a\\n' ELSE $$b$$ END || 'ö' FROM t WHERE names && ARRAY['a', NULL]",
    "SELECT (names)[1:2], ARRAY(SELECT x FROM unnest(names) WITH ORDINALITY AS u(x, n)) FROM t /* c /* d */ */",
    "SELECT a, grouping(a) FROM (VALUES (1, 'x'), (2, 'y')) AS v(a, b) GROUP BY ROLLUP (a) HAVING count(*) > 0",
    "SELECT EXTRACT(year FROM created), TRIM(BOTH 'x' FROM _key), CAST('5' AS numeric(10, 2)) FROM t -- end",
    "(SELECT size FROM t EXCEPT ALL SELECT 5) ORDER BY 1 OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY",
    "NOT tags ? 'env' AND (state #>> '{a,b}' ~* '^x' OR size::int <> ALL (ARRAY[1, 2])) IS NOT UNKNOWN",
  ]

  private func table(_ name: [String]) -> Table? {
    guard name == ["t"] else { return nil }
    return Table(
      name: "t",
      columns: [
        .init("_key", of: .text, isKey: true), .init("account_id", of: .text),
        .init("size", of: .bigint),
        .init("tags", of: .map), .init("names", of: .array(.text)),
        .init("created", of: .timestamp),
        .init("state", of: .json),
      ])
  }

  @Test func `mutated statements are understood or refused, and soon`() throws {
    var random = SeededGenerator(seed: 41)
    var texts = Self.seeds
    let clock = ContinuousClock()
    var understood = 0
    let tried = FuzzTime.times(Self.count) {
      let text = TextMutation().mutated(
        texts.randomElement(using: &random) ?? "", among: texts, using: &random)
      var isUnderstood = false
      let time = clock.measure {
        isUnderstood = (try? understand(text)) ?? false
        _ = try? Expression(parsing: text)
      }
      #expect(time < .seconds(20), "\(text)")
      understood += isUnderstood ? 1 : 0
      if isUnderstood, texts.count < 200, text.utf8.count < 2_000 { texts.append(text) }
    }
    #expect(understood > tried / 100)
  }

  private func understand(_ text: String) throws -> Bool {
    do {
      guard let query = try ParsedStatement(text).query else { return false }
      _ = try Analyzer(text, table: table).analyze(query)
      return true
    } catch let fault as Fault {
      #expect(!fault.why.isEmpty)
      return false
    }
  }
}
