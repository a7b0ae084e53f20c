import Assets
import Foundation
import TestSupport

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetFiles
@testable import AssetJSON

/// Exports of a small type, read from a file.
enum Export {
  static func type() throws -> AssetType {
    try AssetType(
      TypeName("test.web_server"), accountField: "account_id",
      keyTemplate: KeyTemplate("{account_id}/{server_id}"),
      fields: [
        Field("_key", dataType: .string), Field("account_id", dataType: .string),
        Field("region", dataType: .string),
        Field("arn", dataType: .string), Field("server_id", dataType: .string),
        Field("state", dataType: .string, providerName: "Status"), Field("size", dataType: .int64),
        Field("load", dataType: .float64), Field("is_public", dataType: .bool),
        Field("created", dataType: .timestamp),
        Field("settings", dataType: .json), Field("ports", dataType: .array(.int64)),
        Field("labels", dataType: .hstore),
        Field("tags", dataType: .hstoreCSV),
      ])
  }

  struct Outcome {
    /// Each record as `field=value` for its fields that are not null, in their order, but for its key and account.
    var records: [String] = []
    var places: [Place] = []
    var rejections: [Rejection] = []
    var summary: RecordReader.Summary
  }

  /// How an export is read, where a test says more than its bytes.
  struct Options {
    var account: String? = "42"
    var values: [String: String] = [:]
    var format: ExportFormat?
    var path: String?
    var recordLimit = RecordReader.recordLimit
    var patience = 1 << 20
    var isStrict = false
    var keepsRejections = false
    var redactions = RedactionRequest()
  }

  static func read(
    _ bytes: some Sequence<UInt8>, _ options: Options = Options()
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let type = try type()
    let types = RecordTypes(
      .only(type), account: options.account, values: options.values,
      redactions: options.redactions, isStrict: options.isStrict)
    var reader = try RecordReader.open(
      try File.open(reading: folder.write("export", Data(bytes))), types: types,
      format: options.format, path: options.path, recordLimit: options.recordLimit,
      patience: options.patience, keepsRejections: options.keepsRejections)
    var (records, places): ([String], [Place]) = ([], [])
    var rejections: [Rejection] = []
    while let batch = try reader.next() {
      records += (0..<batch.count).map { text(of: batch, $0, type) }
      places += batch.places
      rejections += batch.rejections
    }
    return Outcome(
      records: records, places: places, rejections: rejections, summary: reader.summary)
  }

  /// A file with this text that is gone when it has been read.
  static func file(_ text: String) throws -> File {
    let folder = try TemporaryFolder()
    return try File.open(reading: folder.write("export", text))
  }

  static func read(_ text: String, _ options: Options = Options()) throws -> Outcome {
    try read(Array(text.utf8), options)
  }

  /// The records, or the fault as it is printed, without the file's name.
  static func outcome(_ text: String, _ options: Options = Options()) throws -> [String] {
    do {
      return try read(text, options).records
    } catch let fault as Fault {
      let place = fault.place.map { "\($0.line):\($0.byte): " } ?? ""
      return [place + fault.why + (fault.advice.map { "; \($0)" } ?? "")]
    }
  }

  private static func text(of batch: RecordBatch, _ index: Int, _ type: AssetType) -> String {
    let names = type.fields.map(\.name) + ["_extra"]
    return zip(names, batch.record(index)).dropFirst(2).compactMap { name, cell in
      switch cell {
      case .absent, .null: nil
      case .integer(let value): "\(name)=\(value)"
      case .real(let value): "\(name)=\(value)"
      case .text(let range): "\(name)=\(String(decoding: batch.bytes[range], as: UTF8.self))"
      }
    }.joined(separator: " ")
  }
}
