internal import CAssetSimdJSON

/// Whether bytes are UTF-8, at the speed of memory.
package enum UTF8Check {
  /// Whether the bytes are UTF-8: no surrogates, nothing longer than it has to be.
  package static func isValid(_ bytes: Span<UInt8>) -> Bool {
    let answer = unsafe bytes.withUnsafeBufferPointer {
      unsafe csj_is_utf8($0.baseAddress, $0.count)
    }
    return answer < 0 ? UTF8Bytes.firstFault(in: bytes) == nil : answer != 0
  }
}
