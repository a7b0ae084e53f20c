internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// Digests over what a store says, whatever its pages look like. SQLite's own integrity check is no checksum: most
/// single flipped bits pass it.
struct ContentDigest: Hashable {
  /// Over the types and, in the order of their ids, the assets, without ids and runs: two stores that were fed the same
  /// have the same.
  let content: String
  /// Over the same and the ids, the runs, and the rest of the store's own tables.
  let store: String
  /// How many assets there are of each type, by name.
  let counts: [String: Int]
  var assets: Int { counts.values.reduce(0, +) }
}

/// A hash over values, each with its storage class and, where it has one, its length: no two lists of values look the
/// same to it.
struct ValueHash {
  private var hash = SHA256()
  /// Collects values: a call to the hash costs more than the bytes of one.
  private var buffer: [UInt8] = []

  private static let limit = 1 << 16

  init() { buffer.reserveCapacity(Self.limit * 2) }

  mutating func add(_ text: String) { add(text: text.utf8.span) }

  mutating func add(text: Span<UInt8>) { add(text, tag: "t") }

  mutating func add(blob: Span<UInt8>) { add(blob, tag: "b") }

  mutating func add(integer: Int64) { add(UInt64(bitPattern: integer), tag: "i") }

  mutating func add(real: Double) { add(real.bitPattern, tag: "r") }

  mutating func addNull() { buffer.append(UInt8(ascii: "n")) }

  private mutating func add(_ bytes: Span<UInt8>, tag: Unicode.Scalar) {
    add(UInt64(bytes.count), tag: tag)
    buffer.append(span: bytes)
    if buffer.count > Self.limit { flush() }
  }

  @inline(__always)
  private mutating func add(_ number: UInt64, tag: Unicode.Scalar) {
    buffer.append(addingCapacity: 9) { output in
      output.append(UInt8(ascii: tag))
      output.append(littleEndian: number)
    }
  }

  private mutating func flush() {
    // The buffer and the hash are both parts of this.
    var hash = hash
    hash.update(buffer.span)
    self.hash = hash
    buffer.removeAll(keepingCapacity: true)
  }

  /// The SHA-256 of all that was added, as hexadecimal digits.
  mutating func finish() -> String {
    flush()
    return hash.hexDigest
  }
}
