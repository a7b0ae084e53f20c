/// A set of asset ids: a bit for each id up to the largest.
struct IDSet {
  private var words: [UInt64] = []

  /// Whether it is new.
  mutating func insert(_ id: Int64) -> Bool {
    let (word, bit) = (Int(id >> 6), UInt64(1) << UInt64(id & 63))
    if word >= words.count {
      words += [UInt64](repeating: 0, count: max(word + 1, words.count * 2) - words.count)
    }
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }
}
