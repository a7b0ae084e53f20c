internal import Assets
internal import CAssetCompression

/// Unpacks bytes as they come.
protocol Unpacker: AnyObject {
  /// Whether the input may end here.
  var isAtEnd: Bool { get }

  /// Unpacks as much of the input as there is room for in the range of the output.
  func unpack(
    _ input: Span<UInt8>, into output: inout [UInt8], at range: Range<Int>
  ) throws(PackingFault) -> (consumed: Int, produced: Int)
}

// All that is unsafe about zlib and libzstd is in this file: each stream belongs to one object, is made and freed with
// it, and sees the caller's memory only while a call runs.

/// RFC 1952: any number of members, each with its checksum, and perhaps zeros behind them, which tapes need.
@safe final class GzipUnpacker: Unpacker {
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var isAtEnd = false
  private var isPadding = false

  init() throws(Fault) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe ccompression_gzip_begin(stream) == Z_OK else {
      throw Fault(.io, what: "gzip", why: "there is no memory to unpack it", advice: "try again")
    }
  }

  // zlib takes a stream that was never begun, too.

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func unpack(
    _ input: Span<UInt8>, into output: inout [UInt8], at range: Range<Int>
  ) throws(PackingFault) -> (consumed: Int, produced: Int) {
    if isAtEnd {
      guard input.count > 0 else { return (0, 0) }
      if isPadding || input[0] == 0 { return (try skipPadding(input), 0) }
      unsafe inflateReset(stream)
      isAtEnd = false
    }
    let (result, consumed, produced) = inflate(input, into: &output, at: range)
    switch result {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isAtEnd = true
    default:
      throw PackingFault(reason: unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "")
    }
    return (consumed, produced)
  }

  private func inflate(
    _ input: Span<UInt8>, into output: inout [UInt8], at range: Range<Int>
  ) -> (result: Int32, consumed: Int, produced: Int) {
    unsafe input.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        let room = unsafe UnsafeMutableBufferPointer(rebasing: output[range])
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(clamping: input.count)
        unsafe stream.pointee.next_out = room.baseAddress
        unsafe stream.pointee.avail_out = UInt32(clamping: room.count)
        let before = unsafe (input: stream.pointee.avail_in, output: stream.pointee.avail_out)
        let result = unsafe CAssetCompression.inflate(stream, Z_NO_FLUSH)
        return unsafe (
          result, Int(before.input - stream.pointee.avail_in),
          Int(before.output - stream.pointee.avail_out)
        )
      }
    }
  }

  private func skipPadding(_ input: Span<UInt8>) throws(PackingFault) -> Int {
    isPadding = true
    for index in input.indices where input[index] != 0 {
      throw PackingFault(reason: "something else follows behind its end")
    }
    return input.count
  }
}

/// RFC 8878: any number of frames, with checksums where they have them.
@safe final class ZstdUnpacker: Unpacker {
  private let stream: OpaquePointer
  private(set) var isAtEnd = false

  init() throws(Fault) {
    guard let made = unsafe ZSTD_createDStream() else {
      throw Fault(.io, what: "zstd", why: "there is no memory to unpack it", advice: "try again")
    }
    unsafe stream = made
  }

  deinit { unsafe ZSTD_freeDStream(stream) }

  func unpack(
    _ input: Span<UInt8>, into output: inout [UInt8], at range: Range<Int>
  ) throws(PackingFault) -> (consumed: Int, produced: Int) {
    if isAtEnd, input.count == 0 { return (0, 0) }
    var consumed = 0
    var produced = 0
    let hint = unsafe input.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        let room = unsafe UnsafeMutableBufferPointer(rebasing: output[range])
        var target = unsafe ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        defer { unsafe (consumed, produced) = (source.pos, target.pos) }
        return unsafe ZSTD_decompressStream(stream, &target, &source)
      }
    }
    guard ZSTD_isError(hint) == 0 else {
      throw PackingFault(reason: unsafe String(cString: ZSTD_getErrorName(hint)).lowercased())
    }
    isAtEnd = hint == 0
    return (consumed, produced)
  }
}
