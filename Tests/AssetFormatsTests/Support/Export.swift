import Assets
import Foundation
import TestSupport

@testable import AssetFormats

/// Exports of a small type, read from a file.
enum Export {
  static func type() throws -> AssetType {
    try AssetType(
      TypeName("test.web_server"), accountField: "account_id",
      keyTemplate: KeyTemplate("{account_id}/{server_id}"),
      fields: [
        Field("_key", .string), Field("account_id", .string), Field("server_id", .string),
        Field("state", .string, providerName: "Status"), Field("size", .int64),
        Field("load", .float64), Field("is_public", .bool), Field("created", .timestamp),
        Field("settings", .json), Field("ports", .array(.int64)), Field("labels", .hstore),
        Field("tags", .hstoreCSV),
      ])
  }

  struct Outcome {
    /// Each record as `field=value` for its fields that are not null, in their order.
    var records: [String] = []
    var places: [Place] = []
    var summary: RecordReader.Summary
  }

  static func read(
    _ bytes: some Sequence<UInt8>, account: String? = nil, values: [String: String] = [:]
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let type = try type()
    var reader = RecordReader(
      try File.open(reading: folder.write("export", Data(bytes))), type: type,
      context: try MappingContext(for: type, account: account, values: values))
    var (records, places): ([String], [Place]) = ([], [])
    while let batch = try reader.next() {
      records += (0..<batch.count).map { text(of: batch, $0, type) }
      places += batch.places
    }
    return Outcome(records: records, places: places, summary: reader.summary)
  }

  static func read(_ text: String, account: String? = nil) throws -> Outcome {
    try read(Array(text.utf8), account: account)
  }

  private static func text(of batch: RecordBatch, _ index: Int, _ type: AssetType) -> String {
    let names = type.fields.map(\.name) + ["_extra"]
    return zip(names, batch.record(index)).compactMap { name, cell in
      switch cell {
      case .null: nil
      case .integer(let value): "\(name)=\(value)"
      case .real(let value): "\(name)=\(value)"
      case .text(let range): "\(name)=\(String(decoding: batch.bytes[range], as: UTF8.self))"
      }
    }.joined(separator: " ")
  }
}
