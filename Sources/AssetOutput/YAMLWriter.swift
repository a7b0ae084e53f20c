internal import Assets

/// Writes a list of maps that YAML 1.1 and 1.2 read alike. JSON is YAML, so what isn't a plain word is written as JSON.
package struct YAMLWriter: ScalarWriter, ~Copyable {
  private var stream: OutputStream
  /// Names with their colons, those that are too long for one marked as keys.
  private var names: [[UInt8]] = []
  private var column = 0
  private var isEmpty = true

  package init(_ stream: consuming OutputStream) {
    self.stream = stream
  }

  package mutating func begin(_ columns: [ResultColumn]) throws {
    names = columns.map { column in
      var name: [UInt8] = []
      YAMLText.append(text: column.name.utf8.span, to: &name)
      return name.count <= YAMLText.maxKey ? name + ": ".utf8 : "? ".utf8 + name + "\n  : ".utf8
    }
  }

  package mutating func null() {
    scalar { $0.append(contentsOf: "null".utf8) }
  }

  package mutating func real(_ value: Double) throws {
    if value.isNaN { return null() }
    scalar { YAMLText.append(real: value, to: &$0) }
  }

  package mutating func scalar(_ append: (inout [UInt8]) -> Void) {
    beginCell()
    append(&stream.buffer)
    stream.buffer.append(UInt8(ascii: "\n"))
  }

  package mutating func text(_ bytes: Span<UInt8>) {
    beginCell()
    YAMLText.append(text: bytes, to: &stream.buffer)
    stream.buffer.append(UInt8(ascii: "\n"))
  }

  package mutating func json(_ bytes: Span<UInt8>) {
    beginCell()
    YAMLText.append(json: bytes, to: &stream.buffer)
    stream.buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func beginCell() {
    stream.buffer.append(contentsOf: column == 0 ? "- ".utf8 : "  ".utf8)
    stream.buffer.append(contentsOf: names[column])
    column += 1
  }

  package mutating func endRow() throws {
    if column == 0 { stream.buffer.append(contentsOf: "- {}\n".utf8) }
    column = 0
    isEmpty = false
    try stream.writeIfFull()
  }

  package mutating func finish() throws {
    if isEmpty { stream.buffer.append(contentsOf: "[]\n".utf8) }
    try stream.flush()
  }
}
