internal import AssetExports
internal import Assets

/// An ingest before it takes the store: its type, its context and the first of its records. A pipe that says nothing
/// yet holds up nobody, and what is refused here has made no store.
struct PreparedIngest<Feed: RecordFeed & ~Copyable>: ~Copyable {
  let request: IngestRequest
  let type: AssetType
  let context: MappingContext
  var feed: Feed
}

extension PreparedIngest where Feed == ReadAhead {
  /// Reads the first records of the request's sources.
  static func read(_ request: IngestRequest, type: AssetType) throws -> PreparedIngest {
    let context = try MappingContext(
      for: type, account: request.account, values: request.values,
      redactions: request.redactions)
    try RejectsFile.requireFree(request)
    let feed = ReadAhead(try RecordInputs.open(request, type, context))
    return PreparedIngest(request: request, type: type, context: context, feed: feed)
  }
}
