internal import Assets
internal import AssetSQLite

/// What an index has of a row: the id, and the columns spelled so that the order of bytes is that of the index.
struct IndexEntry {
  private(set) var id: Int64 = 0
  private(set) var key: [UInt8] = []

  /// - Parameter row: the id, and the columns.
  mutating func read(_ row: borrowing Statement) {
    key.removeAll(keepingCapacity: true)
    row.forEachColumn(in: 0..<row.columnCount) { column, content, bytes in
      switch content {
      case .integer(let number) where column == 0: id = number
      case .null: key.append(0)
      case .integer(let number): append(UInt64(bitPattern: number) ^ 1 << 63, tag: 1)
      case .real(let number): append(number.bitPattern, tag: 2)
      case .text: append(bytes, tag: 3)
      case .blob: append(bytes, tag: 4)
      }
    }
  }

  /// The same for a text, the only column of its index.
  mutating func read(_ id: Int64, text: Span<UInt8>) {
    self.id = id
    key.removeAll(keepingCapacity: true)
    append(text, tag: 3)
  }

  private mutating func append(_ bytes: Span<UInt8>, tag: UInt8) {
    key.append(addingCapacity: bytes.count + 2) { output in
      output.append(tag)
      output.append(span: bytes)
      // No text of ours has a zero in it.
      output.append(0)
    }
  }

  private mutating func append(_ number: UInt64, tag: UInt8) {
    key.append(addingCapacity: 9) { output in
      output.append(tag)
      // The highest byte first.
      output.append(littleEndian: number.byteSwapped)
    }
  }

  func isBefore(_ next: IndexEntry, isUnique: Bool) -> Bool {
    let order = compareBytes(key.span, with: next.key.span)
    return order < 0 || order == 0 && !isUnique && id < next.id
  }
}
