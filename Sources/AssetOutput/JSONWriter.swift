internal import AssetFiles
internal import Assets

/// Writes one JSON object a line: on its own, or as a member of one array.
package struct JSONWriter: ScalarWriter, ~Copyable {
  package enum Frame: Sendable { case lines, array }

  private var stream: OutputStream
  private let frame: Frame
  private var columns: [Column] = []
  /// The names as JSON, each with a comma before it, and a colon and `null` behind it. One array, because one for each
  /// name would be retained and released with every cell.
  private var names: [UInt8] = []
  /// Whether it writes some rows of a result, behind others.
  private var isPart = false
  private var isFirstRow = true
  private var column = 0
  private var isRowEmpty = true
  /// Where in the stream's buffer the row begins.
  private var start = 0

  fileprivate struct Column {
    /// Where its name is in `names`, up to the colon.
    let name: Range<Int>
    let isOmittedWhenNull: Bool
  }

  package init(_ stream: consuming OutputStream, frame: Frame) {
    self.stream = stream
    self.frame = frame
  }

  package mutating func begin(_ columns: [ResultColumn]) throws {
    for column in columns {
      let start = names.count
      names.append(UInt8(ascii: ","))
      JSONText.append(string: column.name, to: &names)
      names.append(UInt8(ascii: ":"))
      self.columns.append(
        Column(name: start..<names.count, isOmittedWhenNull: column.isOmittedWhenNull))
      names.append(contentsOf: "null".utf8)
    }
    if frame == .array { stream.buffer.append(UInt8(ascii: "[")) }
  }

  package mutating func null() {
    if columns[column].isOmittedWhenNull {
      column += 1
    } else {
      let name = nextName()
      stream.append(names, at: name.lowerBound..<name.upperBound + 4)
    }
  }

  package mutating func scalar(_ append: (inout [UInt8]) -> Void) {
    stream.append(names, at: nextName())
    append(&stream.buffer)
  }

  package mutating func text(_ bytes: Span<UInt8>) {
    stream.append(names, at: nextName())
    JSONText.append(string: bytes, to: &stream.buffer)
  }

  package mutating func json(_ bytes: Span<UInt8>) {
    stream.append(names, at: nextName())
    stream.buffer.append(span: bytes)
  }

  /// What to write before the value of the next column.
  private mutating func nextName() -> Range<Int> {
    let name = columns[column].name
    column += 1
    guard isRowEmpty else { return name }
    beginRow()
    isRowEmpty = false
    return name.lowerBound + 1..<name.upperBound
  }

  private mutating func beginRow() {
    if frame == .array, !isFirstRow || isPart { stream.buffer.append(contentsOf: ",\n".utf8) }
    isFirstRow = false
    start = stream.buffer.count
    stream.buffer.append(UInt8(ascii: "{"))
  }

  package mutating func endRow() throws {
    if isRowEmpty { beginRow() }
    JSONText.escapeControls(in: &stream.buffer, from: start)
    stream.buffer.append(UInt8(ascii: "}"))
    if frame == .lines { stream.buffer.append(UInt8(ascii: "\n")) }
    column = 0
    isRowEmpty = true
    try stream.writeIfFull()
  }

  package mutating func finish() throws {
    if frame == .array, !isPart { stream.buffer.append(contentsOf: "]\n".utf8) }
    try stream.flush()
  }
}

extension JSONWriter {
  package var partWriting: PartWriting? {
    let (frame, columns, names) = (frame, columns, names)
    return { stream in JSONWriter(stream, frame: frame, columns: columns, names: names) }
  }

  private init(
    _ stream: consuming OutputStream, frame: Frame, columns: [Column], names: [UInt8]
  ) {
    self.init(stream, frame: frame)
    (self.columns, self.names, isPart) = (columns, names, true)
  }

  package mutating func append(rows: Span<UInt8>) throws {
    guard !rows.isEmpty else { return }
    // A part does not know that it has the first row.
    let comma = frame == .array && isFirstRow ? 2 : 0
    isFirstRow = false
    try stream.write(rows.extracting(comma..<rows.count))
  }
}

extension JSONWriter {
  package mutating func row(_ cells: Span<RowCell>, in bytes: Span<UInt8>) throws {
    // Each byte may need the room of six.
    guard bytes.count <= 1 << 13, columns.count == cells.count else {
      return try write(cells, in: bytes)
    }
    beginRow()
    isRowEmpty = false
    stream.append(cells, in: bytes, columns: columns, names: names)
    try endRow()
  }
}

extension OutputStream {
  /// Appends the members of an object.
  fileprivate mutating func append(
    _ cells: Span<RowCell>, in bytes: Span<UInt8>, columns: [JSONWriter.Column], names: [UInt8]
  ) {
    let room = names.count + JSONText.room(forString: bytes.count) + cells.count * 48
    buffer.append(addingCapacity: room) { output in
      let empty = output.count
      for index in cells.indices {
        var name = columns[index].name
        if case .null = cells[index] {
          if columns[index].isOmittedWhenNull { continue }
          name = name.lowerBound..<name.upperBound + 4
        }
        if output.count == empty { name = name.lowerBound + 1..<name.upperBound }
        output.append(span: names.span.extracting(name))
        switch cells[index] {
        case .null: break
        case .bool(let value): output.append(span: (value ? "true" : "false").utf8.span)
        case .integer(let value): output.append(span: String(value).utf8.span)
        case .real(let value): output.append(span: JSONText.text(of: value).utf8.span)
        case .text(let range): JSONText.append(string: bytes.extracting(range), to: &output)
        case .json(let range): output.append(span: bytes.extracting(range))
        }
      }
    }
  }
}
