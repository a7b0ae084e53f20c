/// A set of asset ids, span by span. Ids come from a file, which may name any.
struct IDSet {
  private(set) var spans: [Int64: SpanBits] = [:]

  /// How many there are.
  var count: Int { spans.values.reduce(0) { $0 + $1.count } }

  /// Whether it is new.
  mutating func insert(_ id: Int64) -> Bool {
    spans[id >> 16, default: SpanBits()].insert(UInt16(truncatingIfNeeded: id))
  }

  mutating func insert(contentsOf ids: Range<Int64>) {
    var id = ids.lowerBound
    while id < ids.upperBound {
      let first = id & ~0xFFFF
      let end = min(ids.upperBound, first + 0x10000)
      spans[id >> 16, default: SpanBits()]
        .insert(contentsOf: Int(id - first)..<Int(end - first))
      id = end
    }
  }

  mutating func remove(_ id: Int64) { spans[id >> 16]?.remove(UInt16(truncatingIfNeeded: id)) }

  mutating func formUnion(_ other: IDSet) {
    for (span, bits) in other.spans { spans[span, default: SpanBits()].formUnion(bits) }
  }

  mutating func subtract(_ other: IDSet) {
    for (span, bits) in other.spans { spans[span]?.subtract(bits) }
  }

  mutating func removeAll(below id: Int64) {
    for span in spans.keys where span <= id >> 16 {
      if span == id >> 16 {
        spans[span]?.removeAll(below: Int(id & 0xFFFF))
      } else {
        spans[span] = nil
      }
    }
  }
}
