internal import AssetFormats
internal import Assets

/// Where a run's records come from.
protocol RecordFeed: ~Copyable {
  /// What comes next; nil at the end.
  ///
  /// - Throws: what is wrong with the input, and `interrupted` once `isCancelled` says yes.
  mutating func next(isCancelled: () -> Bool) throws -> RecordFeedItem?
}

enum RecordFeedItem: Sendable {
  case records(RecordBatch, IngestProgress)
  /// An input has been read.
  case end(source: String, RecordReader.Summary)
}

extension Fault {
  static let interruptedIngest = Fault(
    .interrupted, "ingest", why: "it was interrupted", advice: "the store is as it was before")
}
