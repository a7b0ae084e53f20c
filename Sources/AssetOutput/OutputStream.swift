package import AssetFiles
internal import Assets

/// Takes bytes and hands them on in larger pieces.
package struct OutputStream: ~Copyable {
  /// What waits to be handed on. Writers append to it and call `writeIfFull` after each row.
  package var buffer: [UInt8] = []
  private let sink: (Span<UInt8>) throws -> Void

  /// - Parameter sink: takes each piece. What it throws comes out of the call that needed the room.
  package init(to sink: @escaping (Span<UInt8>) throws -> Void) {
    self.sink = sink
    buffer.reserveCapacity(Self.size * 2)
  }

  /// Writes to a file; what fails there is an `Errno`.
  package init(_ file: consuming File) {
    let file = file
    self.init { try file.write($0) }
  }

  private static let size = 1 << 16

  /// Appends the text, and hands on what there is when it is enough.
  package mutating func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    try writeIfFull()
  }

  /// Appends the bytes, and hands on what there is when it is enough.
  package mutating func write(_ bytes: Span<UInt8>) throws {
    buffer.append(span: bytes)
    try writeIfFull()
  }

  package mutating func append(_ bytes: [UInt8], at range: Range<Int>) {
    buffer.append(span: bytes.span.extracting(range))
  }

  package mutating func writeIfFull() throws {
    if buffer.count >= Self.size { try flush() }
  }

  /// Hands on what is still here. What could not be written is dropped, so that it isn't written twice.
  package mutating func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try sink(buffer.span)
  }
}
