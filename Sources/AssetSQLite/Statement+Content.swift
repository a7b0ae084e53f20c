internal import CAssetSQLite

extension Statement {
  /// What a column holds.
  package enum Content: Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text, blob
  }

  /// Lends what each of some columns holds, and the bytes of a text or blob. It looks each column up once, which for
  /// small texts is a good part of what they cost.
  package func forEachColumn(
    in columns: Range<Int>, body: (Int, Content, Span<UInt8>) throws -> Void
  ) rethrows {
    for column in columns {
      let found = unsafe csqlite_column(raw, Int32(column))
      switch unsafe found.type {
      case SQLITE_INTEGER: try body(column, unsafe .integer(found.integer), Span())
      case SQLITE_FLOAT: try body(column, unsafe .real(found.real), Span())
      case SQLITE_NULL: try body(column, .null, Span())
      case let type:
        let bytes = unsafe UnsafeBufferPointer(
          start: found.bytes?.assumingMemoryBound(to: UInt8.self), count: Int(found.count))
        let span = unsafe Span(_unsafeElements: bytes)
        try body(column, type == SQLITE_TEXT ? .text : .blob, span)
      }
    }
  }
}
