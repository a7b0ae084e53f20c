/// Takes bytes and writes them on in larger pieces.
public struct OutputStream: ~Copyable {
  private let file: File
  private var buffer: [UInt8] = []

  public init(_ file: consuming File) {
    self.file = file
    buffer.reserveCapacity(Self.size * 2)
  }

  private static let size = 1 << 16

  /// Lends the buffer to append to, and writes it on when it is full.
  ///
  /// - Throws: `Errno`.
  public mutating func write<Failure: Error>(_ append: (inout [UInt8]) throws(Failure) -> Void)
    throws
  {
    try append(&buffer)
    if buffer.count >= Self.size { try flush() }
  }

  /// Writes on what is still here.
  public mutating func flush() throws {
    try file.write(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }
}
