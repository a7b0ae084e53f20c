internal import CAssetSQLite

/// A prepared statement: bind, step, read columns. Parameters count from 1, columns from 0, as in SQLite.
package struct Statement: ~Copyable {
  let handle: Handle
  var raw: OpaquePointer { unsafe handle.raw }

  init(_ handle: Handle) { self.handle = handle }

  /// Owns the raw statement, and keeps its connection open.
  @safe final class Handle {
    let raw: OpaquePointer
    let owner: ConnectionOwner
    let sql: String

    init(_ sql: String, owner: ConnectionOwner) throws(SQLiteError) {
      var raw: OpaquePointer?
      var sql = sql
      let (code, hasTail) = sql.withUTF8 { text in
        unsafe text.withMemoryRebound(to: CChar.self) { text in
          var tail: UnsafePointer<CChar>?
          let code = unsafe sqlite3_prepare_v3(
            owner.raw, text.baseAddress, Int32(text.count), UInt32(SQLITE_PREPARE_PERSISTENT), &raw,
            &tail)
          let read =
            unsafe tail.flatMap { tail in unsafe text.baseAddress.map { unsafe tail - $0 } }
            ?? text.count
          return unsafe (
            code, text[read...].contains { !" \n\t\r;".utf8.contains(UInt8(bitPattern: $0)) }
          )
        }
      }
      guard code == SQLITE_OK else { throw unsafe SQLiteError(code, on: owner.raw, sql: sql) }
      guard let prepared = unsafe raw, !hasTail else {
        unsafe sqlite3_finalize(raw)
        throw SQLiteError(code: .error, message: "this has to be one statement", sql: sql)
      }
      unsafe self.raw = prepared
      self.owner = owner
      self.sql = sql
    }

    deinit { unsafe sqlite3_finalize(raw) }
  }

  /// Runs to the next row; false when there is none left.
  package mutating func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(raw) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw unsafe SQLiteError(code, on: handle.owner.raw, sql: handle.sql)
    }
  }

  /// Ends the current execution and unbinds all parameters.
  package mutating func reset() {
    // What reset returns is the failure that step has already thrown.
    unsafe sqlite3_reset(raw)
    unsafe sqlite3_clear_bindings(raw)
  }

  /// Ends the current execution and changes one parameter; the others stay.
  package mutating func rebind(_ index: Int, to value: Value) throws(SQLiteError) {
    unsafe sqlite3_reset(raw)
    try bind(index, to: value)
  }

  func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else {
      throw unsafe SQLiteError(code, on: handle.owner.raw, sql: handle.sql)
    }
  }
}
