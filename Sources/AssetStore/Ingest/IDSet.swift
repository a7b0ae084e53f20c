/// A set of asset ids: a bit for each id of the spans that it has ids of. Ids come from a file, which may name any.
struct IDSet {
  private var spans: [Int64: [UInt64]] = [:]

  /// Whether it is new.
  mutating func insert(_ id: Int64) -> Bool {
    let (word, bit) = (Int(id >> 6) & 0x3FF, UInt64(1) << UInt64(id & 63))
    let before = spans[id >> 16, default: Self.emptySpan][word]
    spans[id >> 16, default: Self.emptySpan][word] = before | bit
    return before & bit == 0
  }

  private static let emptySpan = [UInt64](repeating: 0, count: 1_024)
}
