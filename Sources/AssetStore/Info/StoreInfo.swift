internal import AssetExports
internal import AssetMigrations
package import Assets
internal import AssetSQLite

/// What a store is and holds.
package struct StoreInfo: Sendable {
  /// Absolute.
  package let path: String
  /// In bytes.
  package let size: Int
  /// The number of the last migration.
  package let schemaVersion: Int
  /// In RFC 3339, UTC.
  package let createdAt: String
  /// Of the library that this program runs with.
  package let sqliteVersion: String
  /// The check-in that the library was built from.
  package let sqliteSource: String
  /// How many runs are on record.
  package let runs: Int
  /// How many assets have a value that is kept as a digest only.
  package let redactedAssets: Int
  /// How many assets each type has that has a table.
  package let types: [(name: TypeName, count: Int)]

  /// How many assets there are of all types.
  package var assets: Int { types.reduce(0) { $0 + $1.count } }

  /// Looks at all assets of a store that has had something redacted, and at none of another.
  fileprivate static func countRedacted(_ connection: borrowing Connection) throws -> Int {
    guard try connection.integer("SELECT EXISTS (SELECT 1 FROM runs WHERE redacted > 0)") == 1
    else { return 0 }
    return try TypeRegistry.withTables(connection).reduce(0) { sum, type in
      let table = AssetTable(type)
      let holds = table.columns.map { "instr(\($0), ?1)" }.joined(separator: " OR ")
      let count = try connection.integer(
        "SELECT count(*) FROM \(table.name) WHERE \(holds)", .text(RedactedValue.prefix))
      return sum + Int(count ?? 0)
    }
  }

  /// The types that have a table, and how many assets each has.
  static func types(_ connection: borrowing Connection) throws -> [(name: TypeName, count: Int)] {
    try TypeRegistry.withTables(connection).map { type in
      let count = try connection.integer("SELECT count(*) FROM \(AssetTable(type).name)")
      return (type.name, Int(count ?? 0))
    }
  }
}

/// One run, as it is on record.
package struct RunRecord: Hashable, Sendable {
  /// Counted from 1 in each store.
  package let id: Int
  /// In RFC 3339, UTC.
  package let startedAt: String
  /// In RFC 3339, UTC.
  package let finishedAt: String
  /// The name of the type that it fed.
  package let type: String
  /// Whether an export said that there is more than it holds.
  package let isPartial: Bool
  /// How many assets were new.
  package let inserted: Int
  /// How many assets were there and have changed.
  package let updated: Int
  /// How many records said what the store held.
  package let unchanged: Int
  /// How many assets went away.
  package let deleted: Int
  /// How many records were refused.
  package let rejected: Int
  /// In the order they were given.
  package let files: [RunFile]
}

/// One input of a run, as it is on record: enough to tell whether a file is what was fed.
package struct RunFile: Hashable, Sendable {
  /// As it was given to the run; `-` for standard input.
  package let path: String
  /// How the export spelled its records.
  package let format: String
  /// Of the file as it was, packed or not.
  package let sha256: String
  /// How many records were taken from it.
  package let records: Int
}

extension Store {
  /// What the store is and holds, at one moment. Costs a look at each asset's id.
  package func info() throws -> StoreInfo {
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
        redactedAssets: try StoreInfo.countRedacted(connection), types: types)
    }
  }

  /// All runs, the oldest first.
  package func runs() throws -> [RunRecord] {
    try reading { connection in
      var files: [Int64: [RunFile]] = [:]
      try connection.forEachRow(
        "SELECT run, path, format, sha256, records FROM run_files ORDER BY run, position"
      ) { row in
        files[row.integer(at: 0) ?? 0, default: []].append(
          RunFile(
            path: row.text(at: 1) ?? "", format: row.text(at: 2) ?? "",
            sha256: row.text(at: 3) ?? "", records: row.count(at: 4)))
      }
      var runs: [RunRecord] = []
      try connection.forEachRow(
        """
        SELECT id, started_at, finished_at, type, partial, inserted, updated, unchanged, deleted, rejected
        FROM runs ORDER BY id
        """
      ) { row in
        runs.append(
          RunRecord(
            id: row.count(at: 0), startedAt: row.text(at: 1) ?? "",
            finishedAt: row.text(at: 2) ?? "",
            type: row.text(at: 3) ?? "", isPartial: row.count(at: 4) == 1,
            inserted: row.count(at: 5),
            updated: row.count(at: 6), unchanged: row.count(at: 7), deleted: row.count(at: 8),
            rejected: row.count(at: 9),
            files: files[row.integer(at: 0) ?? 0] ?? []))
      }
      return runs
    }
  }

  /// The type of that name, from the store or else from the catalogue.
  package func type(named name: String) throws -> AssetType {
    try reading { try TypeRegistry.require(name, $0) }
  }

  /// The types that the store knows.
  package func types() throws -> [AssetType] {
    try reading { try TypeRegistry.all($0) }
  }
}

extension Statement {
  /// A column that counts something.
  fileprivate func count(at column: Int) -> Int { Int(integer(at: column) ?? 0) }
}

extension Store {
  /// The SQLite that the program runs on: version and check-in.
  package static var engine: String {
    let library = Connection.libraryVersion
    return "SQLite \(library.number), \(library.source)"
  }
}
