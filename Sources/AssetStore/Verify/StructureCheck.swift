internal import Assets
internal import AssetSQLite

/// Asks SQLite for what it says of a file's pages and rows, without looking up each row of a large table in its indexes.
enum StructureCheck {
  /// What is wrong with pages and rows; nil if nothing is. What they say is read elsewhere.
  static func flaw(_ connection: borrowing Connection) throws -> String? {
    // The checks of a table are of its JSON, which is read elsewhere too.
    try connection.execute("PRAGMA ignore_check_constraints = ON")
    defer { try? connection.execute("PRAGMA ignore_check_constraints = OFF") }
    return try flaw(of: "quick_check(1)", on: connection)
  }

  /// What is wrong with an index; nil if nothing is. The schema has to be that of a store.
  static func flawOfIndexes(_ connection: borrowing Connection) throws -> String? {
    let checks = try IndexCheck.all(connection)
    for table in try tables(connection) where !checks.contains(where: { $0.table == table }) {
      if let flaw = try flaw(of: "integrity_check(\(table))", on: connection) { return flaw }
    }
    for check in checks {
      if let flaw = try check.flaw(connection) { return flaw }
    }
    return nil
  }

  private static func flaw(of check: String, on connection: borrowing Connection) throws -> String?
  {
    let answer = try connection.text("PRAGMA \(check)") ?? "no answer"
    return answer == "ok" ? nil : answer
  }

  /// The names as identifiers, quoted.
  private static func tables(_ connection: borrowing Connection) throws -> [String] {
    var tables: [String] = []
    try connection.forEachRow(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
    ) { tables.append(AssetTable.quote($0.text(at: 0) ?? "")) }
    return tables
  }
}
