internal import Assets

/// A set of ids of one block: a bit for each of its 65,536 ids.
package struct BlockBits {
  package private(set) var words: [UInt64]

  /// The empty set.
  package init() { words = [UInt64](repeating: 0, count: Self.wordCount) }

  package static let wordCount = 1_024
  /// How many ids a block has.
  package static let width = 65_536

  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package func contains(_ low: UInt16) -> Bool { words[Int(low >> 6)] >> UInt64(low & 63) & 1 == 1 }

  /// Whether it is new.
  @discardableResult
  package mutating func insert(_ low: UInt16) -> Bool {
    let (word, bit) = (Int(low >> 6), UInt64(1) << UInt64(low & 63))
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  package mutating func insert(contentsOf lows: Range<Int>) {
    guard let last = lows.last else { return }
    let (first, end) = (lows.lowerBound >> 6, last >> 6)
    for word in first...end {
      var bits = ~UInt64(0)
      if word == first { bits &= ~0 << UInt64(lows.lowerBound & 63) }
      if word == end { bits &= ~0 >> UInt64(63 - last & 63) }
      words[word] |= bits
    }
  }

  package mutating func remove(_ low: UInt16) { words[Int(low >> 6)] &= ~(1 << UInt64(low & 63)) }

  package mutating func removeAll(below low: Int) {
    for index in 0..<low >> 6 { words[index] = 0 }
    words[low >> 6] &= ~0 << UInt64(low & 63)
  }

  package mutating func formUnion(_ other: BlockBits) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  package mutating func formIntersection(_ other: BlockBits) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  package mutating func subtract(_ other: BlockBits) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The first id that is not below this one.
  package func next(from low: Int) -> UInt16? {
    guard low < Self.width else { return nil }
    var index = low >> 6
    var word = words[index] & (~0 << UInt64(low & 63))
    while word == 0 {
      index += 1
      guard index < Self.wordCount else { return nil }
      word = words[index]
    }
    return UInt16(index << 6 + word.trailingZeroBitCount)
  }

  /// The ids in order.
  package var ids: [UInt16] {
    var ids: [UInt16] = []
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        ids.append(UInt16(index << 6 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return ids
  }
}

extension BlockBits {
  /// The set that a blob of the table `blocks` spells.
  ///
  /// - Throws: the damage, where it spells none.
  package init(_ blob: Span<UInt8>) throws {
    self.init()
    try formUnion(blob)
  }

  package mutating func formUnion(_ blob: Span<UInt8>) throws {
    guard BlockBlob.isBitmap(blob) else { return try BlockBlob.forEach(blob) { insert($0) } }
    for index in words.indices { words[index] |= blob.word(at: index * 8) }
  }

  package mutating func formIntersection(_ blob: Span<UInt8>) throws {
    guard !BlockBlob.isBitmap(blob) else {
      for index in words.indices { words[index] &= blob.word(at: index * 8) }
      return
    }
    var common = BlockBits()
    try BlockBlob.forEach(blob) { if contains($0) { common.insert($0) } }
    self = common
  }

  /// How many ids of the blob's set are in this one.
  package func countOfCommon(with blob: Span<UInt8>) throws -> Int {
    var count = 0
    if BlockBlob.isBitmap(blob) {
      for index in words.indices {
        count += (words[index] & blob.word(at: index * 8)).nonzeroBitCount
      }
    } else {
      // Adding what may be nothing costs less than a branch that is often guessed wrong.
      try BlockBlob.forEach(blob) { count += Int(words[Int($0 >> 6)] >> UInt64($0 & 63) & 1) }
    }
    return count
  }
}
