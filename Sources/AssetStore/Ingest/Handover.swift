internal import AssetFormats

/// What has been read and not yet been written, in order.
struct Handover: Sendable {
  /// How many bytes of records may wait or be at work before no more are read. Larger ones go one at a time.
  private static let limit = 2 << 20

  private var items: [Result<RecordFeedItem?, any Error>] = []
  /// Of what waits and of what is at work, in bytes.
  private var weight = 0
  private var weightAtWork = 0
  /// Whether who writes has use for the terms of records.
  var wantsTerms = false
  /// Whether nobody will ask for more.
  var isAbandoned = false

  var hasRoom: Bool { weight < Self.limit }

  mutating func add(_ item: Result<RecordFeedItem?, any Error>) {
    items.append(item)
    weight += Self.weight(item)
  }

  /// The next item, which is at work until it is released; nil if it is not there yet. The end, and an error, stay.
  mutating func take() -> Result<RecordFeedItem?, any Error>? {
    guard let item = items.first else { return nil }
    if case .success(.some) = item { items.removeFirst() }
    weightAtWork = Self.weight(item)
    return item
  }

  /// Says that what was taken last is no longer needed.
  mutating func release() {
    weight -= weightAtWork
    weightAtWork = 0
  }

  private static func weight(_ item: Result<RecordFeedItem?, any Error>) -> Int {
    guard case .success(.records(let batch, _, _)) = item else { return 0 }
    return batch.weight
  }
}
