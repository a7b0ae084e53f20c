import Assets
import AssetStore
import TestSupport

/// Two types, with values of all kinds.
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
}
