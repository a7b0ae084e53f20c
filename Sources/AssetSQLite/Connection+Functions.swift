internal import CAssetSQLite

extension Connection {
  /// Defines an SQL function, in place of SQLite's own if it has one of that name.
  ///
  /// It has to give the same answer for the same arguments and have no effect beside it: a schema may call it, even one
  /// that is not trusted.
  ///
  /// - Parameters:
  ///   - count: how many arguments it takes; nil for any number of them.
  ///   - body: what it throws fails the statement, with the fault's words.
  package func define(
    _ name: String, arguments count: Int?,
    body: @escaping (borrowing FunctionArguments) throws(FunctionFault) -> Value
  ) throws(SQLiteError) {
    let box = unsafe Unmanaged.passRetained(FunctionBody(body, owner: owner)).toOpaque()
    // SQLite lets go of the body when the function is replaced, when the connection closes, and when this call fails.
    let code = unsafe sqlite3_create_function_v2(
      owner.raw, name, Int32(count ?? -1), SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
      box,
      { context, count, values in
        guard let box = unsafe sqlite3_user_data(context) else { return }
        let body = unsafe Unmanaged<FunctionBody>.fromOpaque(box).takeUnretainedValue()
        let arguments = unsafe FunctionArguments(values: values, count: Int(count), body: body)
        do throws(FunctionFault) {
          unsafe setResult(try body.call(arguments), of: context)
        } catch {
          // The words first: a code alone would bring its own.
          unsafe sqlite3_result_error(context, error.reason, -1)
          if let code = error.code { unsafe sqlite3_result_error_code(context, code.rawValue) }
        }
      }, nil, nil,
      { box in unsafe box.map { unsafe Unmanaged<FunctionBody>.fromOpaque($0).release() } })
    try check(code)
  }
}

/// Keeps the Swift side of a function.
private final class FunctionBody {
  let call: (borrowing FunctionArguments) throws(FunctionFault) -> Value
  /// Weak: the connection keeps the function.
  private weak var owner: ConnectionOwner?

  init(
    _ call: @escaping (borrowing FunctionArguments) throws(FunctionFault) -> Value,
    owner: ConnectionOwner
  ) {
    self.call = call
    self.owner = owner
  }

  var isInterrupted: Bool { owner?.question?.ask() == true }
}

/// Why a function has no answer for its arguments.
package struct FunctionFault: Error, Hashable, Sendable {
  /// What the statement fails with.
  package let reason: String
  /// Nil where the arguments are wrong.
  fileprivate let code: ResultCode?

  package init(_ reason: String) {
    self.init(reason, code: nil)
  }

  private init(_ reason: String, code: ResultCode?) {
    self.reason = reason
    self.code = code
  }

  /// The connection was asked to stop: the statement fails with `.interrupted`.
  package static let interrupted = FunctionFault("it was interrupted", code: .interrupted)

  /// There is no memory left to be had: the statement fails with `.outOfMemory`.
  package static let outOfMemory = FunctionFault("out of memory", code: .outOfMemory)

  /// Something is larger than a query may have it: the statement fails with `.tooBig`, and the reason.
  package static func tooBig(_ reason: String) -> FunctionFault {
    FunctionFault(reason, code: .tooBig)
  }
}

/// The arguments of an SQL function, lent for one call of it.
@safe package struct FunctionArguments: ~Copyable {
  fileprivate let values: UnsafeMutablePointer<OpaquePointer?>?
  /// How many there are.
  package let count: Int
  fileprivate let body: FunctionBody

  /// What a function that may take long asks now and then.
  package var interruption: FunctionInterruption { FunctionInterruption(body: body) }

  private func value(at index: Int) -> OpaquePointer? {
    precondition(index >= 0 && index < count, "there is no such argument")
    return unsafe values?[index]
  }

  /// Whether it is NULL.
  package func isNull(at index: Int) -> Bool {
    unsafe sqlite3_value_type(value(at: index)) == SQLITE_NULL
  }

  /// Whether it is a blob.
  package func isBlob(at index: Int) -> Bool {
    unsafe sqlite3_value_type(value(at: index)) == SQLITE_BLOB
  }

  /// Whether it is an integer or a floating-point number.
  package func isNumber(at index: Int) -> Bool {
    let type = unsafe sqlite3_value_type(value(at: index))
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT
  }

  /// The argument if it is an integer.
  package func integer(at index: Int) -> Int64? {
    guard unsafe sqlite3_value_type(value(at: index)) == SQLITE_INTEGER else { return nil }
    return unsafe sqlite3_value_int64(value(at: index))
  }

  /// The argument if it is a number.
  package func real(at index: Int) -> Double? {
    isNumber(at: index) ? unsafe sqlite3_value_double(value(at: index)) : nil
  }

  /// Lends the bytes of a text or blob, empty for NULL. Numbers come as their text.
  package func withBytes<Result, Failure: Error>(
    at index: Int, body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let value = unsafe value(at: index)
    let pointer = unsafe sqlite3_value_blob(value)
    let count = unsafe Int(sqlite3_value_bytes(value))
    let bytes = unsafe UnsafeBufferPointer(
      start: pointer?.assumingMemoryBound(to: UInt8.self), count: pointer == nil ? 0 : count)
    return try body(unsafe Span(_unsafeElements: bytes))
  }
}

/// Whether a function should go on: SQLite can't end one that is at work.
package struct FunctionInterruption {
  fileprivate let body: FunctionBody

  /// - Throws: `interrupted` if the connection was asked to stop.
  package func check() throws(FunctionFault) {
    if body.isInterrupted { throw .interrupted }
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
