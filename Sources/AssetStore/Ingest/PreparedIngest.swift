internal import AssetExports
internal import Assets

/// An ingest before it takes the store: its types and the first of its records. A pipe that says nothing yet holds up
/// nobody, and what is refused here has made no store.
struct PreparedIngest<Feed: RecordFeed & ~Copyable>: ~Copyable {
  let request: IngestRequest
  let types: RecordTypes
  var feed: Feed
}

extension PreparedIngest where Feed == ReadAhead {
  /// Reads the first records of the request's sources.
  static func read(
    _ request: IngestRequest, choice: RecordTypes.Choice
  ) throws -> PreparedIngest {
    var types = RecordTypes(
      choice, account: request.account, values: request.values, redactions: request.redactions,
      isStrict: request.isStrict)
    types.infers = request.infersTypes
    try RejectsFile.requireFree(request)
    let feed = ReadAhead(try RecordInputs.open(request, types: types))
    return PreparedIngest(request: request, types: types, feed: feed)
  }
}
