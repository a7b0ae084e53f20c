/// Byte order, the order of `memcmp`: negative, zero or positive.
package func compareBytes(_ left: Span<UInt8>, with right: Span<UInt8>) -> Int {
  let common = min(left.count, right.count)
  var index = 0
  while index + 8 <= common {
    let (word, other) = (left.word(at: index), right.word(at: index))
    if word != other { return word.byteSwapped < other.byteSwapped ? -1 : 1 }
    index += 8
  }
  while index < common {
    if left[index] != right[index] { return Int(left[index]) - Int(right[index]) }
    index += 1
  }
  return left.count - right.count
}

extension Span where Element == UInt8 {
  /// Whether both hold the same bytes.
  @inlinable
  package func isIdentical(inBytesTo other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while index + 8 <= count {
      if word(at: index) != other.word(at: index) { return false }
      index += 8
    }
    return partialWord(at: index).word == other.partialWord(at: index).word
  }

  /// Whether the bytes are the same but for the case of A to Z.
  package func isIdentical(inFoldedTo other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices {
      let (left, right) = (self[index], other[index])
      guard left == right || left ^ right == 0x20 && (0x61...0x7A).contains(left | 0x20) else {
        return false
      }
    }
    return true
  }

  /// Eight bytes as one number, the first of them in its lowest bits: names and maps, which are most of what an export
  /// holds, are compared and searched eight bytes a step.
  @inlinable @inline(__always)
  package func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= count)
    // The bytes are there, as has just been checked, and any eight bytes are a number.
    return UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// Four bytes as one number, the first of them in its lowest bits.
  @inlinable @inline(__always)
  package func halfWord(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset + 4 <= count)
    // The bytes are there, as has just been checked, and any four bytes are a number.
    return UInt32(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt32.self))
  }

  /// The eight bytes at an offset, or as many as there are with zeros behind them.
  @inlinable @inline(__always)
  package func partialWord(at offset: Int) -> (word: UInt64, count: Int) {
    let rest = count - offset
    if rest >= 8 { return (word(at: offset), 8) }
    if count >= 8 { return (word(at: count - 8) >> (8 * UInt64(8 - rest)), rest) }
    var word: UInt64 = 0
    for index in offset..<count { word |= UInt64(self[index]) << (8 * UInt64(index - offset)) }
    return (word, rest)
  }
}

extension Array where Element == UInt8 {
  /// Appends the bytes of a span.
  package mutating func append(span: Span<UInt8>) {
    // Otherwise a zero is written into the storage that all empty arrays share, by whatever thread.
    guard !span.isEmpty else { return }
    append(addingCapacity: span.count) { $0.append(span: span) }
  }

  /// A copy of the bytes of a span.
  package init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
  }
}

extension OutputSpan where Element == UInt8 {
  /// Appends the eight bytes of a number, the lowest first, for which there must be room.
  @inline(__always)
  package mutating func append(littleEndian number: UInt64) {
    precondition(freeCapacity >= 8)
    // There is room, as has just been checked, and bytes need no alignment.
    unsafe withUnsafeMutableBufferPointer { room, count in
      guard let start = room.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(start + count).storeBytes(
        of: number.littleEndian, as: UInt64.self)
      count += 8
    }
  }

  /// Appends the bytes of a span, for which there must be room.
  @inlinable @inline(__always)
  package mutating func append(span: Span<UInt8>) {
    precondition(span.count <= freeCapacity)
    // There is room, as has just been checked; the standard library has no append for spans yet.
    unsafe withUnsafeMutableBufferPointer { room, count in
      unsafe span.withUnsafeBufferPointer { bytes in
        guard let start = room.baseAddress, let first = bytes.baseAddress else { return }
        unsafe (start + count).update(from: first, count: bytes.count)
        count += bytes.count
      }
    }
  }
}

extension String {
  /// The text of UTF-8 bytes; what is no UTF-8 becomes U+FFFD.
  package init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
