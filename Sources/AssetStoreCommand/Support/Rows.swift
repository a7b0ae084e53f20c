internal import AssetExports
internal import AssetJSON
internal import AssetOutput

/// A small result: of `info`, `types`, `runs` and `verify`.
struct Rows {
  enum Cell {
    case text(String?)
    case integer(Int)
    /// A number that may not be known.
    case number(Int?)
    /// A number of tenths.
    case tenths(Int)
    case bool(Bool)
    case json(JSONValue)
  }

  let columns: [ResultColumn]
  var rows: [[Cell]] = []

  func write(_ writer: consuming any ResultWriter & ~Copyable) throws {
    var writer = writer
    try writer.begin(columns)
    for row in rows {
      for cell in row { try Self.write(cell, writer: &writer) }
      try writer.endRow()
    }
    try writer.finish()
  }

  private static func write(_ cell: Cell, writer: inout some ResultWriter & ~Copyable) throws {
    switch cell {
    case .text(nil): try writer.null()
    case .text(let text?): try writer.text(Array(text.utf8).span)
    case .integer(let value), .number(let value?): try writer.integer(Int64(value))
    case .number(nil): try writer.null()
    case .tenths(let value): try writer.real(Double(value) / 10)
    case .bool(let value): try writer.bool(value: value)
    case .json(let value): try writer.json(Array(value.text.utf8).span)
    }
  }
}
