import AssetCatalogue
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// A store with some assets, and what a query gives of it.
struct SQLSample: ~Copyable {
  let folder: TemporaryFolder
  let store: Store

  static func make(
    _ records: [String] = [record("a", tags: #"{"env":"prod"}"#)]
  ) throws -> SQLSample {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(records, in: folder)
    return SQLSample(folder: folder, store: store)
  }

  /// With two instances of one account, the second of them without tags.
  static func instances() throws -> SQLSample {
    let sample = try make()
    let path = try sample.folder.write(
      "i.ndjson",
      """
      {"_key":"a","account_id":"x","instance_type":"m6i.large","launch_time":"2024-05-01T13:00:00Z","tags":{"env":"Prod"}}
      {"_key":"b","account_id":"x","instance_type":"t3.micro","launch_time":"2024-05-03T13:00:00Z","tags":{}}
      """)
    _ = try sample.store.ingest(IngestRequest(type: "aws.ec2_instance", sources: [.file(path)]))
    return sample
  }

  /// The result in a format, line by line.
  func lines(
    _ sql: String, _ parameters: [String: String] = [:], limits: SQLQuery.Limits = .init(),
    as format: OutputFormat = .ndjson
  ) throws -> [Substring] {
    let output = Collector()
    var writer = makeResultWriter(format, to: OutputStream { output.bytes.append(span: $0) })
    _ = try store.sql(SQLQuery(sql, parameters: parameters, limits: limits), into: &writer)
    return String(decoding: output.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// The values of the first column, as CSV has them; of one row if there is no FROM.
  func values(_ sql: String, _ parameters: [String: String] = [:]) throws -> [Substring] {
    Array(try lines(sql, parameters, as: .csv).dropFirst())
  }

  func fault(_ sql: String, limits: SQLQuery.Limits = .init()) throws -> Fault {
    try #require(throws: Fault.self, "\(sql)") { try lines(sql, limits: limits) }
  }
}
