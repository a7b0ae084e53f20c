/// A table of the store's own, as it is on a PostgreSQL server too.
struct PostgreSQLRecords {
  /// That of the store.
  let plainName: String
  let columns: [PostgreSQLTable.Column]
  private let key: [String]

  var name: String { "public." + PostgreSQLSpelling.name(plainName) }

  private init(_ name: String, key: [String], columns: KeyValuePairs<String, String>) {
    plainName = name
    self.key = key
    self.columns = columns.map { PostgreSQLTable.Column(name: $0, dataType: $1) }
  }

  var definition: String {
    let lines = columns.map { "  \($0.quoted) \($0.dataType)" }
    let keys = key.map(PostgreSQLSpelling.name).joined(separator: ", ")
    return """
      CREATE TABLE IF NOT EXISTS \(name)(
      \(lines.joined(separator: ",\n")),
        PRIMARY KEY (\(keys))
      )
      """
  }

  /// The rows of the store, in SQLite's SQL.
  var rows: String {
    "SELECT \(columns.map(\.quoted).joined(separator: ", ")) FROM "
      + "\(AssetTable.quote(plainName)) ORDER BY \(key.joined(separator: ", "))"
  }

  /// A full copy to each of the servers that assets are spread over; once.
  var distribution: String {
    """
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrel = '\(name)'::regclass) THEN
        PERFORM create_reference_table('\(name)');
      END IF;
    END $$
    """
  }
}

extension PostgreSQLRecords {
  static let all = ofRuns + [unknownTags]

  /// The assets of which no export has told the tags.
  static let unknownTags = PostgreSQLRecords(
    "unknown_tags", key: ["_id"], columns: ["_id": "bigint"])

  static let ofRuns = [
    PostgreSQLRecords(
      "runs", key: ["id"],
      columns: [
        "id": "bigint", "started_at": "timestamptz", "finished_at": "timestamptz", "type": "text",
        "context": "json", "partial": "bigint", "inserted": "bigint", "updated": "bigint",
        "unchanged": "bigint", "deleted": "bigint", "rejected": "bigint", "redacted": "bigint",
        "kind": "text", "scopes": "json", "same_as": "bigint", "notes": "json",
      ]),
    PostgreSQLRecords(
      "run_files", key: ["run", "position"],
      columns: [
        "run": "bigint", "position": "bigint", "path": "text", "format": "text", "bytes": "bigint",
        "sha256": "text", "records": "bigint", "inserted": "bigint", "updated": "bigint",
        "unchanged": "bigint", "rejected": "bigint", "partial": "bigint",
      ]),
    PostgreSQLRecords(
      "run_types", key: ["run", "type"],
      columns: [
        "run": "bigint", "type": "text", "inserted": "bigint", "updated": "bigint",
        "unchanged": "bigint", "deleted": "bigint",
      ]),
    PostgreSQLRecords(
      "run_warnings", key: ["run", "rule"],
      columns: ["run": "bigint", "rule": "text", "count": "bigint", "example": "text"]),
  ]
}
