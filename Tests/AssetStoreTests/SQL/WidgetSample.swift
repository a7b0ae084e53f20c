import Assets
import AssetStore
import TestSupport

/// Two types, and the same rows for PostgreSQL.
struct WidgetSample: ~Copyable {
  let sample: SQLSample

  static func make() throws -> WidgetSample {
    let sample = try SQLSample.make([])
    let fields: [Field] = [
      Field("account_id", dataType: .string), Field("status", dataType: .string),
      Field("tags", dataType: .hstore),
      Field("created", dataType: .timestamp), Field("seen", dataType: .timestamp),
      Field("size", dataType: .int64),
      Field("ratio", dataType: .float64), Field("enabled", dataType: .bool),
      Field("names", dataType: .array(.string)),
      Field("labels", dataType: .hstoreCSV), Field("config", dataType: .json),
      Field("ports", dataType: .array(.int64)),
      Field("flags", dataType: .array(.bool)),
    ]
    let events = [
      Field("account_id", dataType: .string), Field("created", dataType: .timestamp),
      Field("kind", dataType: .string),
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
    #"{"_key":"a","account_id":"000000000123","status":"ok","tags":{"env":"prod","n":"5"},"created":"2024-01-01T00:00:00Z","seen":"2024-05-01T13:00:00Z","size":5,"ratio":0.30000000000000004,"enabled":true,"names":["a","b"],"labels":{"team":"a,b"},"config":{"P":"*"},"ports":[9007199254740993],"flags":[true,false]}"#,
    #"{"_key":"b","account_id":"000000000123","status":"failed","tags":{"env":"dev","n":"10"},"created":"2024-01-01T00:00:00.5Z","seen":"2024-05-01T11:00:00Z","size":20,"ratio":0.3,"enabled":false,"names":["b"],"labels":{"team":"a"},"config":{"P":{"A":"z"}},"ports":[9007199254740992],"flags":[true]}"#,
    #"{"_key":"c","account_id":"123456789012","status":"ok","tags":{"n":"n/a"},"created":"2024-01-01T00:00:00.000Z","size":100,"ratio":2.5,"enabled":true,"config":[1,2]}"#,
    #"{"_key":"d","account_id":"123456789012"}"#,
  ]

  private static let events = [
    #"{"_key":"e1","account_id":"000000000123","created":"2024-01-01T00:00:00.0Z","kind":"start"}"#,
    #"{"_key":"e2","account_id":"000000000123","created":"2024-02-01T00:00:00Z","kind":"stop"}"#,
  ]

  static let postgreSQL = #"""
    SET client_min_messages = error; SET timezone = 'UTC'; CREATE EXTENSION hstore; CREATE SCHEMA zeta;
    CREATE TABLE zeta.widget(_key text PRIMARY KEY, account_id text, status text, tags hstore,
      created timestamptz, seen timestamptz, size bigint, ratio float8, enabled boolean, names text[],
      labels hstore, config json, ports bigint[], flags boolean[]);
    CREATE TABLE zeta.event(_key text PRIMARY KEY, account_id text, created timestamptz, kind text);
    INSERT INTO zeta.widget VALUES
      ('a', '000000000123', 'ok', 'env=>prod,n=>5', '2024-01-01T00:00:00Z', '2024-05-01T13:00:00Z', 5,
        0.30000000000000004, true, '{a,b}', 'team=>"a,b"', '{"P":"*"}', '{9007199254740993}', '{t,f}'),
      ('b', '000000000123', 'failed', 'env=>dev,n=>10', '2024-01-01T00:00:00.5Z', '2024-05-01T11:00:00Z',
        20, 0.3, false, '{b}', 'team=>a', '{"P":{"A":"z"}}', '{9007199254740992}', '{t}'),
      ('c', '123456789012', 'ok', 'n=>n/a', '2024-01-01T00:00:00Z', NULL, 100, 2.5, true, NULL,
        NULL, '[1,2]', NULL, NULL),
      ('d', '123456789012', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO zeta.event VALUES ('e1', '000000000123', '2024-01-01T00:00:00Z', 'start'),
      ('e2', '000000000123', '2024-02-01T00:00:00Z', 'stop');
    CREATE FUNCTION answer(query text) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE rows text;
      BEGIN
        EXECUTE 'SELECT coalesce(json_agg(row_to_json(t)), ''[]'') FROM (' || query || ') t' INTO rows;
        RETURN replace(rows, E'\n', ' ');
      EXCEPTION WHEN OTHERS THEN RETURN 'refused';
      END $$;

    """#
}
