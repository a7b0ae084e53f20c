internal import AssetLanguage
internal import Assets
internal import AssetSQLite

/// An index on a table of a PostgreSQL server. An entry of an index has room for 2,700 bytes there; one that would not
/// have room for all that the store holds is not made.
struct PostgreSQLIndex {
  private let name: String
  private let table: PostgreSQLTable
  private let definition: String
  /// Whether a row of the store's table has too long a text for it, in SQLite's SQL.
  private let isTooLong: String?

  /// Makes it unless it is there.
  var statement: String { "CREATE \(definition)" }

  var removal: String { "DROP INDEX IF EXISTS \(table.qualified(name))" }

  private init(
    _ method: Method, on column: String, of table: PostgreSQLTable, isTooLong: String? = nil,
    shard: String? = nil
  ) {
    // No type's table, and no view, has such a name.
    name = PostgreSQLSpelling.shortened("\(column) of \(table.plainName)")
    self.table = table
    self.isTooLong = isTooLong
    let columns = (shard.map { [$0] } ?? []) + [column]
    definition =
      "\(method == .unique ? "UNIQUE " : "")INDEX IF NOT EXISTS \(PostgreSQLSpelling.name(name))\n"
      + "ON \(table.name)\(method == .gin ? " USING gin" : "")"
      + "(\(columns.map(PostgreSQLSpelling.name).joined(separator: ", ")))"
  }

  private enum Method { case unique, plain, gin }

  /// Whether there is room for all that the store holds.
  func hasRoom(on connection: borrowing Connection) throws -> Bool {
    guard let isTooLong else { return true }
    return try connection.integer(
      "SELECT EXISTS (SELECT 1 FROM \(AssetTable(table.type).name) AS asset WHERE \(isTooLong))")
      == 0
  }
}

extension PostgreSQLIndex {
  /// Those of a table. Where assets are spread over servers what is unique is so together with the shard.
  static func all(of table: PostgreSQLTable, isDistributed: Bool) -> [PostgreSQLIndex] {
    let shard = isDistributed ? table.shardColumn : nil
    var indexes = [
      PostgreSQLIndex(.unique, on: "_id", of: table, shard: shard),
      PostgreSQLIndex(
        .unique, on: Field.keyName, of: table, isTooLong: tooLong(Field.keyName), shard: shard),
    ]
    for field in table.type.fields where field.name != Field.keyName && table.type.isIndexed(field)
    {
      let column = field.name.foldedASCII
      guard field.dataType.isMap else {
        indexes.append(
          PostgreSQLIndex(.plain, on: column, of: table, isTooLong: tooLong(field.name)))
        continue
      }
      for column in [column, table.termsColumn(of: field.name)] {
        indexes.append(
          PostgreSQLIndex(.gin, on: column, of: table, isTooLong: tooLong(map: field.name)))
      }
    }
    return indexes
  }

  private static func tooLong(_ field: String) -> String {
    "length(CAST(asset.\(AssetTable.quote(field)) AS BLOB)) > 2000"
  }

  /// A key may be twice as long in a term.
  private static func tooLong(map field: String) -> String {
    let map = "asset.\(AssetTable.quote(field))"
    return """
      length(CAST(\(map) AS BLOB)) > 1000 AND EXISTS (SELECT 1 FROM json_each(\(map))
        WHERE 2 * length(CAST(key AS BLOB)) + length(CAST(value AS BLOB)) > 2000)
      """
  }
}
