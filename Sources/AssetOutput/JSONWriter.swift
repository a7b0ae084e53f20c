internal import AssetFiles
internal import Assets

/// Writes one JSON object a line: on its own, or as a member of one array.
package struct JSONWriter: ScalarWriter, ~Copyable {
  package enum Frame { case lines, array }

  private var stream: OutputStream
  private let frame: Frame
  private var columns: [Column] = []
  /// The names as JSON, each with a comma before and a colon after it. One array, because one for each name would be
  /// retained and released with every cell.
  private var names: [UInt8] = []
  private var column = 0
  private var rows = 0
  private var isRowEmpty = true
  /// Where in the stream's buffer the row begins.
  private var start = 0

  private struct Column {
    /// Where its name is in `names`.
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
    }
    if frame == .array { stream.buffer.append(UInt8(ascii: "[")) }
  }

  package mutating func null() {
    if columns[column].isOmittedWhenNull {
      column += 1
    } else {
      scalar { $0.append(contentsOf: "null".utf8) }
    }
  }

  package mutating func scalar(_ append: (inout [UInt8]) -> Void) {
    appendName()
    append(&stream.buffer)
  }

  package mutating func text(_ bytes: Span<UInt8>) {
    appendName()
    JSONText.append(string: bytes, to: &stream.buffer)
  }

  package mutating func json(_ bytes: Span<UInt8>) {
    appendName()
    stream.buffer.append(span: bytes)
  }

  private mutating func appendName() {
    if isRowEmpty { beginRow() }
    let name = columns[column].name
    let start = isRowEmpty ? name.lowerBound + 1 : name.lowerBound
    stream.append(names, at: start..<name.upperBound)
    isRowEmpty = false
    column += 1
  }

  private mutating func beginRow() {
    if frame == .array, rows > 0 { stream.buffer.append(contentsOf: ",\n".utf8) }
    start = stream.buffer.count
    stream.buffer.append(UInt8(ascii: "{"))
  }

  package mutating func endRow() throws {
    if isRowEmpty { beginRow() }
    JSONText.escapeControls(in: &stream.buffer, from: start)
    stream.buffer.append(UInt8(ascii: "}"))
    if frame == .lines { stream.buffer.append(UInt8(ascii: "\n")) }
    rows += 1
    column = 0
    isRowEmpty = true
    try stream.writeIfFull()
  }

  package mutating func finish() throws {
    if frame == .array { stream.buffer.append(contentsOf: "]\n".utf8) }
    try stream.flush()
  }
}
