internal import CSQLite

/// A result code of SQLite: a primary code in its low byte, the extended one in the whole.
/// <https://sqlite.org/rescode.html>
public struct ResultCode: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static let ok = ResultCode(rawValue: SQLITE_OK)
  public static let error = ResultCode(rawValue: SQLITE_ERROR)
  public static let row = ResultCode(rawValue: SQLITE_ROW)
  public static let done = ResultCode(rawValue: SQLITE_DONE)
  public static let busy = ResultCode(rawValue: SQLITE_BUSY)
  public static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  public static let outOfMemory = ResultCode(rawValue: SQLITE_NOMEM)
  public static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  public static let interrupted = ResultCode(rawValue: SQLITE_INTERRUPT)
  public static let ioError = ResultCode(rawValue: SQLITE_IOERR)
  public static let ioErrorRead = ResultCode(rawValue: SQLITE_IOERR | 1 << 8)
  public static let ioErrorShortRead = ResultCode(rawValue: SQLITE_IOERR | 2 << 8)
  public static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  public static let full = ResultCode(rawValue: SQLITE_FULL)
  public static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  public static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  public static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  public static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
  public static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)

  /// The code without its extension.
  public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

  /// A primary code matches all of its extensions, so that `case .busy` also takes `SQLITE_BUSY_SNAPSHOT`.
  public static func ~= (pattern: ResultCode, code: ResultCode) -> Bool {
    pattern == code || pattern == code.primary
  }
}
