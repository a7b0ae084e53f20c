internal import AssetExports
internal import AssetFiles
internal import AssetIndex
internal import Assets

/// Where a run's records come from.
protocol RecordFeed: ~Copyable {
  /// What comes next; nil at the end.
  ///
  /// - Parameter loadsFrom: the id of the first record if all of them are new and get the ids that follow: their terms
  ///   come too, span by span. The same in each call.
  /// - Throws: what is wrong with the input, and `interrupted` once `isCancelled` says yes.
  mutating func next(loadsFrom firstID: Int64?, isCancelled: () -> Bool) throws -> RecordFeedItem?
}

enum RecordFeedItem: HandedOver {
  case records(RecordBatch, IngestProgress)
  /// Of records before it.
  case terms(GatheredTerms)
  /// An input has been read.
  case end(source: String, RecordReader.Summary)

  var weight: Int {
    switch self {
    case .records(let batch, _): batch.weight
    case .terms(let gathered): gathered.weight
    case .end: 0
    }
  }
}

extension Fault {
  static let interruptedIngest = Fault(
    .interrupted, what: "ingest", why: "it was interrupted", advice: "the store is as it was before"
  )
}
