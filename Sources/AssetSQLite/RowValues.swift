internal import CAssetSQLite

/// The values of a row, copied out of SQLite by one call. Keeps its memory from one row to the next.
package struct RowValues {
  /// How a column is read.
  package enum Form: Sendable {
    case integer, real
    /// As text or blob; numbers come as their text.
    case bytes
  }

  package private(set) var bytes: [UInt8] = []
  /// Nothing but NULL, integers, real numbers, and texts in `bytes`.
  package private(set) var slices: [Statement.Slice] = []

  package init() {}

  fileprivate mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    slices.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func append(_ slice: Statement.Slice) { slices.append(slice) }

  fileprivate mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: text)
    slices.append(.text(start..<bytes.count))
  }
}

extension Statement {
  /// Copies columns of the row, in these forms.
  ///
  /// - Parameter first: the first of them.
  package func copy(_ forms: [RowValues.Form], from first: Int = 0, into values: inout RowValues) {
    values.removeAll()
    for (offset, form) in forms.enumerated() {
      // On a connection without a mutex a column's value may be asked all that any value may.
      let value = unsafe sqlite3_column_value(raw, Int32(first + offset))
      guard unsafe sqlite3_value_type(value) != SQLITE_NULL else {
        values.append(.null)
        continue
      }
      switch form {
      case .integer: values.append(.integer(unsafe sqlite3_value_int64(value)))
      case .real: values.append(.real(unsafe sqlite3_value_double(value)))
      case .bytes:
        // The pointer first: asking for it may convert the value and so change the count.
        let start = unsafe sqlite3_value_blob(value)?.assumingMemoryBound(to: UInt8.self)
        let count = unsafe Int(sqlite3_value_bytes(value))
        unsafe values.append(
          UnsafeBufferPointer(start: start, count: unsafe start == nil ? 0 : count))
      }
    }
  }
}
