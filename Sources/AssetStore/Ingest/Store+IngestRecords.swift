public import AssetExports
internal import Assets

extension Store {
  /// Ingests records that the program has, or makes, in one run: all of them or, if one is refused, none.
  ///
  /// The sequence is gone through once, as far as the store has come: a lazy one takes no more memory for being long.
  /// It is asked while the store is held, so it must not use the store itself.
  ///
  /// - Parameters:
  ///   - records: JSON objects, one an asset.
  ///   - type: the type of all of them: its name, or what a provider calls it.
  ///   - account: for the type's account field, where a record says nothing of its own.
  ///   - values: for other fields, by name.
  ///   - absentFields: what it means that a record does not have a field.
  ///   - isDryRun: whether to do everything but keep it.
  /// - Throws: `input` for a bad record, with its number as the line of the place; `missing` for a type that isn't
  ///   there; `interrupted`.
  public func ingest(
    _ records: some Sequence<some RecordText>, type: String, account: String? = nil,
    values: [String: String] = [:], absentFields: AbsentFields = .clearedIfKnown,
    isDryRun: Bool = false
  ) throws -> IngestReport {
    try ingest(
      records, type: type, account: account, values: values, absentFields: absentFields,
      isDryRun: isDryRun, progress: { _ in })
  }

  /// Does the same.
  ///
  /// - Parameter progress: told after each batch.
  package func ingest(
    _ records: some Sequence<some RecordText>, type: String, account: String? = nil,
    values: [String: String] = [:], absentFields: AbsentFields = .clearedIfKnown,
    isDryRun: Bool = false, progress: (IngestProgress) -> Void
  ) throws -> IngestReport {
    var request = IngestRequest(type: type, sources: [])
    request.account = account
    request.values = values
    request.absentFields = absentFields
    request.isDryRun = isDryRun
    let type = try self.type(named: type)
    let types = RecordTypes(.only(type), account: account, values: values)
    let context = try MappingContext(for: type, account: account, values: values)
    let feed = try RecordSequenceFeed.open(records, of: type, in: context)
    return try ingest(
      PreparedIngest(request: request, types: types, feed: feed), progress: progress)
  }
}
