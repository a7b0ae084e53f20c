internal import AssetFormats
internal import Assets

/// Where a run's records come from.
protocol RecordFeed: ~Copyable {
  /// What comes next; nil at the end.
  ///
  /// - Parameter wantsTerms: whether the terms of records should come with them, where that costs the caller nothing.
  /// - Throws: what is wrong with the input, and `interrupted` once `isCancelled` says yes.
  mutating func next(wantsTerms: Bool, isCancelled: () -> Bool) throws -> RecordFeedItem?
}

enum RecordFeedItem: Sendable {
  case records(RecordBatch, BatchTerms?, IngestProgress)
  /// An input has been read.
  case end(source: String, RecordReader.Summary)
}

extension Fault {
  static let interruptedIngest = Fault(
    .interrupted, "ingest", why: "it was interrupted", advice: "the store is as it was before")
}
