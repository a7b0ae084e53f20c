package import AssetFiles
internal import Assets

/// Takes bytes and hands them on in larger pieces.
package struct OutputStream: ~Copyable {
  /// What waits to be handed on. Writers append to it and call `writeIfFull` after each row.
  package var buffer: [UInt8] = []
  private let sink: (Span<UInt8>) throws -> Void
  private let size: Int

  /// - Parameters:
  ///   - size: how many bytes are enough for a piece.
  ///   - sink: takes each piece. What it throws comes out of the call that needed the room.
  package init(pieces size: Int = 1 << 16, to sink: @escaping (Span<UInt8>) throws -> Void) {
    self.sink = sink
    self.size = size
    buffer.reserveCapacity(size * 2)
  }

  /// Writes to a file; what fails there is an `Errno`.
  package init(_ file: consuming File) {
    let file = file
    self.init { try file.write($0) }
  }

  /// Appends the text, and hands on what there is when it is enough.
  package mutating func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    try writeIfFull()
  }

  /// Appends the bytes, and hands on what there is when it is enough.
  package mutating func write(_ bytes: Span<UInt8>) throws {
    guard bytes.count >= size else {
      buffer.append(span: bytes)
      return try writeIfFull()
    }
    if !buffer.isEmpty { try flush() }
    try sink(bytes)
  }

  package mutating func append(_ bytes: [UInt8], at range: Range<Int>) {
    buffer.append(span: bytes.span.extracting(range))
  }

  package mutating func writeIfFull() throws {
    if buffer.count >= size { try flush() }
  }

  /// Hands on what is still here. What could not be written is dropped, so that it isn't written twice.
  package mutating func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try sink(buffer.span)
  }
}
