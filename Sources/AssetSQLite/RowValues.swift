internal import CAssetSQLite

/// The values of a row, copied out of SQLite by one call. Keeps its memory from one row to the next.
package struct RowValues {
  /// How a column is read.
  package enum Form: Sendable {
    case integer, real
    /// As text or blob; numbers come as their text.
    case bytes
  }

  private let forms: [Form]
  package private(set) var bytes: [UInt8] = []
  /// Of each column: NULL, an integer, a real number, or a text in `bytes`.
  package private(set) var slices: [Statement.Slice]

  /// - Parameter forms: of the columns.
  package init(_ forms: [Form]) {
    self.forms = forms
    slices = [Statement.Slice](repeating: .null, count: forms.count)
  }

  /// Copies the columns of a row.
  ///
  /// - Parameter first: the first of them.
  package mutating func copy(_ row: borrowing Statement, from first: Int = 0) {
    bytes.removeAll(keepingCapacity: true)
    for offset in forms.indices {
      let found = unsafe csqlite_column(row.raw, Int32(first + offset))
      switch (forms[offset], unsafe found.type) {
      case (_, SQLITE_NULL): slices[offset] = .null
      case (.integer, SQLITE_INTEGER): slices[offset] = unsafe .integer(found.integer)
      case (.real, SQLITE_FLOAT): slices[offset] = unsafe .real(found.real)
      case (.bytes, SQLITE_TEXT), (.bytes, SQLITE_BLOB):
        let start = unsafe found.bytes?.assumingMemoryBound(to: UInt8.self)
        slices[offset] = unsafe append(UnsafeBufferPointer(start: start, count: Int(found.count)))
      default: slices[offset] = convert(row, column: first + offset, to: forms[offset])
      }
    }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Statement.Slice {
    let start = bytes.count
    unsafe bytes.append(contentsOf: text)
    return .text(start..<bytes.count)
  }

  /// Copies what has another form.
  private mutating func convert(
    _ row: borrowing Statement, column: Int, to form: Form
  ) -> Statement.Slice {
    switch form {
    case .integer: .integer(row.integer(at: column) ?? 0)
    case .real: .real(row.real(at: column) ?? 0)
    case .bytes:
      row.withBytes(at: column) { bytes in
        unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
      }
    }
  }
}
