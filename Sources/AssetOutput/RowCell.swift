/// A cell of a row whose bytes lie elsewhere.
package enum RowCell: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case real(Double)
  /// UTF-8.
  case text(Range<Int>)
  /// JSON text without spaces, as the store keeps it.
  case json(Range<Int>)
}

extension RowWriter where Self: ~Copyable {
  package mutating func row(_ cells: Span<RowCell>, in bytes: Span<UInt8>) throws {
    try write(cells, in: bytes)
  }

  /// Writes a row cell by cell.
  mutating func write(_ cells: Span<RowCell>, in bytes: Span<UInt8>) throws {
    for index in cells.indices {
      switch cells[index] {
      case .null: try null()
      case .bool(let value): try bool(value: value)
      case .integer(let value): try integer(value)
      case .real(let value): try real(value)
      case .text(let range): try text(bytes.extracting(range))
      case .json(let range): try json(bytes.extracting(range))
      }
    }
    try endRow()
  }
}
