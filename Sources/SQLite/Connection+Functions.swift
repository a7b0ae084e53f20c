internal import CSQLite

extension Connection {
  /// Defines an SQL function, in place of SQLite's own if it has one of that name.
  ///
  /// It has to give the same answer for the same arguments and have no effect beside it: a schema may call it, even one
  /// that is not trusted.
  ///
  /// - Parameter count: how many arguments it takes.
  public func define(
    _ name: String, arguments count: Int,
    _ body: @escaping (borrowing FunctionArguments) -> Value
  ) throws(SQLiteError) {
    let box = unsafe Unmanaged.passRetained(FunctionBody(body)).toOpaque()
    // SQLite lets go of the body when the function is replaced, when the connection closes, and when this call fails.
    let code = unsafe sqlite3_create_function_v2(
      owner.raw, name, Int32(count), SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box,
      { context, count, values in
        guard let box = unsafe sqlite3_user_data(context) else { return }
        let body = unsafe Unmanaged<FunctionBody>.fromOpaque(box).takeUnretainedValue()
        let arguments = unsafe FunctionArguments(values: values, count: Int(count))
        unsafe setResult(body.call(arguments), of: context)
      }, nil, nil,
      { box in unsafe box.map { unsafe Unmanaged<FunctionBody>.fromOpaque($0).release() } })
    try check(code)
  }
}

/// Keeps the Swift side of a function.
private final class FunctionBody {
  let call: (borrowing FunctionArguments) -> Value

  init(_ call: @escaping (borrowing FunctionArguments) -> Value) { self.call = call }
}

/// The arguments of an SQL function, lent for one call of it.
@safe public struct FunctionArguments: ~Copyable {
  fileprivate let values: UnsafeMutablePointer<OpaquePointer?>?
  public let count: Int

  public func isNull(at index: Int) -> Bool {
    unsafe sqlite3_value_type(values?[index]) == SQLITE_NULL
  }

  /// Lends the bytes of a text or blob, empty for NULL. Numbers come as their text.
  public func withBytes<Result>(at index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let value = unsafe values?[index]
    let pointer = unsafe sqlite3_value_blob(value)
    let count = unsafe Int(sqlite3_value_bytes(value))
    let bytes = unsafe UnsafeBufferPointer(
      start: pointer?.assumingMemoryBound(to: UInt8.self), count: pointer == nil ? 0 : count)
    return body(unsafe Span(_unsafeElements: bytes))
  }
}

private func setResult(_ value: Value, of context: OpaquePointer?) {
  switch value {
  case .null: unsafe sqlite3_result_null(context)
  case .integer(let value): unsafe sqlite3_result_int64(context, value)
  case .real(let value): unsafe sqlite3_result_double(context, value)
  case .text(var value):
    value.withUTF8 { text in
      unsafe text.withMemoryRebound(to: CChar.self) {
        unsafe csqlite_result_text(context, $0.baseAddress ?? emptyText, UInt64($0.count))
      }
    }
  case .blob(let value):
    unsafe value.withUnsafeBytes {
      unsafe csqlite_result_blob(
        context, $0.baseAddress ?? UnsafeRawPointer(emptyText), UInt64($0.count))
    }
  }
}
