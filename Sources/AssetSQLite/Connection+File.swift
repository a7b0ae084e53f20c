internal import CAssetSQLite

extension Connection {
  /// The longest path, in bytes, beside which there is room for the names that are made of it: SQLite opens none of more
  /// than 512 bytes, its journal's included.
  package static let maxPathLength = 460

  /// The absolute path of the connection's file; nil in memory.
  package var path: String? {
    guard let name = unsafe sqlite3_db_filename(owner.raw, "main") else { return nil }
    let path = unsafe String(cString: name)
    return path.isEmpty ? nil : path
  }

  /// Whether the connection's file has lost its name, or another file has it by now.
  package func hasMoved() throws(SQLiteError) -> Bool {
    var hasMoved: Int32 = 0
    let code = unsafe sqlite3_file_control(
      owner.raw, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
    // A store in memory has no file.
    if code != SQLITE_NOTFOUND { try check(code) }
    return hasMoved != 0
  }

  /// A number in the file that each commit counts up. Call it in a transaction, before anything is written.
  package func changeCounter() throws(SQLiteError) -> UInt32 {
    // Four bytes, the highest first. <https://sqlite.org/fileformat2.html#file_change_counter>
    var bytes: [UInt8] = [0, 0, 0, 0]
    let code = unsafe csqlite_read_file(owner.raw, &bytes, 4, 24)
    // A file that is empty has none yet, and a store in memory never.
    let isAbsent = [ResultCode.ioErrorShortRead.rawValue, SQLITE_NOTFOUND].contains(code)
    if !isAbsent { try check(code) }
    return bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Lends the content of the file, as the transaction sees it, a piece at a time. Call it in a transaction that has
  /// written nothing. What is missing at the end of a file that was cut short is zeros.
  ///
  /// - Parameter body: takes a piece, which is of whole pages, and the size of a page.
  package func forEachPieceOfFile(body: (Span<UInt8>, Int) throws -> Void) throws {
    // A piece is still in the processor's own cache when it is written, and when it is hashed.
    let pieceSize = 128 << 10
    // The first of them begins to read.
    let pageCount = Int(try integer("PRAGMA page_count") ?? 0)
    let pageSize = Int(try integer("PRAGMA page_size") ?? 0)
    let size = pageCount * pageSize
    var piece = [UInt8](repeating: 0, count: pieceSize)
    for offset in stride(from: 0, to: size, by: pieceSize) {
      let count = min(pieceSize, size - offset)
      let code = unsafe csqlite_read_file(owner.raw, &piece, Int32(count), Int64(offset))
      if code != ResultCode.ioErrorShortRead.rawValue, code != SQLITE_OK {
        throw SQLiteError(
          code: ResultCode(rawValue: code), message: unsafe String(cString: sqlite3_errstr(code)))
      }
      try body(piece.span.extracting(0..<count), pageSize)
    }
  }

  /// How many pages this connection has written to its file.
  package func writtenPages() throws(SQLiteError) -> Int {
    var (count, highest): (Int32, Int32) = (0, 0)
    try check(
      unsafe sqlite3_db_status(owner.raw, SQLITE_DBSTATUS_CACHE_WRITE, &count, &highest, 0))
    return Int(count)
  }
}
