/// A set of asset ids, span by span. Ids come from a file, which may name any.
struct IDSet {
  private var spans: [Int64: SpanBits] = [:]

  /// Whether it is new.
  mutating func insert(_ id: Int64) -> Bool {
    spans[id >> 16, default: SpanBits()].insert(UInt16(truncatingIfNeeded: id))
  }
}
