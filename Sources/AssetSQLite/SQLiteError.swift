internal import CAssetSQLite

/// What SQLite refused to do, and why. Never holds a bound value.
package struct SQLiteError: Error, Hashable, Sendable {
  /// The extended code.
  package let code: ResultCode
  /// SQLite's own words.
  package let message: String
  /// The statement that failed, with its parameters unfilled.
  package let sql: String?
  /// The `errno` behind an I/O failure; 0 where there is none.
  package let systemError: Int32
  /// Where in the statement's text the failure is, in bytes; nil where SQLite does not say.
  package let offset: Int?

  package init(
    code: ResultCode, message: String, sql: String? = nil, systemError: Int32 = 0,
    offset: Int? = nil
  ) {
    self.code = code
    self.message = message
    self.sql = sql
    self.systemError = systemError
    self.offset = offset
  }

  /// Reads the last failure of a connection. Call it before the connection does anything else.
  init(_ code: Int32, on connection: OpaquePointer?, sql: String? = nil) {
    let message =
      if let connection = unsafe connection {
        unsafe String(cString: sqlite3_errmsg(connection))
      } else {
        unsafe String(cString: sqlite3_errstr(code))
      }
    let code = ResultCode(rawValue: code)
    let offset = unsafe sqlite3_error_offset(connection)
    let isSystem = [.ioError, .cannotOpen, .full].contains(code.primary)
    unsafe self.init(
      code: code, message: message, sql: sql,
      systemError: isSystem ? sqlite3_system_errno(connection) : 0,
      offset: offset < 0 ? nil : Int(offset))
  }
}
