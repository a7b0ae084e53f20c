internal import AssetSQLite

extension Connection {
  /// Whether the file has a table of that name: that of an older program may not.
  borrowing func hasTable(_ name: String) throws -> Bool {
    try integer(
      "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?)",
      with: .text(name))
      == 1
  }
}
