import AssetExports
import AssetOutput
import Assets
import Testing
import TestSupport

@testable import AssetStore

extension Store {
  /// Ingests records as all there is of what they are of, or of the scopes.
  @discardableResult
  func snapshot(
    _ records: [String], type: String = responseType, scopes: [Scope] = [],
    allowing count: Int? = nil,
    in folder: borrowing TemporaryFolder
  ) throws -> IngestReport {
    let path = try folder.write("snapshot.ndjson", records.map { $0 + "\n" }.joined())
    var request = IngestRequest(type: type, sources: [.file(path)])
    request.format = .ndjson
    request.absentFields = .cleared
    request.snapshot = SnapshotRequest(scopes: scopes, allowedDeletes: count)
    return try ingest(request)
  }

  /// The keys of all assets at the end of a run, as they follow one another by their bytes.
  func keys(at run: Int, where expression: Expression = .everything) throws -> [String] {
    var query = Query(where: expression, fields: [FieldPath("_key")])
    query.asOf = .number(run)
    let keys = try lines(query).map { String($0.dropFirst(9).dropLast(2)) }
    #expect(try count(query) == keys.count)
    return keys.sorted()
  }
}

/// A record of an account and a region.
func placed(_ key: String, _ account: String, _ region: String = "r", tags: String = "{}") -> String
{
  #"{"_key":"\#(key)","account_id":"\#(account)","region":"\#(region)","tags":\#(tags)}"#
}
