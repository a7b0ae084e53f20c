internal import Assets

/// Which rows a table or an index has, in whatever order: how many, and the sum of keyed hashes.
struct RowSum: Equatable {
  private var count = 0
  private var sum: UInt64 = 0

  mutating func add(_ entry: IndexEntry, hash: KeyedHash) {
    count += 1
    sum &+= hash.hash(entry.key.span, from: UInt64(bitPattern: entry.id))
  }
}
