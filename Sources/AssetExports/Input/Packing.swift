internal import Assets

/// How an input is packed.
package enum Packing: String, Hashable, Sendable {
  case gzip, zstd

  /// Nil if the first bytes of the input are of no packing that is read.
  init?(firstBytes bytes: Span<UInt8>) {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0x1F, 0x8B, _, _): self = .gzip
    case (0x28, 0xB5, 0x2F, 0xFD): self = .zstd
    // A frame to be skipped may stand before the first (RFC 8878, 3.1.2).
    case (0x50...0x5F, 0x2A, 0x4D, 0x18): self = .zstd
    default: return nil
    }
  }

  /// - Throws: an `io` fault if there is no memory for it.
  func makeUnpacker() throws(Fault) -> any Unpacker {
    switch self {
    case .gzip: try GzipUnpacker()
    case .zstd: try ZstdUnpacker()
    }
  }
}

/// When something that unpacks is taken for an attack: past so many bytes, and more than so many for each packed one.
/// gzip can't make more than 1,032 of one, and no export that was met made 200.
struct BombGuard {
  var floor = 1 << 30
  var ratio = 1_000

  func allows(packed: Int, unpacked: Int) -> Bool {
    unpacked <= floor || unpacked / ratio <= packed
  }
}

/// Why packed bytes can't be unpacked.
struct PackingFault: Error, Hashable {
  let reason: String
}
