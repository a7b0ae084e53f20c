internal import CAssetSQLite

/// A result code of SQLite: a primary code in its low byte, the extended one in the whole.
/// <https://sqlite.org/rescode.html>
package struct ResultCode: RawRepresentable, Hashable, Sendable {
  /// As SQLite gives it.
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Done.
  package static let ok = ResultCode(rawValue: SQLITE_OK)
  /// The statement is wrong, or something has no code of its own.
  package static let error = ResultCode(rawValue: SQLITE_ERROR)
  /// A step has a row.
  package static let row = ResultCode(rawValue: SQLITE_ROW)
  /// A step was the last.
  package static let done = ResultCode(rawValue: SQLITE_DONE)
  /// Another connection holds a lock that this one needs.
  package static let busy = ResultCode(rawValue: SQLITE_BUSY)
  /// This connection holds it itself.
  package static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  /// There is no memory, or no more than the limit.
  package static let outOfMemory = ResultCode(rawValue: SQLITE_NOMEM)
  /// The file, or what is asked of it, may not be written.
  package static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  /// What a writer left half done has to be undone first, and the file may not be written.
  package static let readOnlyRollback = ResultCode(rawValue: SQLITE_READONLY | 3 << 8)
  /// It was asked to stop.
  package static let interrupted = ResultCode(rawValue: SQLITE_INTERRUPT)
  /// The system failed to read or write.
  package static let ioError = ResultCode(rawValue: SQLITE_IOERR)
  /// The system failed to read.
  package static let ioErrorRead = ResultCode(rawValue: SQLITE_IOERR | 1 << 8)
  /// The file ends too early.
  package static let ioErrorShortRead = ResultCode(rawValue: SQLITE_IOERR | 2 << 8)
  /// The file is not as SQLite writes it.
  package static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  /// There is no room left.
  package static let full = ResultCode(rawValue: SQLITE_FULL)
  /// The file is not there, or may not be opened.
  package static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  /// A value is not of its column's type.
  package static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  /// A row breaks a rule of its table.
  package static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  /// The file is none of SQLite's.
  package static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
  /// A value or a statement is longer than the limit.
  package static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)

  /// The code without its extension.
  package var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

  /// A primary code matches all of its extensions, so that `case .busy` also takes `SQLITE_BUSY_SNAPSHOT`.
  package static func ~= (pattern: ResultCode, code: ResultCode) -> Bool {
    pattern == code || pattern == code.primary
  }
}
