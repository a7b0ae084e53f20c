internal import CAssetSQLite

extension Statement {
  /// SQLite's storage classes.
  package enum StorageClass: Sendable {
    case null, integer, real, text, blob
  }

  /// How many columns a row has.
  package var columnCount: Int { unsafe Int(sqlite3_column_count(raw)) }

  /// What SQLite holds there.
  package func storageClass(at index: Int) -> StorageClass {
    switch unsafe sqlite3_column_type(raw, Int32(index)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// Whether it is NULL.
  package func isNull(at index: Int) -> Bool { storageClass(at: index) == .null }

  /// The column as an integer; nil if it is NULL.
  package func integer(at index: Int) -> Int64? {
    let content = unsafe csqlite_column(raw, Int32(index))
    switch unsafe content.type {
    case SQLITE_INTEGER: return unsafe content.integer
    case SQLITE_NULL: return nil
    default: return unsafe sqlite3_column_int64(raw, Int32(index))
    }
  }

  /// The column as a floating-point number; nil if it is NULL.
  package func real(at index: Int) -> Double? {
    isNull(at: index) ? nil : unsafe sqlite3_column_double(raw, Int32(index))
  }

  /// The column as text; nil if it is NULL. Text that is no UTF-8 is repaired.
  package func text(at index: Int) -> String? {
    isNull(at: index) ? nil : withBytes(at: index) { String(copying: $0) }
  }

  /// Lends the bytes of a text or blob column, empty for NULL. Numbers come as their text.
  package func withBytes<Result, Failure: Error>(
    at index: Int, body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The pointer first: asking for it may convert the value and so change the count.
    let pointer = unsafe sqlite3_column_blob(raw, Int32(index))
    let count = unsafe Int(sqlite3_column_bytes(raw, Int32(index)))
    let bytes = unsafe UnsafeBufferPointer(
      start: pointer?.assumingMemoryBound(to: UInt8.self), count: pointer == nil ? 0 : count)
    return try body(unsafe Span(_unsafeElements: bytes))
  }

  /// The columns as the values they are.
  package func values(at indices: Range<Int>) -> [Value] {
    var values: [Value] = []
    for index in indices { values.append(value(at: index)) }
    return values
  }

  /// The column as the value it is.
  package func value(at index: Int) -> Value {
    switch storageClass(at: index) {
    case .null: .null
    case .integer: .integer(integer(at: index) ?? 0)
    case .real: .real(real(at: index) ?? 0)
    case .text: .text(text(at: index) ?? "")
    case .blob: .blob(withBytes(at: index) { Array(copying: $0) })
    }
  }
}

extension String {
  /// Reads UTF-8, with U+FFFD for what is none.
  fileprivate init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension Array where Element == UInt8 {
  fileprivate init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
  }
}
