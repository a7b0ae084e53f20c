import AssetCatalogue
import AssetExports
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import class Foundation.FileManager
import Testing
import TestSupport

let responseType = "aws.apigatewayv2_integrationresponse"

extension Store {
  /// Ingests records, one JSON text each, of the type that the tests use.
  @discardableResult
  func ingest(
    _ records: [String], account: String? = nil, values: [String: String] = [:],
    in folder: borrowing TemporaryFolder
  ) throws -> IngestReport {
    let path = try folder.write("records.ndjson", records.map { $0 + "\n" }.joined())
    var request = IngestRequest(type: responseType, sources: [.file(path)])
    request.format = .ndjson
    request.account = account
    request.values = values
    return try ingest(request)
  }

  /// The keys of the assets that the expression is true of, in the order they came.
  func keys(_ expression: Expression, type: String? = responseType) throws -> [String] {
    let query = Query(
      types: try type.map(TypeSelection.init) ?? .all, where: expression,
      fields: [FieldPath("_key")])
    var keys: [String] = []
    for line in try lines(query) {
      keys.append(try #require(JSONValue(parsing: line.utf8, named: "a row")["_key"]?.string))
    }
    #expect(try count(query) == keys.count)
    return keys
  }

  /// The result as NDJSON, a line a row.
  func lines(_ query: Query) throws -> [Substring] {
    let output = Collector()
    var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
    _ = try self.query(query, into: &writer)
    return String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
  }
}

/// Takes what a stream writes.
final class Collector {
  var bytes: [UInt8] = []
}

/// A record with a key and tags as they are spelled in JSON; none if nil.
func record(_ key: String, tags: String? = nil) -> String {
  tags.map { #"{"_key":"\#(key)","tags":\#($0)}"# } ?? #"{"_key":"\#(key)"}"#
}

/// A store with fifty assets.
func filledStore(_ folder: borrowing TemporaryFolder, _ name: String = "s.db") throws
  -> Store
{
  let store = try Store.openOrCreate(folder.file(name))
  try store.ingest(
    (0..<50).map { record("k\($0)", tags: #"{"n":"\#($0)","é":"ü"}"#) }, in: folder)
  return store
}

/// Whether something has the name.
func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

/// The members of a file of rejects, a line each.
func rejects(_ path: String) throws -> [JSONValue] {
  try File.contents(of: path).split(separator: 0x0A)
    .map { try JSONValue(parsing: $0, named: "a reject") }
}
