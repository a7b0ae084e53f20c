/// Byte order, the order of `memcmp`: negative, zero or positive.
public func compareBytes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
  let common = min(left.count, right.count)
  for index in 0..<common where left[index] != right[index] {
    return Int(left[index]) - Int(right[index])
  }
  return left.count - right.count
}

extension Span where Element == UInt8 {
  /// Whether both hold the same bytes.
  public func isIdentical(inBytesTo other: Span<UInt8>) -> Bool {
    count == other.count && compareBytes(self, other) == 0
  }
}
