import AssetFiles
import AssetOutput

/// A cell of a result, for tests.
enum Cell {
  case null
  case bool(Bool)
  case integer(Int64)
  case real(Double)
  case text(String)
  case json(String)
}

/// What a writer makes of a result.
func written(
  _ format: OutputFormat, _ columns: [ResultColumn], _ rows: [[Cell]], width: Int? = nil,
  csvSafe: Bool = false
) throws -> String {
  let output = Collected()
  let stream = OutputStream { output.append($0) }
  var writer = makeResultWriter(format, to: stream, width: width, csvSafe: csvSafe)
  try writer.begin(columns)
  for row in rows {
    for cell in row { try write(cell, to: &writer) }
    try writer.endRow()
  }
  try writer.finish()
  return String(decoding: output.bytes, as: UTF8.self)
}

func write(_ cell: Cell, to writer: inout any ResultWriter & ~Copyable) throws {
  switch cell {
  case .null: try writer.null()
  case .bool(let value): try writer.bool(value: value)
  case .integer(let value): try writer.integer(value)
  case .real(let value): try writer.real(value)
  case .text(let value): try writer.text(value.utf8.span)
  case .json(let value): try writer.json(value.utf8.span)
  }
}

/// One row for each text, in one column named `a`.
func written(
  _ format: OutputFormat, texts: [String], width: Int? = nil, csvSafe: Bool = false
) throws -> String {
  try written(
    format, [ResultColumn("a")], texts.map { [.text($0)] }, width: width, csvSafe: csvSafe)
}

/// What a stream handed on.
final class Collected {
  private(set) var bytes: [UInt8] = []
  private(set) var pieces = 0

  func append(_ piece: Span<UInt8>) {
    for index in piece.indices { bytes.append(piece[index]) }
    pieces += 1
  }
}
