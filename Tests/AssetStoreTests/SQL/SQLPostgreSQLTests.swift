import AssetJSON
import Assets
import AssetStore
import Foundation
import Testing
import TestSupport

/// Statements that mean the same here and in PostgreSQL, or are refused by both.
@Suite(.enabled(if: PostgreSQL.isInstalled, "PostgreSQL 15 is not installed"))
struct SQLPostgreSQLTests {
  /// How many statements to try; `ASSETSTORE_STATEMENTS` says another number.
  private static let count =
    ProcessInfo.processInfo.environment["ASSETSTORE_STATEMENTS"].flatMap(Int.init) ?? 1_000

  @Test func `generated statements give the same rows, or are refused by both`() throws {
    let widgets = try WidgetSample.make()
    var generator = StatementGenerator(seed: 23)
    let statements = (0..<Self.count).map { _ in generator.statement() }
    let script =
      WidgetSample.postgreSQL + statements.map { "SELECT answer(\(quoted($0)));\n" }.joined()
    guard let lines = try PostgreSQL.lines(of: script) else {
      try Test.cancel("no PostgreSQL 15 can be started here")
    }
    try #require(lines.count == statements.count)
    var counts = (same: 0, refused: 0)
    for (sql, line) in zip(statements, lines) {
      let rows = try? widgets.sample.lines(sql).map { try Self.normal($0) }.sorted()
      guard line != "refused" else {
        // What only some row would fail in is refused by PostgreSQL before it looks, and here when it is there.
        counts.refused += rows == nil ? 1 : 0
        continue
      }
      let expected = try JSONValue(parsing: line.utf8, named: "rows").array?.map {
        try Self.normal(Substring($0.text))
      }
      #expect(rows == expected?.sorted(), "\(sql)")
      counts.same += rows == nil ? 0 : 1
    }
    // Questions that are all refused would prove nothing.
    #expect(counts.same > Self.count / 2 && counts.refused > Self.count / 50)
  }

  /// A timestamp as the store sorts it; any other text as it is.
  private static func withoutZone(_ text: String) -> String {
    (try? Moment(text: text.utf8.span).sortableText) ?? text
  }

  /// A row with its numbers to fourteen digits.
  private static func normal(_ row: Substring) throws -> String {
    guard case .object(let cells) = try JSONValue(parsing: row.utf8, named: "a row") else {
      return ""
    }
    let sorted = cells.sorted { $0.name < $1.name }
    return sorted.map { cell in
      switch cell.value {
      case .number(let spelling): String(format: "%.14g", Double(spelling) ?? 0)
      case .string(let text): Self.withoutZone(text)
      default: cell.value.text
      }
    }.joined(separator: "|")
  }
}

/// Two types, and the same rows for PostgreSQL.
struct WidgetSample: ~Copyable {
  let sample: SQLSample

  static func make() throws -> WidgetSample {
    let sample = try SQLSample.make([])
    let fields: [Field] = [
      Field("account_id", .string), Field("status", .string), Field("tags", .hstore),
      Field("created", .timestamp), Field("seen", .timestamp), Field("size", .int64),
      Field("ratio", .float64), Field("enabled", .bool), Field("names", .array(.string)),
    ]
    let events = [
      Field("account_id", .string), Field("created", .timestamp), Field("kind", .string),
    ]
    for (name, fields, records) in [
      ("zeta.widget", fields, widgets), ("zeta.event", events, Self.events),
    ] {
      _ = try sample.store.add(
        AssetType(TypeName(name), accountField: "account_id", keyTemplate: nil, fields: fields))
      let path = try sample.folder.write("\(name).ndjson", records.joined(separator: "\n") + "\n")
      _ = try sample.store.ingest(IngestRequest(type: name, sources: [.file(path)]))
    }
    return WidgetSample(sample: sample)
  }

  private static let widgets = [
    #"{"_key":"a","account_id":"000000000123","status":"ok","tags":{"env":"prod","n":"5"},"created":"2024-01-01T00:00:00Z","seen":"2024-05-01T13:00:00Z","size":5,"ratio":0.30000000000000004,"enabled":true,"names":["a","b"]}"#,
    #"{"_key":"b","account_id":"000000000123","status":"failed","tags":{"env":"dev","n":"10"},"created":"2024-01-01T00:00:00.5Z","seen":"2024-05-01T11:00:00Z","size":20,"ratio":0.3,"enabled":false,"names":["b"]}"#,
    #"{"_key":"c","account_id":"123456789012","status":"ok","tags":{"n":"n/a"},"created":"2024-01-01T00:00:00.000Z","size":100,"ratio":2.5,"enabled":true}"#,
    #"{"_key":"d","account_id":"123456789012"}"#,
  ]

  private static let events = [
    #"{"_key":"e1","account_id":"000000000123","created":"2024-01-01T00:00:00.0Z","kind":"start"}"#,
    #"{"_key":"e2","account_id":"000000000123","created":"2024-02-01T00:00:00Z","kind":"stop"}"#,
  ]

  static let postgreSQL = """
    SET client_min_messages = error; SET timezone = 'UTC'; CREATE EXTENSION hstore; CREATE SCHEMA zeta;
    CREATE TABLE zeta.widget(_key text PRIMARY KEY, account_id text, status text, tags hstore,
      created timestamptz, seen timestamptz, size bigint, ratio float8, enabled boolean, names text[]);
    CREATE TABLE zeta.event(_key text PRIMARY KEY, account_id text, created timestamptz, kind text);
    INSERT INTO zeta.widget VALUES
      ('a', '000000000123', 'ok', 'env=>prod,n=>5', '2024-01-01T00:00:00Z', '2024-05-01T13:00:00Z', 5,
        0.30000000000000004, true, '{a,b}'),
      ('b', '000000000123', 'failed', 'env=>dev,n=>10', '2024-01-01T00:00:00.5Z', '2024-05-01T11:00:00Z',
        20, 0.3, false, '{b}'),
      ('c', '123456789012', 'ok', 'n=>n/a', '2024-01-01T00:00:00Z', NULL, 100, 2.5, true, NULL),
      ('d', '123456789012', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO zeta.event VALUES ('e1', '000000000123', '2024-01-01T00:00:00Z', 'start'),
      ('e2', '000000000123', '2024-02-01T00:00:00Z', 'stop');
    CREATE FUNCTION answer(query text) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE rows text;
      BEGIN
        EXECUTE 'SELECT coalesce(jsonb_agg(to_jsonb(t)), ''[]'') FROM (' || query || ') t' INTO rows;
        RETURN rows;
      EXCEPTION WHEN OTHERS THEN RETURN 'refused';
      END $$;

    """
}
