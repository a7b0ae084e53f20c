internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// Writes the cells of rows. Keeps its memory from one row to the next.
struct RowCells {
  private let readings: [ResultCell.Reading]
  private let forms: [RowValues.Form]
  private var values = RowValues()
  private var cells: [RowCell] = []

  init(_ readings: [ResultCell.Reading]) {
    self.readings = readings
    forms = readings.flatMap(\.forms)
  }

  /// How many columns of a row they take.
  var width: Int { forms.count }

  /// Writes a row.
  ///
  /// - Parameter first: the column of the first cell.
  mutating func write(
    _ row: borrowing Statement, from first: Int = 0,
    into writer: inout some RowWriter & ~Copyable
  ) throws {
    row.copy(forms, from: first, into: &values)
    cells.removeAll(keepingCapacity: true)
    var place = 0
    for reading in readings {
      cells.append(cell(reading, at: place))
      place += reading.width
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
