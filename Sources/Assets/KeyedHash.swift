/// A fast hash of bytes under a key that nobody knows, in 64 bits: after wyhash, it multiplies and folds, 16 bytes a step.
/// Finds what was changed by accident, and what was made up without the key; it is not kept anywhere.
package struct KeyedHash: Sendable {
  private let key: UInt64
  private let other: UInt64

  /// Takes a key at random.
  package init() {
    key = .random(in: .min ... .max)
    other = .random(in: .min ... .max)
  }

  /// - Parameter start: another one makes it another hash.
  package func hash(_ bytes: Span<UInt8>, from start: UInt64 = 0) -> UInt64 {
    var hash = Self.fold(start ^ key, 0x9E37_79B9_7F4A_7C15)
    var offset = 0
    if bytes.count > 64 {
      // Two at a time, since each step waits for the one before it.
      var lane = ~hash
      while offset + 32 < bytes.count {
        hash = Self.fold(bytes.word(at: offset) ^ other, bytes.word(at: offset + 8) ^ hash)
        lane = Self.fold(bytes.word(at: offset + 16) ^ key, bytes.word(at: offset + 24) ^ lane)
        offset += 32
      }
      hash = Self.fold(hash ^ other, lane ^ key)
    }
    while offset + 16 < bytes.count {
      hash = Self.fold(bytes.word(at: offset) ^ other, bytes.word(at: offset + 8) ^ hash)
      offset += 16
    }
    let (first, second) = Self.lastWords(bytes)
    hash = Self.fold(first ^ other, second ^ hash)
    return Self.fold(hash ^ UInt64(bytes.count), key | 1)
  }

  /// The last sixteen bytes, or all of them if there are fewer: other ones for each text of the same length. Where it has
  /// not so many some of them are there twice, which costs less than to look at each.
  @inline(__always)
  private static func lastWords(_ bytes: Span<UInt8>) -> (UInt64, UInt64) {
    let count = bytes.count
    if count >= 8 { return (bytes.word(at: max(0, count - 16)), bytes.word(at: count - 8)) }
    if count >= 4 { return (UInt64(bytes.halfWord(at: 0)), UInt64(bytes.halfWord(at: count - 4))) }
    guard count > 0 else { return (0, 0) }
    return (UInt64(bytes[0]) << 8 | UInt64(bytes[count / 2]), UInt64(bytes[count - 1]))
  }

  /// The hash of a number.
  @inline(__always)
  package func hash(_ number: UInt64) -> UInt64 {
    Self.fold(Self.fold(number ^ key, 0xE703_7ED1_A0B4_28DB) ^ other, 0x9E37_79B9_7F4A_7C15)
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return high ^ low
  }
}
