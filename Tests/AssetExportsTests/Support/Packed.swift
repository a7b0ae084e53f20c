import CAssetCompression

/// Packs bytes as gzip and zstd do.
enum Packed {
  /// One gzip member: zlib's own stream in gzip's envelope.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var zlib = [UInt8](repeating: 0, count: Int(count))
    let result = unsafe compress2(&zlib, &count, bytes, UInt(bytes.count), 9)
    precondition(result == Z_OK)
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    let checksum = unsafe UInt32(crc32(0, bytes, UInt32(bytes.count)))
    return header + zlib[2..<Int(count) - 4] + littleEndian(checksum)
      + littleEndian(UInt32(bytes.count))
  }

  /// One zstd frame, with a checksum.
  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    let context = unsafe ZSTD_createCCtx()
    defer { unsafe ZSTD_freeCCtx(context) }
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    var frame = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = unsafe ZSTD_compress2(context, &frame, frame.count, bytes, bytes.count)
    precondition(ZSTD_isError(count) == 0)
    return Array(frame[..<count])
  }

  /// A frame that readers skip.
  static func skippableFrame(_ bytes: [UInt8]) -> [UInt8] {
    [0x53, 0x2A, 0x4D, 0x18] + littleEndian(UInt32(bytes.count)) + bytes
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
