import AssetJSON
import Assets
import AssetStore
import Foundation
import Testing
import TestSupport

/// Statements that mean the same here and in PostgreSQL, or are refused by both.
@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct SQLPostgreSQLTests {
  /// How many statements to try; `ASSETSTORE_STATEMENTS` says another number.
  private static let count =
    ProcessInfo.processInfo.environment["ASSETSTORE_STATEMENTS"].flatMap(Int.init) ?? 600

  @Test func `generated statements give the same rows, or are refused by both`() throws {
    var generator = StatementGenerator(seed: 23)
    let counts = try compare((0..<Self.count).map { _ in generator.statement() })
    // Questions that are all refused would prove nothing.
    #expect(counts.same > Self.count / 2 && counts.refused > Self.count / 50)
    #expect(counts.onlyHere <= Self.count / 100 && counts.onlyThere <= Self.count / 100)
  }

  @Test func `what analysts write gives the same rows`() throws {
    let statements = SQLForms.statements
    let counts = try compare(statements)
    #expect(counts.same == statements.count, "\(counts)")
  }

  @Test func `what is printed for PostgreSQL gives the same rows there`() throws {
    var generator = StatementGenerator(seed: 29)
    let statements = (0..<300).map { _ in generator.statement() } + SQLForms.statements
    let counts = try compare(statements) { (try? $0.explainPostgreSQL(SQLQuery($1))) ?? $1 }
    #expect(counts.same > statements.count / 2 && counts.onlyThere <= 2)
  }

  /// What a statement gives there, or that it is refused.
  private static let answer = #"""
    SET timezone = 'UTC';
    CREATE FUNCTION answer(query text) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE rows text;
      BEGIN
        EXECUTE 'SELECT coalesce(json_agg(row_to_json(t)), ''[]'') FROM (' || query || ') t' INTO rows;
        RETURN replace(rows, E'\n', ' ');
      EXCEPTION WHEN OTHERS THEN RETURN 'refused';
      END $$;

    """#

  struct Counts {
    var (same, refused, onlyHere, onlyThere) = (0, 0, 0, 0)
  }

  /// - Parameter asked: what PostgreSQL is asked instead.
  private func compare(
    _ statements: [String], asked: (Store, String) -> String = { $1 }
  ) throws -> Counts {
    let widgets = try WidgetSample.make()
    let script =
      try widgets.sample.store.script() + Self.answer
      + statements.map { "SELECT answer(\(quoted(asked(widgets.sample.store, $0))));\n" }.joined()
    guard let lines = try PostgreSQL.lines(of: script) else {
      try Test.cancel("no PostgreSQL 15 can be started here")
    }
    try #require(lines.count == statements.count)
    var counts = Counts()
    for (sql, line) in zip(statements, lines) {
      let rows = try? widgets.sample.lines(sql).map { try Self.normal($0) }.sorted()
      guard line != "refused" else {
        // What only some row would fail in is refused by PostgreSQL before it looks, and here when it is there.
        if rows == nil { counts.refused += 1 } else { counts.onlyHere += 1 }
        continue
      }
      let expected = try JSONValue(parsing: line.utf8, named: "rows").array?.map {
        try Self.normal(Substring($0.text))
      }
      guard let rows else {
        counts.onlyThere += 1
        continue
      }
      #expect(rows == expected?.sorted(), "\(sql)")
      counts.same += 1
    }
    return counts
  }

  /// A row's values in their order: columns without names have others here.
  private static func normal(_ row: Substring) throws -> String {
    guard case .object(let cells) = try JSONValue(parsing: row.utf8, named: "a row") else {
      return ""
    }
    return cells.map { normal($0.value) }.joined(separator: "|")
  }

  /// Here the text of a number has no zeros at its end.
  private static func withoutZeros(_ text: String) -> String {
    text.replacing(/\.0+(?!\d)/, with: "").replacing(/(\.\d*[1-9])0+(?!\d)/) { "\($0.1)" }
  }

  /// A timestamp as the store sorts it, numbers to thirteen digits, and members in the order of their names.
  private static func normal(_ value: JSONValue) -> String {
    switch value {
    case .number(let spelling): String(format: "%.13g", Double(spelling) ?? 0)
    case .string(let text): (try? Moment(text: text.utf8.span).sortableText) ?? withoutZeros(text)
    case .array(let members): "[" + members.map(normal).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { $0.name + ":" + normal($0.value) }.sorted().joined(separator: ",") + "}"
    default: value.text
    }
  }
}
