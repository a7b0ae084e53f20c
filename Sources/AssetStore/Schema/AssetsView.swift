internal import Assets
internal import AssetSQLite

/// The view `assets` over the tables of all types: `_id, _type, _key, account_id, region, tags`.
enum AssetsView {
  static let name = "assets"

  static let removal = "DROP VIEW IF EXISTS \(name)"

  /// The statement that makes it over the tables of these types.
  static func definition(of types: [AssetType]) -> String {
    "CREATE VIEW \(name) AS\n" + query(of: types.map { ($0, AssetTable($0).name) })
  }

  /// What it shows of these types, and tables of them.
  static func query(of types: [(type: AssetType, table: String)]) -> String {
    guard !types.isEmpty else {
      return
        "SELECT 0 AS _id, '' AS _type, '' AS _key, '' AS account_id, '' AS region, '' AS tags WHERE 0"
    }
    // SQLite takes 500 parts of a compound SELECT.
    let groups = stride(from: 0, to: types.count, by: 400).map { start in
      types[start..<min(start + 400, types.count)].map(part).joined(separator: "\nUNION ALL ")
    }
    return groups.count == 1
      ? groups[0] : groups.map { "SELECT * FROM (\($0))" }.joined(separator: "\nUNION ALL ")
  }

  private static func part(_ type: AssetType, table: String) -> String {
    let column = { (field: String?) in field.map(AssetTable.quote) ?? "NULL" }
    let tags = type.field(named: "tags").flatMap { $0.dataType.isMap ? $0.name : nil }
    return "SELECT _id, '\(type.name)' AS _type, _key, \(column(type.accountField)) AS account_id, "
      + "\(column(type.regionField)) AS region, \(column(tags)) AS tags FROM \(table)"
  }

  /// Rebuilds it over the types that have tables now.
  static func rebuild(_ connection: borrowing Connection) throws {
    try connection.execute(removal)
    try connection.execute(definition(of: TypeRegistry.withTables(connection)))
  }
}
