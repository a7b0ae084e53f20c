internal import AssetExports
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Puts a record over what the store holds of its asset: what the record does not have stays. A class since it holds a
/// parser, which can't be copied as a writer may be.
final class RecordMerge {
  /// The asset as it is then: one record, with a cell for each field.
  private(set) var result: RecordBatch
  private var extras = JSONMemberMerge()

  init(_ type: AssetType) { result = RecordBatch(of: type) }

  /// What stays where the record does not have it.
  enum Kept: Hashable {
    case all
    /// The tags, in this field, and perhaps what is kept beside the fields.
    case tags(Int, withExtras: Bool)
  }

  /// - Parameter row: the asset, its fields from the second column on.
  /// - Returns: whether it is the same as before.
  func merge(
    _ batch: RecordBatch, at index: Int, over row: borrowing Statement, keeping kept: Kept = .all
  ) throws -> Bool {
    result.removeAll()
    let cells = batch.record(index)
    for (column, cell) in cells.dropLast().enumerated() {
      switch cell {
      case .absent where kept.includes(column): result.append(row, column: column + 1)
      case .text(let range): result.append(text: batch.bytes.span.extracting(range))
      case .absent, .null, .integer, .real: result.append(cell)
      }
    }
    try appendExtras(
      row, column: cells.count, cell: cells[cells.endIndex - 1], batch: batch, kept: kept)
    result.endRecord(at: batch.places[index])
    return row.holds(result.record(0), of: result.bytes)
  }

  /// Makes the asset the result, without a field.
  func clear(_ field: Int, of row: borrowing Statement) {
    result.removeAll()
    for column in 0..<result.width {
      if column == field { result.append(.null) } else { result.append(row, column: column + 1) }
    }
    result.endRecord(at: Place(line: 0, byte: 0))
  }

  /// What is kept beside the fields is put together member by member.
  private func appendExtras(
    _ row: borrowing Statement, column: Int, cell: RecordBatch.Cell, batch: RecordBatch,
    kept: Kept
  ) throws {
    let keepsExtras = kept.keepsExtras
    guard case .text(let range) = cell else {
      return keepsExtras ? result.append(row, column: column) : result.append(.null)
    }
    let new = batch.bytes.span.extracting(range)
    guard keepsExtras, !row.isNull(at: column) else { return result.append(text: new) }
    var text: [UInt8] = []
    do {
      try row.withBytes(at: column) { try extras.merge($0, under: new, into: &text) }
    } catch is JSONFault {
      throw Fault(
        .damaged, what: "the store", why: "what is kept beside an asset's fields is no JSON",
        advice: "see what else is wrong with: assetstore verify")
    }
    result.append(text: text.span)
  }
}

extension RecordMerge.Kept {
  fileprivate func includes(_ column: Int) -> Bool {
    switch self {
    case .all: true
    case .tags(let field, _): column == field
    }
  }

  fileprivate var keepsExtras: Bool {
    switch self {
    case .all, .tags(_, withExtras: true): true
    case .tags(_, withExtras: false): false
    }
  }
}
