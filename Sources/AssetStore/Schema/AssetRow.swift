internal import AssetExports
internal import AssetSQLite

/// One row of a type's table on its way there. Keeps its memory from one to the next.
struct AssetRow {
  private var slices: [Statement.Slice] = []

  /// - Parameters:
  ///   - statement: one of `AssetStatements` that takes an id, the cells of a record and the run.
  ///   - further: what it takes behind those.
  mutating func write(
    with statement: inout Statement, id: Int64, batch: RecordBatch, at index: Int, run: Int64,
    further: Statement.Slice? = nil
  ) throws {
    slices.removeAll(keepingCapacity: true)
    slices.append(.integer(id))
    for cell in batch.record(index) { slices.append(cell.slice) }
    slices.append(.integer(run))
    if let further { slices.append(further) }
    try statement.run(slices.span, in: batch.bytes.span)
  }
}

extension RecordBatch.Cell {
  /// The same as a parameter of a statement.
  var slice: Statement.Slice {
    switch self {
    case .absent, .null: .null
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .text(let range): .text(range)
    }
  }
}
