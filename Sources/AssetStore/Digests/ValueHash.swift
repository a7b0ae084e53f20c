internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// A hash over values, each with its storage class and, where it has one, its length: no two lists of values look the
/// same to it.
struct ValueHash {
  private let hash: ParallelSHA256
  /// Collects values, to hand on many at once.
  private var buffer: [UInt8] = []

  private static let limit = 128 << 10

  init() throws {
    hash = try ParallelSHA256()
    buffer.reserveCapacity(Self.limit * 2)
  }

  mutating func add(_ text: String) { add(text.utf8.span, tag: "t") }

  mutating func add(_ integer: Int64) { add(UInt64(bitPattern: integer), tag: "i") }

  /// - Parameter bytes: of a text or blob.
  mutating func add(_ content: Statement.Content, bytes: Span<UInt8>) {
    switch content {
    case .null: buffer.append(UInt8(ascii: "n"))
    case .integer(let number): add(number)
    case .real(let number): add(number.bitPattern, tag: "r")
    case .text: add(bytes, tag: "t")
    case .blob: add(bytes, tag: "b")
    }
  }

  private mutating func add(_ bytes: Span<UInt8>, tag: Unicode.Scalar) {
    buffer.append(addingCapacity: 9 + bytes.count) { output in
      output.append(UInt8(ascii: tag))
      output.append(littleEndian: UInt64(bytes.count))
      output.append(span: bytes)
    }
    handOn()
  }

  private mutating func add(_ number: UInt64, tag: Unicode.Scalar) {
    buffer.append(addingCapacity: 9) { output in
      output.append(UInt8(ascii: tag))
      output.append(littleEndian: number)
    }
    handOn()
  }

  private mutating func handOn() {
    if buffer.count > Self.limit { hash.update(taking: &buffer) }
  }

  /// The SHA-256 of all that was added, as hexadecimal digits. Nothing can be added any more.
  mutating func finish() throws -> String {
    hash.update(taking: &buffer)
    return try hash.finish()
  }
}
