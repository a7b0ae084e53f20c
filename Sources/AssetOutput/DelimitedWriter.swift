internal import AssetFiles
internal import Assets

/// Writes CSV and TSV as RFC 4180 quotes them, lines ended by a line feed. Null is an empty cell and an empty text is
/// `""`, so both read back.
package struct DelimitedWriter: ScalarWriter, ~Copyable {
  private var stream: OutputStream
  private let delimiter: UInt8
  private let guardsFormulas: Bool
  private var isRowEmpty = true

  package init(_ stream: consuming OutputStream, delimiter: UInt8, guardsFormulas: Bool) {
    self.stream = stream
    self.delimiter = delimiter
    self.guardsFormulas = guardsFormulas
  }

  package mutating func begin(_ columns: [ResultColumn]) throws {
    for column in columns { text(column.name.utf8.span) }
    try endRow()
  }

  package mutating func null() { beginCell() }

  package mutating func scalar(_ append: (inout [UInt8]) -> Void) {
    beginCell()
    append(&stream.buffer)
  }

  package mutating func text(_ bytes: Span<UInt8>) {
    beginCell()
    append(bytes, apostrophe: guardsFormulas && Self.isFormula(bytes))
  }

  package mutating func json(_ bytes: Span<UInt8>) {
    beginCell()
    append(bytes, apostrophe: false)
  }

  private mutating func beginCell() {
    if !isRowEmpty { stream.buffer.append(delimiter) }
    isRowEmpty = false
  }

  package mutating func endRow() throws {
    stream.buffer.append(UInt8(ascii: "\n"))
    isRowEmpty = true
    try stream.writeIfFull()
  }

  package mutating func finish() throws { try stream.flush() }
}

extension DelimitedWriter {
  /// Whether a spreadsheet would run it (CWE-1236).
  private static func isFormula(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return false }
    switch bytes[0] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
    case UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
    default: return false
    }
  }

  private mutating func append(_ bytes: Span<UInt8>, apostrophe: Bool) {
    let isQuoted = needsQuotes(bytes)
    if isQuoted { stream.buffer.append(UInt8(ascii: "\"")) }
    if apostrophe { stream.buffer.append(UInt8(ascii: "'")) }
    if isQuoted {
      appendDoublingQuotes(bytes)
      stream.buffer.append(UInt8(ascii: "\""))
    } else {
      stream.buffer.append(span: bytes)
    }
  }

  private func needsQuotes(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case delimiter, UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      default: continue
      }
    }
    return bytes.isEmpty
  }

  private mutating func appendDoublingQuotes(_ bytes: Span<UInt8>) {
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\"") {
      // The quote ends this run and begins the next.
      stream.buffer.append(span: bytes.extracting(start...index))
      start = index
    }
    stream.buffer.append(span: bytes.extracting(start..<bytes.count))
  }
}
