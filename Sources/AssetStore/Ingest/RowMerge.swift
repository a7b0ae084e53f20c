internal import AssetExports
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Puts the rows of an asset that came more than once in a load together: the last counts, but where it has nothing but
/// tags, or stands in an input that lists none.
struct RowMerge: ~Copyable {
  /// The asset as it is after the last row: one record, with a cell for each column.
  private(set) var result: RecordBatch
  /// Whether that is not what the last row says.
  private(set) var isMade = false
  private var next: RecordBatch
  private let tagField: Int?
  private var hasTagsAlone = false
  private var extras = JSONMemberMerge()

  init(_ type: AssetType) {
    result = RecordBatch(of: type)
    next = RecordBatch(of: type)
    tagField = type.tagField
  }

  /// Begins with another asset.
  mutating func begin() {
    result.removeAll()
    hasTagsAlone = false
  }

  /// - Parameters:
  ///   - row: its id, its fields, and what is kept beside them.
  ///   - isTagsAlone: whether it has nothing but the asset's tags.
  ///   - listsTags: whether the row says that there are no tags if it has none.
  mutating func add(
    _ row: borrowing Statement, isTagsAlone: Bool, listsTags: Bool
  ) throws {
    next.removeAll()
    isMade = false
    for column in 0..<result.width - 1 {
      let isTags = column == tagField
      let isLeftOut =
        row.isNull(at: column + 1)
        && (isTags ? !isTagsAlone && (hasTagsAlone || !listsTags) : isTagsAlone)
      if isLeftOut, !result.isEmpty { keep(column) } else { next.append(row, column: column + 1) }
    }
    try addExtras(row, column: result.width, isMerged: isTagsAlone || hasTagsAlone)
    next.endRecord(at: Place(line: 0, byte: 0))
    hasTagsAlone = hasTagsAlone || isTagsAlone
    swap(&result, &next)
  }

  private mutating func keep(_ column: Int) {
    let (cell, bytes) = (result.record(0)[column], result.bytes)
    if case .text(let range) = cell {
      next.append(text: bytes.span.extracting(range))
    } else {
      next.append(cell)
    }
    if cell != .null { isMade = true }
  }

  private mutating func addExtras(
    _ row: borrowing Statement, column: Int, isMerged: Bool
  ) throws {
    guard isMerged, !result.isEmpty, case .text(let range)? = result.record(0).last else {
      return next.append(row, column: column)
    }
    isMade = true
    let bytes = result.bytes
    let old = bytes.span.extracting(range)
    guard !row.isNull(at: column) else { return next.append(text: old) }
    var text: [UInt8] = []
    try row.withBytes(at: column) { try extras.merge(old, under: $0, into: &text) }
    next.append(text: text.span)
  }
}

extension RecordBatch {
  /// Appends what a column holds to the record that is being put together.
  mutating func append(_ row: borrowing Statement, column: Int) {
    switch row.storageClass(at: column) {
    case .null, .blob: append(.null)
    case .integer: append(.integer(row.integer(at: column) ?? 0))
    case .real: append(.real(row.real(at: column) ?? 0))
    case .text: row.withBytes(at: column) { append(text: $0) }
    }
  }
}
