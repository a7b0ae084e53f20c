internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// Writes the cells of rows. Keeps its memory from one row to the next.
struct RowCells {
  private let readings: [ResultCell.Reading]
  private var values: RowValues
  private var cells: [RowCell]
  /// How many columns of a row they take.
  let width: Int

  init(_ readings: [ResultCell.Reading]) {
    self.readings = readings
    let forms = readings.flatMap(\.forms)
    width = forms.count
    values = RowValues(forms)
    cells = [RowCell](repeating: .null, count: readings.count)
  }

  /// Writes a row.
  ///
  /// - Parameter first: the column of the first cell.
  mutating func write(
    _ row: borrowing Statement, from first: Int = 0,
    into writer: inout some RowWriter & ~Copyable
  ) throws {
    values.copy(row, from: first)
    var place = 0
    for index in readings.indices {
      cells[index] = cell(readings[index], at: place)
      place += readings[index].width
    }
    try writer.row(cells.span, in: values.bytes.span)
  }

  private func cell(_ reading: ResultCell.Reading, at place: Int) -> RowCell {
    switch values.slices[place] {
    case .null: .null
    case .integer(let value): reading == .bool ? .bool(value == 1) : .integer(value)
    case .real(let value): .real(value)
    case .text(let range), .blob(let range):
      reading == .json || reading == .mapValue && isList(at: place + 1)
        ? .json(range) : .text(range)
    }
  }

  /// Whether the JSON type at a place is that of several values.
  private func isList(at place: Int) -> Bool {
    guard case .text(let range) = values.slices[place] else { return false }
    return values.bytes.span.extracting(range).isIdentical(inBytesTo: "array".utf8.span)
  }
}

extension ResultCell.Reading {
  /// How the columns are read.
  fileprivate var forms: [RowValues.Form] {
    switch self {
    case .text, .json: [.bytes]
    case .integer, .bool: [.integer]
    case .real: [.real]
    case .mapValue: [.bytes, .bytes]
    }
  }
}
