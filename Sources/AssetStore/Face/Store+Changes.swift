public import Assets

extension Store {
  /// Ingests exports in one run: all of it or, if anything is refused, nothing.
  ///
  /// - Throws: `input`, with the place, for a bad record; `missing` for a type or file that isn't there; `guarded` where
  ///   it would take away more than it may; `interrupted`.
  public func ingest(_ request: IngestRequest) throws -> IngestReport {
    try ingest(request, progress: { _ in })
  }

  /// What became of the assets that have or had a key, the oldest first.
  ///
  /// - Throws: `missing` if no asset has ever had it.
  public func history(of key: String) throws -> [AssetEvent] { try history(of: key, in: .all) }

  /// What differs between two states, each the end of a run (`7`) or a time (`2026-01-31`), among the assets that a query
  /// finds in one of them. Costs what it takes to read the versions between them, not the assets.
  ///
  /// - Parameters:
  ///   - old: the earlier state.
  ///   - new: the later one; nil for now.
  ///   - query: which assets.
  /// - Throws: `usage` for what is no state, or one after the other.
  public func diff(
    from old: String, to new: String? = nil, among query: Query = Query()
  ) throws -> [AssetDifference] {
    var request = DiffRequest()
    request.query = query
    var changes: [AssetDifference] = []
    _ = try diff(from: RunReference(old), to: new.map { try RunReference($0) }, request: request) {
      changes.append($0)
    }
    return changes
  }

  /// For each tag, type and account: how many assets have the tag, have it empty, lack it, and of how many that is not
  /// known.
  public func coverage(ofTags keys: [String]) throws -> [TagCoverage] {
    try coverage(ofTags: keys, in: .all)
  }
}
