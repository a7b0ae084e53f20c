internal import AssetExports
internal import AssetMigrations
package import Assets
internal import AssetSQLite

/// What a store is and holds.
public struct StoreInfo: Sendable {
  /// Absolute.
  public let path: String
  /// In bytes.
  public let size: Int
  /// The number of the last migration.
  package let schemaVersion: Int
  /// In RFC 3339, UTC.
  package let createdAt: String
  /// Of the library that this program runs with.
  package let sqliteVersion: String
  /// The check-in that the library was built from.
  package let sqliteSource: String
  /// How many runs are on record.
  public let runs: Int
  /// The first run whose end can still be asked for; 0 if all can.
  package let firstState: Int
  /// How many assets have a value that is kept as a digest only.
  package let redactedAssets: Int
  /// How many assets each type has that has a table.
  package let types: [(name: TypeName, count: Int)]

  /// How many assets there are of all types.
  public var assets: Int { types.reduce(0) { $0 + $1.count } }

  /// Looks at all assets of a store that has had something redacted, and at none of another.
  fileprivate static func countRedacted(_ connection: borrowing Connection) throws -> Int {
    guard try connection.integer("SELECT EXISTS (SELECT 1 FROM runs WHERE redacted > 0)") == 1
    else { return 0 }
    return try TypeRegistry.withTables(connection).reduce(0) { sum, type in
      let table = AssetTable(type)
      let holds = table.columns.map { "instr(\($0), ?1)" }.joined(separator: " OR ")
      let count = try connection.integer(
        "SELECT count(*) FROM \(table.name) WHERE \(holds)", with: .text(RedactedValue.prefix))
      return sum + Int(count ?? 0)
    }
  }

  /// The types that have a table, and how many assets each has.
  static func types(_ connection: borrowing Connection) throws -> [(name: TypeName, count: Int)] {
    try TypeRegistry.listed(connection).compactMap { type in
      guard try TypeRegistry.hasTable(type, on: connection) else { return nil }
      let count = try connection.integer("SELECT count(*) FROM \(AssetTable(type).name)")
      return (type.name, Int(count ?? 0))
    }
  }
}

extension Store {
  /// What the store is and holds, at one moment. Costs a look at each asset's id.
  public func info() throws -> StoreInfo {
    try reading { connection in
      let types = try StoreInfo.types(connection)
      let pages = try connection.integer("PRAGMA page_count") ?? 0
      let pageSize = try connection.integer("PRAGMA page_size") ?? 0
      return StoreInfo(
        path: path, size: Int(pages * pageSize),
        schemaVersion: Int(try connection.integer("PRAGMA user_version") ?? 0),
        createdAt: try connection.text("SELECT created_at FROM store") ?? "",
        sqliteVersion: Connection.libraryVersion.number,
        sqliteSource: Connection.libraryVersion.source,
        runs: Int(try connection.integer("SELECT count(*) FROM runs") ?? 0),
        firstState: Int(try connection.integer("SELECT first_state FROM store") ?? 0),
        redactedAssets: try StoreInfo.countRedacted(connection), types: types)
    }
  }

  /// The type of that name, from the store or else from the catalogue.
  package func type(named name: String) throws -> AssetType {
    try reading { try TypeRegistry.require(name, on: $0) }
  }

  /// The types that the store knows, but for those that were removed.
  package func types() throws -> [AssetType] {
    try reading { try TypeRegistry.listed($0) }
  }
}

extension Store {
  /// The SQLite that the program runs on: version and check-in.
  package static var engine: String {
    let library = Connection.libraryVersion
    return "SQLite \(library.number), \(library.source)"
  }
}
