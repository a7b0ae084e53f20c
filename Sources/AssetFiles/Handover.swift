/// What a thread makes for another.
package protocol HandedOver: Sendable {
  /// In bytes, more or less.
  var weight: Int { get }
}

/// What one thread has made and another has not yet taken, in order.
package struct Handover<Item: HandedOver>: Sendable {
  /// How many bytes may wait or be at work before no more are made. Larger ones go one at a time.
  private let limit: Int
  private var items: [Result<Item?, any Error>] = []
  /// Of what waits and of what is at work, in bytes.
  private var weight = 0
  private var weightAtWork = 0
  /// Whether nobody will ask for more.
  package var isAbandoned = false

  /// - Parameter limit: in bytes.
  package init(limit: Int) { self.limit = limit }

  /// Whether more is wanted; nil while there is no room for it.
  package var isWanted: Bool? { isAbandoned ? false : weight < limit ? true : nil }

  package mutating func add(_ item: Result<Item?, any Error>) {
    items.append(item)
    weight += Self.weight(item)
  }

  /// The next item, which is at work until it is released; nil if it is not there yet. The end, and an error, stay.
  package mutating func take() -> Result<Item?, any Error>? {
    guard let item = items.first else { return nil }
    if case .success(.some) = item { items.removeFirst() }
    weightAtWork = Self.weight(item)
    return item
  }

  /// Says that what was taken last is no longer needed.
  package mutating func release() {
    weight -= weightAtWork
    weightAtWork = 0
  }

  private static func weight(_ item: Result<Item?, any Error>) -> Int {
    if case .success(let item?) = item { item.weight } else { 0 }
  }
}
