internal import CSQLite

/// A result code of SQLite: a primary code in its low byte, the extended one in the whole.
/// <https://sqlite.org/rescode.html>
public struct ResultCode: RawRepresentable, Hashable, Sendable {
  /// As SQLite gives it.
  public let rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Done.
  public static let ok = ResultCode(rawValue: SQLITE_OK)
  /// The statement is wrong, or something has no code of its own.
  public static let error = ResultCode(rawValue: SQLITE_ERROR)
  /// A step has a row.
  public static let row = ResultCode(rawValue: SQLITE_ROW)
  /// A step was the last.
  public static let done = ResultCode(rawValue: SQLITE_DONE)
  /// Another connection holds a lock that this one needs.
  public static let busy = ResultCode(rawValue: SQLITE_BUSY)
  /// This connection holds it itself.
  public static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  /// There is no memory, or no more than the limit.
  public static let outOfMemory = ResultCode(rawValue: SQLITE_NOMEM)
  /// The file, or what is asked of it, may not be written.
  public static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  /// It was asked to stop.
  public static let interrupted = ResultCode(rawValue: SQLITE_INTERRUPT)
  /// The system failed to read or write.
  public static let ioError = ResultCode(rawValue: SQLITE_IOERR)
  /// The system failed to read.
  public static let ioErrorRead = ResultCode(rawValue: SQLITE_IOERR | 1 << 8)
  /// The file ends too early.
  public static let ioErrorShortRead = ResultCode(rawValue: SQLITE_IOERR | 2 << 8)
  /// The file is not as SQLite writes it.
  public static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  /// There is no room left.
  public static let full = ResultCode(rawValue: SQLITE_FULL)
  /// The file is not there, or may not be opened.
  public static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  /// A value is not of its column's type.
  public static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  /// A row breaks a rule of its table.
  public static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  /// The file is none of SQLite's.
  public static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
  /// A value or a statement is longer than the limit.
  public static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)

  /// The code without its extension.
  public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

  /// A primary code matches all of its extensions, so that `case .busy` also takes `SQLITE_BUSY_SNAPSHOT`.
  public static func ~= (pattern: ResultCode, code: ResultCode) -> Bool {
    pattern == code || pattern == code.primary
  }
}
