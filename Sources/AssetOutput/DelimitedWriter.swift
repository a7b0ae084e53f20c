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

  package var partWriting: PartWriting? {
    let (delimiter, guardsFormulas) = (delimiter, guardsFormulas)
    return { stream in
      DelimitedWriter(stream, delimiter: delimiter, guardsFormulas: guardsFormulas)
    }
  }

  package mutating func append(rows: Span<UInt8>) throws { try stream.write(rows) }
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
    let isQuoted = QuotedText.isNeeded(for: bytes, delimiter: delimiter)
    if isQuoted { stream.buffer.append(UInt8(ascii: "\"")) }
    if apostrophe { stream.buffer.append(UInt8(ascii: "'")) }
    if isQuoted {
      QuotedText.append(bytes, to: &stream.buffer)
      stream.buffer.append(UInt8(ascii: "\""))
    } else {
      stream.buffer.append(span: bytes)
    }
  }
}

extension DelimitedWriter {
  package mutating func row(_ cells: Span<RowCell>, in bytes: Span<UInt8>) throws {
    guard !guardsFormulas, bytes.count <= 1 << 14 else { return try write(cells, in: bytes) }
    let room = QuotedText.room(for: bytes.count) + cells.count * 48
    let delimiter = delimiter
    stream.buffer.append(addingCapacity: room) { output in
      for index in cells.indices {
        if index > 0 { output.append(delimiter) }
        switch cells[index] {
        case .null: break
        case .bool(let value): output.append(span: (value ? "true" : "false").utf8.span)
        case .integer(let value): output.append(span: String(value).utf8.span)
        case .real(let value) where value.isNaN: break
        case .real(let value): output.append(span: JSONText.text(of: value).utf8.span)
        case .text(let range), .json(let range):
          Self.append(bytes.extracting(range), delimiter: delimiter, to: &output)
        }
      }
    }
    try endRow()
  }

  private static func append(
    _ bytes: Span<UInt8>, delimiter: UInt8, to output: inout OutputSpan<UInt8>
  ) {
    guard QuotedText.isNeeded(for: bytes, delimiter: delimiter) else {
      return output.append(span: bytes)
    }
    output.append(UInt8(ascii: "\""))
    QuotedText.append(bytes, to: &output)
    output.append(UInt8(ascii: "\""))
  }
}
