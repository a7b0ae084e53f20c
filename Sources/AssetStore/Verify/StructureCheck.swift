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

  /// What is wrong with an index, but for those of the keys of assets; nil if nothing is. The schema has to be that of a
  /// store.
  static func flawOfIndexes(
    _ connection: borrowing Connection, hash: KeyedHash
  ) throws -> String? {
    let checks = try IndexCheck.others(connection)
    let large = try Set(checks.map(\.table) + IndexCheck.ofKeys(connection).map(\.table))
    for table in try tables(connection).map(AssetTable.quote) where !large.contains(table) {
      if let flaw = try flaw(of: "integrity_check(\(table))", on: connection) { return flaw }
    }
    for check in checks {
      let rows = try check.rows(connection, hash: hash)
      let entries = try check.entries(connection, hash: hash)
      if let flaw = check.flaw(of: entries, against: rows) { return flaw }
    }
    return nil
  }

  /// The first table with a row that refers to nothing, but for the tables of assets; nil if there is none.
  static func tableOfStray(_ connection: borrowing Connection) throws -> String? {
    let ofAssets = try Set(TypeRegistry.withTables(connection).map(\.name.table))
    return try tables(connection).first { table in
      guard !ofAssets.contains(table) else { return false }
      let stray = "SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check(?))"
      return try connection.integer(stray, with: .text(table)) == 1
    }
  }

  private static func flaw(of check: String, on connection: borrowing Connection) throws -> String?
  {
    let answer = try connection.text("PRAGMA \(check)") ?? "no answer"
    return answer == "ok" ? nil : answer
  }

  private static func tables(_ connection: borrowing Connection) throws -> [String] {
    var tables: [String] = []
    try connection.forEachRow(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
    ) { tables.append($0.text(at: 0) ?? "") }
    return tables
  }
}
