internal import AssetIndex
internal import AssetMigrations
internal import Assets
internal import AssetSQLite

/// What is found out about a file beside its `ContentReading`, which another thread does meanwhile. Its pages and schema
/// have to be those of a store.
struct StructureReading {
  /// What is wrong with an index, but for those of keys; nil if nothing is.
  let flawOfIndexes: Result<String?, any Error>
  /// What the indexes of keys come to.
  let keys: Result<[(IndexCheck, IndexCheck.Entries)], any Error>
  /// The first table with a row that refers to nothing, but for the tables of assets.
  let tableOfStray: Result<String?, any Error>
  /// What the index of terms says; nil in an older schema, whose index is another.
  let terms: Result<IndexedTerms?, any Error>
  /// Whether each asset has an id that it can have.
  let ids: Result<Void, any Error>
  /// What is wrong with what assets were before; nil if nothing is.
  let flawOfVersions: Result<String?, any Error>

  init(_ connection: borrowing Connection, hashes: ContentHashes) {
    flawOfIndexes = Result { try StructureCheck.flawOfIndexes(connection, hash: hashes.rows) }
    keys = Result {
      try IndexCheck.ofKeys(connection).map { ($0, try $0.entries(connection, hash: hashes.rows)) }
    }
    tableOfStray = Result { try StructureCheck.tableOfStray(connection) }
    terms = Result {
      let version = try connection.integer("PRAGMA user_version") ?? 0
      return version == Migration.latest ? try IndexedTerms(connection, hash: hashes.terms) : nil
    }
    ids = Result { try IDCheck.require(connection) }
    flawOfVersions = Result { try HistoryCheck.flawOfVersions(connection) }
  }
}
