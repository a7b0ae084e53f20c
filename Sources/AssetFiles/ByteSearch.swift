#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

// Every byte of an input goes through these two, so they look at more than one at a time.
extension Span where Element == UInt8 {
  /// How many of the bytes are this one.
  package func count(of byte: UInt8) -> Int {
    // The compiler makes vector code of this loop only without the checks of a span's subscript.
    unsafe withUnsafeBufferPointer { bytes in
      var count = 0
      var index = 0
      while index < bytes.count {
        count &+= unsafe bytes[index] == byte ? 1 : 0
        index &+= 1
      }
      return count
    }
  }

  /// The first index at or after `start` where the byte is; nil if it isn't.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    let rest = extracting(start..<count)
    return unsafe rest.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress,
        let found = unsafe memchr(first, Int32(byte), bytes.count)
      else { return nil }
      return unsafe start + (found - UnsafeMutableRawPointer(mutating: first))
    }
  }
}
