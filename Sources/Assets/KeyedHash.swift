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
    while offset + 16 <= bytes.count {
      hash = Self.fold(bytes.word(at: offset) ^ other, bytes.word(at: offset + 8) ^ hash)
      offset += 16
    }
    let first = bytes.partialWord(at: offset)
    let second = first.count == 8 ? bytes.partialWord(at: offset + 8).word : 0
    hash = Self.fold(first.word ^ other, second ^ hash)
    return Self.fold(hash ^ UInt64(bytes.count), key | 1)
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
