internal import AssetExports
internal import AssetIndex

/// What one thread has made and another has not yet taken, in order.
struct Handover: Sendable {
  /// How many bytes may wait or be at work before no more are made. Larger ones go one at a time.
  private let limit: Int
  private var items: [Result<RecordFeedItem?, any Error>] = []
  /// Of what waits and of what is at work, in bytes.
  private var weight = 0
  private var weightAtWork = 0
  /// Whether nobody will ask for more.
  var isAbandoned = false

  /// - Parameter limit: in bytes.
  init(limit: Int) { self.limit = limit }

  /// Whether more is wanted; nil while there is no room for it.
  var isWanted: Bool? { isAbandoned ? false : weight < limit ? true : nil }

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
