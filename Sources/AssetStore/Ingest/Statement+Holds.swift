internal import AssetExports
internal import Assets
internal import AssetSQLite

extension Statement {
  /// Whether the columns from the second on are what the cells say.
  borrowing func holds(_ cells: ArraySlice<RecordBatch.Cell>, of bytes: [UInt8]) -> Bool {
    for (offset, cell) in cells.enumerated() {
      let column = offset + 1
      let isSame =
        switch cell {
        case .absent, .null: isNull(at: column)
        case .integer(let value): integer(at: column) == value
        case .real(let value): real(at: column) == value
        case .text(let range):
          !isNull(at: column)
            && withBytes(at: column) { $0.isIdentical(inBytesTo: bytes.span.extracting(range)) }
        }
      guard isSame else { return false }
    }
    return true
  }
}
