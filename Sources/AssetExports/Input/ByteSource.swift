internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

/// The bytes of an input: the file's own, or what they unpack to.
struct ByteSource: ~Copyable {
  private let file: File
  private let bombGuard: BombGuard
  private var hash = SHA256()

  private(set) var packing: Packing?
  private var unpacker: (any Unpacker)?
  private var hasBegun = false
  /// What has been read of the file and not unpacked.
  private var packed: [UInt8] = []
  private var rest = 0..<0
  private var isAtEndOfFile = false

  /// How many bytes of the file have been read.
  private(set) var fileBytes = 0
  /// How many bytes have been given.
  private(set) var bytes = 0

  init(_ file: consuming File, bombGuard: BombGuard = BombGuard()) {
    self.file = file
    self.bombGuard = bombGuard
  }

  var name: String { file.name }

  /// The SHA-256 of what has been read of the file, packed as it is, as hexadecimal digits.
  func digest() -> String { hash.hexDigest }

  /// Reads at most as many bytes as the range has; how many it were, 0 at the end.
  ///
  /// - Throws: `PackingFault`; an `io` fault if there is no memory to unpack; what the file throws.
  mutating func read(into output: inout [UInt8], at range: Range<Int>) throws -> Int {
    if !hasBegun { return try begin(into: &output, at: range) }
    let count =
      unpacker == nil
      ? try readFile(into: &output, at: range) : try unpack(into: &output, at: range)
    bytes += count
    return count
  }

  /// Reads enough to tell how the file is packed.
  private mutating func begin(into output: inout [UInt8], at range: Range<Int>) throws -> Int {
    hasBegun = true
    var count = 0
    while count < 4 {
      let part = try readFile(into: &output, at: range.lowerBound + count..<range.upperBound)
      if part == 0 { break }
      count += part
    }
    let first = range.prefix(count)
    packing = Packing(firstBytes: output.span.extracting(first))
    guard let packing else {
      bytes += count
      return count
    }
    unpacker = try packing.makeUnpacker()
    packed = Array(output[first])
    rest = packed.indices
    return try read(into: &output, at: range)
  }

  private mutating func readFile(into output: inout [UInt8], at range: Range<Int>) throws -> Int {
    let count = try file.read(into: &output, at: range)
    hash.update(output.span.extracting(range.prefix(count)))
    fileBytes += count
    isAtEndOfFile = count == 0
    return count
  }

  private mutating func unpack(into output: inout [UInt8], at range: Range<Int>) throws -> Int {
    guard let unpacker else { return 0 }
    while true {
      if rest.isEmpty, !isAtEndOfFile { try refill() }
      let step = try unpackRest(with: unpacker, into: &output, at: range)
      guard bombGuard.allows(packed: fileBytes, unpacked: bytes + step.produced) else {
        throw fault("it unpacks to more than \(bombGuard.ratio) times its size")
      }
      if step.produced > 0 { return step.produced }
      guard step.consumed == 0, rest.isEmpty, isAtEndOfFile else { continue }
      guard unpacker.isAtEnd else { throw fault("the file ends before its packed content does") }
      return 0
    }
  }

  private mutating func unpackRest(
    with unpacker: any Unpacker, into output: inout [UInt8], at range: Range<Int>
  ) throws -> (consumed: Int, produced: Int) {
    do throws(PackingFault) {
      let step = try unpacker.unpack(packed.span.extracting(rest), into: &output, at: range)
      rest = rest.lowerBound + step.consumed..<rest.upperBound
      return step
    } catch {
      throw fault("its packed content is damaged: \(error.reason)")
    }
  }

  private mutating func refill() throws {
    if packed.count < 1 << 17 { packed = [UInt8](repeating: 0, count: 1 << 17) }
    var buffer = packed
    packed = []
    rest = 0..<(try readFile(into: &buffer, at: buffer.indices))
    packed = buffer
  }

  private func fault(_ reason: String) -> PackingFault {
    let format = packing?.rawValue ?? ""
    let place = fileBytes - rest.count
    return PackingFault(reason: "\(reason) (\(format), about byte \(place) of the file)")
  }
}
