internal import AssetExports
internal import AssetIndex
internal import Assets

/// A run's records out of a sequence. They are read on the thread that writes: the sequence is the caller's.
struct RecordSequenceFeed<Records: Sequence>: RecordFeed, ~Copyable
where Records.Element: RecordText {
  /// What reports call it.
  private static var source: String { "records" }

  private var reader: RecordSequenceReader<Records>
  private var first: RecordBatch?
  private var isAtEnd = false
  private var terms: LoadTerms?

  /// Reads the first records.
  static func open(
    _ records: Records, of type: AssetType, in context: MappingContext
  ) throws -> RecordSequenceFeed {
    var reader = RecordSequenceReader(records, type: type, context: context)
    let first = try reader.next()
    return RecordSequenceFeed(reader: reader, first: first)
  }

  private init(
    reader: consuming RecordSequenceReader<Records>, first: RecordBatch?
  ) {
    self.reader = reader
    self.first = first
  }

  mutating func next(loadsFrom firstID: Int64?, isCancelled: () -> Bool) throws -> RecordFeedItem? {
    guard !isCancelled() else { throw Fault.interruptedIngest }
    if let gathered = terms?.next() { return .terms(gathered) }
    guard !isAtEnd else { return terms?.last().map { .terms($0) } }
    guard let batch = try first.take() ?? reader.next() else {
      isAtEnd = true
      return .end(source: Self.source, reader.summary)
    }
    if let firstID, terms == nil { terms = LoadTerms(firstID: firstID) }
    try terms?.add(batch)
    return .records(
      batch,
      IngestProgress(
        source: Self.source, bytesRead: reader.bytes, totalBytes: nil, records: reader.count))
  }
}
