internal import AssetFiles
internal import Assets

/// Writes aligned columns for people. The first rows are held back until the widths are known; a cell that is wider
/// than its column is cut if the table has to fit a terminal, else it pushes the rest of its row to the right.
package struct TableWriter: ScalarWriter, ~Copyable {
  private var stream: OutputStream
  private let width: Int?
  private var columns: [ResultColumn] = []
  private var layout: TableLayout?
  private var cells = TableCells()
  private var shown: [UInt8] = []

  /// How many rows, or bytes of them, are measured.
  private static let (measuredRows, measuredBytes) = (1_000, 1 << 20)
  /// How wide a column becomes at most where nothing is cut: one long cell must not fill every row with spaces.
  private static let widest = 200

  package init(_ stream: consuming OutputStream, width: Int?) {
    self.stream = stream
    self.width = width.map { max($0, 1) }
  }

  package mutating func begin(_ columns: [ResultColumn]) throws {
    self.columns = columns
    for column in columns { text(column.name.utf8.span) }
  }

  package mutating func null() { cells.end() }

  package mutating func scalar(_ append: (inout [UInt8]) -> Void) {
    append(&cells.bytes)
    cells.end()
  }

  package mutating func text(_ bytes: Span<UInt8>) {
    if let quotes = DisplayText.quotes(around: bytes) {
      cells.bytes += quotes
    } else {
      cells.bytes.append(span: bytes)
    }
    cells.end()
  }

  package mutating func json(_ bytes: Span<UInt8>) { text(bytes) }

  package mutating func endRow() throws {
    let isMeasured =
      cells.count > Self.measuredRows * columns.count || cells.bytes.count > Self.measuredBytes
    if layout != nil || isMeasured { try writeCells() }
  }

  package mutating func finish() throws {
    try writeCells()
    try stream.flush()
  }

  private mutating func writeCells() throws {
    let layout = layout ?? measured()
    self.layout = layout
    for first in stride(from: 0, to: cells.count, by: max(columns.count, 1)) {
      writeRow(from: first, layout: layout)
      try stream.writeIfFull()
    }
    cells.removeAll()
  }
}

extension TableWriter {
  private mutating func measured() -> TableLayout {
    var widths = columns.map { _ in 1 }
    for index in 0..<cells.count {
      let column = index % columns.count
      widths[column] = max(
        widths[column], cells.show(index, in: &shown, limit: width ?? Self.widest))
    }
    return TableLayout(columns, widths: widths, room: width)
  }

  private mutating func writeRow(from first: Int, layout: TableLayout) {
    // Spaces are written before what they stand before, so that no line ends in one.
    var spaces = 0
    for (column, width) in layout.widths.enumerated() {
      let limit = self.width == nil ? .max : width
      let fill = max(0, width - cells.show(first + column, in: &shown, limit: limit))
      let isRight = columns[column].isNumeric
      if shown.isEmpty {
        spaces += fill
      } else {
        writeSpaces(spaces + (isRight ? fill : 0))
        stream.buffer.append(contentsOf: shown)
        spaces = isRight ? 0 : fill
      }
      spaces += TableLayout.gap
    }
    if layout.hasMoreColumns {
      writeSpaces(spaces)
      stream.buffer.append(contentsOf: "…".utf8)
    }
    stream.buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func writeSpaces(_ count: Int) {
    stream.buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }
}

/// The cells of some rows, as they came.
private struct TableCells {
  var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  mutating func end() { ends.append(bytes.count) }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Makes `shown` the escaped text of a cell, and returns its width.
  func show(_ index: Int, in shown: inout [UInt8], limit: Int) -> Int {
    shown.removeAll(keepingCapacity: true)
    let start = index == 0 ? 0 : ends[index - 1]
    return DisplayText.append(
      bytes.span.extracting(start..<ends[index]), to: &shown, limit: limit)
  }
}
