internal import CAssetSQLite

extension Statement {
  /// Binds the parameters 1, 2, … to copies of these values.
  package mutating func bind(_ values: [Value]) throws(SQLiteError) {
    for (offset, value) in values.enumerated() { try bind(offset + 1, to: value) }
  }

  /// Binds one parameter to a copy of the value.
  package mutating func bind(_ index: Int, to value: Value) throws(SQLiteError) {
    let index = Int32(index)
    switch value {
    case .null: try check(unsafe sqlite3_bind_null(raw, index))
    case .integer(let value): try check(unsafe sqlite3_bind_int64(raw, index, value))
    case .real(let value): try check(unsafe sqlite3_bind_double(raw, index, value))
    case .text(var value):
      let code = value.withUTF8 { text in
        unsafe text.withMemoryRebound(to: CChar.self) {
          // A nil address would bind NULL; an empty text is not NULL.
          unsafe csqlite_bind_text(raw, index, $0.baseAddress ?? emptyText, UInt64($0.count))
        }
      }
      try check(code)
    case .blob(let value):
      let code = unsafe value.withUnsafeBytes {
        unsafe csqlite_bind_blob(
          raw, index, $0.baseAddress ?? UnsafeRawPointer(emptyText), UInt64($0.count))
      }
      try check(code)
    }
  }

  /// A parameter's value as a place in bytes that the caller holds.
  package enum Slice: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(Range<Int>)
    case blob(Range<Int>)
  }

  /// Binds the parameters 1, 2, … to places in `bytes`, without copying them, runs the statement to its end and lets
  /// go of them. Result rows are thrown away.
  package mutating func run(_ slices: Span<Slice>, in bytes: Span<UInt8> = Span()) throws {
    try withBound(slices, in: bytes) { statement in
      while try statement.step() {}
    }
  }

  /// Binds the parameters 1, 2, … to places in `bytes`, without copying them, lends the first row if there is one,
  /// and lets go of them.
  package mutating func first<Result>(
    _ slices: Span<Slice>, in bytes: Span<UInt8>,
    body: (borrowing Statement) throws -> Result
  ) throws -> Result? {
    try withBound(slices, in: bytes) { statement in
      try statement.step() ? try body(statement) : nil
    }
  }

  private mutating func withBound<Result>(
    _ slices: Span<Slice>, in bytes: Span<UInt8>,
    body: (inout Statement) throws -> Result
  ) throws -> Result {
    defer { reset() }
    return try unsafe bytes.withUnsafeBufferPointer { buffer in
      try unsafe bindSlices(slices, in: buffer)
      return try body(&self)
    }
  }

  private mutating func bindSlices(
    _ slices: Span<Slice>, in buffer: UnsafeBufferPointer<UInt8>
  ) throws(SQLiteError) {
    for offset in slices.indices {
      let index = Int32(offset + 1)
      switch slices[offset] {
      case .null: continue  // nothing is bound yet: `run` starts and ends with all parameters NULL
      case .integer(let value): try check(unsafe sqlite3_bind_int64(raw, index, value))
      case .real(let value): try check(unsafe sqlite3_bind_double(raw, index, value))
      case .text(let range):
        let text = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[range])
          .assumingMemoryBound(to: CChar.self)
        try check(
          unsafe csqlite_bind_static_text(
            raw, index, text.baseAddress ?? emptyText, UInt64(text.count)))
      case .blob(let range):
        let blob = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[range])
        try check(
          unsafe csqlite_bind_static_blob(
            raw, index, blob.baseAddress ?? UnsafeRawPointer(emptyText), UInt64(blob.count)))
      }
    }
  }
}

// What an empty buffer's missing address is replaced by. Never written, never freed.
nonisolated(unsafe) let emptyText = unsafe UnsafePointer(
  UnsafeMutablePointer<CChar>.allocate(capacity: 1))
