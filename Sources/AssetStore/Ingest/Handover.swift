internal import AssetExports
internal import AssetIndex

/// What has been read and not yet been written, in order.
struct Handover: Sendable {
  /// How many bytes of records may wait or be at work before no more are read. Larger ones go one at a time.
  private static let limit = 40 << 20

  private var items: [Result<RecordFeedItem?, any Error>] = []
  /// Of what waits and of what is at work, in bytes.
  private var weight = 0
  private var weightAtWork = 0
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
    switch item {
    case .success(.records(let batch, _)): batch.weight
    case .success(.terms(let gathered)): gathered.weight
    case .success, .failure: 0
    }
  }
}
