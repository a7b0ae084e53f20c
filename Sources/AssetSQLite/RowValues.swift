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
      let found = unsafe csqlite_column(raw, Int32(first + offset))
      switch (form, unsafe found.type) {
      case (_, SQLITE_NULL): values.append(.null)
      case (.integer, SQLITE_INTEGER): values.append(unsafe .integer(found.integer))
      case (.real, SQLITE_FLOAT): values.append(unsafe .real(found.real))
      case (.bytes, SQLITE_TEXT), (.bytes, SQLITE_BLOB):
        let start = unsafe found.bytes?.assumingMemoryBound(to: UInt8.self)
        unsafe values.append(UnsafeBufferPointer(start: start, count: Int(found.count)))
      default: convert(first + offset, to: form, into: &values)
      }
    }
  }

  /// Copies what has another form.
  private func convert(_ column: Int, to form: RowValues.Form, into values: inout RowValues) {
    switch form {
    case .integer: values.append(.integer(integer(at: column) ?? 0))
    case .real: values.append(.real(real(at: column) ?? 0))
    case .bytes:
      withBytes(at: column) { bytes in
        unsafe bytes.withUnsafeBufferPointer { unsafe values.append($0) }
      }
    }
  }
}
