#if canImport(CryptoKit)
  internal import CryptoKit
#else
  internal import CAssetNettle
#endif

/// A SHA-256 in the making (FIPS 180-4), by the system's own library, which uses the processor's instructions for it.
package struct SHA256: Sendable {
  #if canImport(CryptoKit)
    private var state = CryptoKit.SHA256()

    package init() {}

    /// Takes the bytes in, behind those before.
    package mutating func update(_ bytes: Span<UInt8>) {
      unsafe bytes.withUnsafeBytes { unsafe state.update(bufferPointer: $0) }
    }

    /// The 32 bytes of the digest of all that was taken in.
    package func digest() -> [UInt8] { Array(state.finalize()) }
  #else
    private var state: sha256_ctx

    package init() {
      var state = sha256_ctx()
      unsafe nettle_sha256_init(&state)
      self.state = state
    }

    /// Takes the bytes in, behind those before.
    package mutating func update(_ bytes: Span<UInt8>) {
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe nettle_sha256_update(&state, bytes.count, bytes.baseAddress)
      }
    }

    /// The 32 bytes of the digest of all that was taken in.
    package func digest() -> [UInt8] {
      // Nettle begins again once it has given the digest, so a copy gives it.
      var copy = state
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
      unsafe nettle_sha256_digest(&copy, digest.count, &digest)
      return digest
    }
  #endif

  /// The digest of all that was taken in, as hexadecimal digits.
  package var hexDigest: String { hexadecimal(digest()) }

  /// The digest of some bytes.
  package static func digest(of bytes: Span<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  /// The digest of some bytes, as hexadecimal digits.
  package static func hexDigest(of bytes: Span<UInt8>) -> String {
    hexadecimal(digest(of: bytes))
  }
}
