internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// The table of what assets of a type were: a row for each version, with the asset's columns as it was.
struct VersionTable {
  /// How a version ended.
  enum End: String {
    /// A run changed the asset.
    case changed
    /// A snapshot did not have it.
    case vanished
    /// It was deleted.
    case deleted
  }

  let table: AssetTable
  let plainName: String
  /// The name as an identifier, quoted.
  let name: String

  init(_ type: AssetType) {
    table = AssetTable(type)
    plainName = Self.name(of: type.name.table)
    name = AssetTable.quote(plainName)
  }

  private static func name(of table: String) -> String { table + "_versions" }

  private static func keyIndex(of table: String) -> String { table + "_versions_by_key" }

  private static func endIndex(of table: String) -> String { table + "_versions_by_end" }

  /// The names that it uses: of the table and its indexes.
  static func names(of table: String) -> Set<String> {
    [name(of: table), keyIndex(of: table), endIndex(of: table)]
  }

  /// The statements that make it, in order. It has no check: rows only come from the type's own table.
  var definition: [String] {
    let columns =
      ["_id INTEGER NOT NULL"] + table.plainColumns + [
        "_run INTEGER NOT NULL REFERENCES runs(id)",
        "_until INTEGER NOT NULL REFERENCES runs(id)", "_end TEXT NOT NULL",
        "_tags_unknown INTEGER NOT NULL",
      ]
    return ["CREATE TABLE \(name)(\n  " + columns.joined(separator: ",\n  ") + "\n) STRICT"]
      + indexes.map { index in
        "CREATE INDEX \(index.name)\nON \(name)(\(index.columns.joined(separator: ", ")))"
      }
  }

  /// Its indexes: the names and the columns as identifiers, quoted where they have to be.
  var indexes: [(name: String, columns: [String])] {
    let plain = table.type.name.table
    return [
      (AssetTable.quote(Self.keyIndex(of: plain)), ["\"_key\"", "_until"]),
      (AssetTable.quote(Self.endIndex(of: plain)), ["_until", "_id"]),
    ]
  }

  /// The asset's columns, in the order of the type's own table.
  private var columns: String { table.columns.joined(separator: ", ") }

  /// Keeps an asset as it is now: takes its id, the run that ends this and how.
  var keep: String {
    """
    INSERT INTO \(name)
    SELECT _id, \(columns), _run, ?2, ?3, \(UnknownTags.condition)
    FROM \(table.name) AS asset WHERE _id = ?1
    """
  }

  /// The same, unless it is of the same run.
  var keepChanged: String { keep + " AND _run <> ?2" }

  /// The id of the asset that had a key last.
  var findGone: String {
    "SELECT _id FROM \(name) WHERE \"_key\" = ?1 ORDER BY _until DESC LIMIT 1"
  }

  /// Makes the table unless it is there.
  func ensure(_ connection: borrowing Connection) throws {
    guard try !exists(connection) else { return }
    for statement in definition { try connection.execute(statement) }
    try connection.run(
      "UPDATE types SET has_versions = 1 WHERE name = ?", with: .text(table.type.name.description))
  }

  /// Whether there is a version.
  func hasRows(_ connection: borrowing Connection) throws -> Bool {
    guard try exists(connection) else { return false }
    return try connection.integer("SELECT EXISTS (SELECT 1 FROM \(name))") == 1
  }

  func exists(_ connection: borrowing Connection) throws -> Bool {
    try connection.integer(
      "SELECT has_versions FROM types WHERE name = ?", with: .text(table.type.name.description))
      == 1
  }
}
