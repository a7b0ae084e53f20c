internal import AssetIndex
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
  /// What the terms of the field are below; nil if there are none.
  private let root: String?

  /// Makes it unless it is there.
  var statement: String { "CREATE \(definition)" }

  var removal: String { "DROP INDEX IF EXISTS \(table.qualified(name))" }

  private init(
    _ method: Method, on column: String, of table: PostgreSQLTable, isTooLong: String? = nil,
    root: String? = nil, shard: String? = nil
  ) {
    // No type's table, and no view, has such a name.
    name = PostgreSQLSpelling.shortened("\(column) of \(table.plainName)")
    self.table = table
    self.isTooLong = isTooLong
    self.root = root
    let columns = (shard.map { [$0] } ?? []) + [column]
    definition =
      "\(method == .unique ? "UNIQUE " : "")INDEX IF NOT EXISTS \(PostgreSQLSpelling.name(name))\n"
      + "ON \(table.name)\(method == .gin ? " USING gin" : "")"
      + "(\(columns.map(PostgreSQLSpelling.name).joined(separator: ", ")))"
  }

  private enum Method { case unique, plain, gin }

  /// Whether there is room for all that the store holds. The rows are read only where the index of terms does not say.
  func hasRoom(on connection: borrowing Connection) throws -> Bool {
    guard let isTooLong else { return true }
    if let root, try connection.integer(Self.mayBeLong, with: .text(root)) == 0 { return true }
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
      let root = table.type.termRoot(of: field)
      guard field.dataType.isMap else {
        indexes.append(
          PostgreSQLIndex(
            .plain, on: column, of: table, isTooLong: tooLong(field.name), root: root))
        continue
      }
      for column in [column, table.termsColumn(of: field.name)] {
        indexes.append(
          PostgreSQLIndex(
            .gin, on: column, of: table, isTooLong: tooLong(map: field.name), root: root))
      }
    }
    return indexes
  }

  /// Whether a field has a key of more than 500 bytes, several values of a key, or a value that is longer than terms are.
  private static let mayBeLong = """
    SELECT EXISTS (
      SELECT 1 FROM terms AS root JOIN terms AS child ON child.parent = root.id
      WHERE root.parent = 0 AND root.kind = \(Term.Kind.field.rawValue) AND root.text = ?
        AND child.kind IN (\(Term.Kind.key.rawValue), \(Term.Kind.long.rawValue))
        AND (child.kind = \(Term.Kind.long.rawValue) OR length(CAST(child.text AS BLOB)) > 500
          OR EXISTS (SELECT 1 FROM terms AS value WHERE value.parent = child.id
            AND value.kind IN (\(Term.Kind.long.rawValue), \(Term.Kind.several.rawValue)))))
    """

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
