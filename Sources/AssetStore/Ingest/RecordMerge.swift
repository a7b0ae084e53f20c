internal import AssetExports
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Puts a record over what the store holds of its asset: what the record does not have stays.
struct RecordMerge: ~Copyable {
  /// The asset as it is then: one record, with a cell for each field.
  private(set) var result: RecordBatch
  private var extras = JSONMemberMerge()

  init(_ type: AssetType) { result = RecordBatch(of: type) }

  /// - Parameter row: the asset, its fields from the second column on.
  /// - Returns: whether it is the same as before.
  mutating func merge(
    _ batch: RecordBatch, _ index: Int, over row: borrowing Statement
  ) throws -> Bool {
    result.removeAll()
    let cells = batch.record(index)
    for (column, cell) in cells.dropLast().enumerated() {
      switch cell {
      case .absent: append(row, column + 1)
      case .text(let range): result.append(text: batch.bytes.span.extracting(range))
      case .null, .integer, .real: result.append(cell)
      }
    }
    try appendExtras(row, cells.count, cells[cells.endIndex - 1], batch)
    result.endRecord(at: batch.places[index])
    return row.holds(result.record(0), of: result.bytes)
  }

  private mutating func append(_ row: borrowing Statement, _ column: Int) {
    switch row.storageClass(at: column) {
    case .null, .blob: result.append(.null)
    case .integer: result.append(.integer(row.integer(at: column) ?? 0))
    case .real: result.append(.real(row.real(at: column) ?? 0))
    case .text: row.withBytes(at: column) { result.append(text: $0) }
    }
  }

  /// What is kept beside the fields is put together member by member.
  private mutating func appendExtras(
    _ row: borrowing Statement, _ column: Int, _ cell: RecordBatch.Cell, _ batch: RecordBatch
  ) throws {
    guard case .text(let range) = cell else { return append(row, column) }
    let new = batch.bytes.span.extracting(range)
    guard !row.isNull(at: column) else { return result.append(text: new) }
    var text: [UInt8] = []
    do {
      try row.withBytes(at: column) { try extras.merge($0, under: new, into: &text) }
    } catch is JSONFault {
      throw Fault(
        .damaged, "the store", why: "what is kept beside an asset's fields is no JSON",
        advice: "see what else is wrong with: assetstore verify")
    }
    result.append(text: text.span)
  }
}
