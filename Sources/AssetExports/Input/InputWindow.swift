internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

/// The part of an input that is in memory: reads on as it is asked for, forgets what has been consumed, and knows
/// where it is.
struct InputWindow: ~Copyable {
  private var source: ByteSource
  let limit: Int

  /// What has been read and not consumed is at `unread`. Behind it there is room for a parser to read past the end.
  private(set) var bytes: [UInt8]
  private(set) var unread = 0..<0
  private(set) var isAtEnd = false
  /// How many bytes lie before the unread ones.
  private(set) var consumed = 0
  private(set) var line = 1

  /// - Parameter limit: how many bytes may be unread at once: how large one record may be.
  init(_ source: consuming ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
    bytes = [UInt8](repeating: 0, count: 1 << 20)
  }

  var name: String { source.name }
  var packing: Packing? { source.packing }
  /// How many bytes of the file have been read: packed ones where it is packed.
  var fileBytes: Int { source.fileBytes }
  var place: Place { Place(line: line, byte: consumed + 1) }

  /// The place of an offset from the first unread byte.
  func place(at offset: Int) -> Place {
    let before = bytes[unread.lowerBound..<min(unread.lowerBound + offset, unread.upperBound)]
    return Place(line: line + before.count { $0 == 0x0A }, byte: consumed + offset + 1)
  }

  /// Reads more; false at the end of the input.
  mutating func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    makeRoom()
    guard unread.count < limit else {
      throw Fault(
        .input, what: name, why: "a record is larger than \(Self.size(limit))",
        advice: "check that the file is what it should be, or raise --record-limit", place: place)
    }
    let end = min(bytes.count - JSONParser.padding, unread.lowerBound + limit)
    let room = unread.upperBound..<end
    let count = try read(room)
    unread = unread.lowerBound..<unread.upperBound + count
    isAtEnd = count == 0
    return count > 0
  }

  private static func size(_ bytes: Int) -> String {
    bytes.isMultiple(of: 1 << 20) ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }

  private mutating func read(_ room: Range<Int>) throws -> Int {
    do {
      return try source.read(into: &bytes, at: room)
    } catch let fault as PackingFault {
      throw Fault(
        .input, what: name, why: fault.reason, advice: "make or fetch the export again",
        place: place(at: unread.count))
    }
  }

  /// Moves what is unread to the front where that frees enough, else makes the memory larger.
  private mutating func makeRoom() {
    let end = bytes.count - JSONParser.padding
    guard end - unread.upperBound < bytes.count / 2, unread.lowerBound + limit > end else { return }
    if unread.lowerBound >= bytes.count / 2 {
      bytes.replaceSubrange(0..<unread.count, with: Array(bytes[unread]))
    } else {
      // Written so that no third copy is made: this is where the memory of a large record peaks.
      let count = min(bytes.count * 2, max(limit, 1 << 20) + JSONParser.padding + 1)
      var larger = [UInt8](repeating: 0, count: count)
      larger.replaceSubrange(0..<unread.count, with: bytes[unread])
      bytes = larger
    }
    unread = 0..<unread.count
  }

  /// Lets go of the first unread bytes.
  ///
  /// - Parameter lines: how many line feeds they hold; nil to have them counted.
  mutating func consume(_ count: Int, lines: Int? = nil) {
    let part = unread.lowerBound..<unread.lowerBound + count
    line += lines ?? bytes.span.extracting(part).count(of: 0x0A)
    consumed += count
    unread = part.upperBound..<unread.upperBound
  }

  /// Lets go of spaces, tabs and line ends.
  mutating func skipSpace() throws { try skip(JSONScalars.isSpace) }

  /// Lets go of byte order marks, which stand where files were put together, and of the space behind them.
  mutating func skipMarks() throws {
    while try byte(at: 0) == 0xEF, try byte(at: 1) == 0xBB, try byte(at: 2) == 0xBF {
      consume(3, lines: 0)
      try skipSpace()
    }
  }

  /// Lets go of line ends.
  mutating func skipLineEnds() throws { try skip { $0 == 0x0A || $0 == 0x0D } }

  @inline(__always)
  private mutating func skip(_ isSkipped: (UInt8) -> Bool) throws {
    while true {
      var (end, lines) = (unread.lowerBound, 0)
      while end < unread.upperBound, isSkipped(bytes[end]) {
        if bytes[end] == 0x0A { lines += 1 }
        end += 1
      }
      consume(end - unread.lowerBound, lines: lines)
      guard try unread.isEmpty && fill() else { return }
    }
  }

  /// The byte at an offset from the first unread one, read now if need be; nil behind the end.
  mutating func byte(at offset: Int) throws -> UInt8? {
    while offset >= unread.count { guard try fill() else { return nil } }
    return bytes[unread.lowerBound + offset]
  }

  /// The offset from the first unread byte of the next such byte that has been read; nil if there is none.
  func offset(of byte: UInt8, from start: Int) -> Int? {
    bytes.span.extracting(unread).firstIndex(of: byte, from: start)
  }

  /// How many of the bytes at these offsets from the first unread one are this one.
  func count(of byte: UInt8, in offsets: Range<Int>) -> Int {
    bytes.span.extracting(unread).extracting(offsets).count(of: byte)
  }

  /// The SHA-256 of what has been read of the file, packed where it is, as hexadecimal digits.
  func digest() -> String { source.digest() }
}
