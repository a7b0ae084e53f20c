internal import Assets

/// The table of a type: the one place that turns a definition into SQL.
struct AssetTable {
  let type: AssetType
  /// The name as an identifier, quoted.
  let name: String

  init(_ type: AssetType) {
    self.type = type
    name = Self.quote(type.name.table)
  }

  /// An identifier that SQLite takes for nothing else.
  static func quote(_ identifier: String) -> String { "\"\(identifier.doubling("\""))\"" }

  /// The field columns, in the type's order, and then the extra fields: the cells of a record.
  var columns: [String] { type.fields.map { Self.quote($0.name) } + ["_extra"] }

  /// The statements that make it, in order. `sqlite_schema` keeps their text.
  var definition: [String] { [table, keyIndex] + (tagsView.map { [$0] } ?? []) }

  /// The statements that remove what stands beside the table: its index and its view, under whatever definition.
  var removalOfCompanions: [String] {
    [
      "DROP INDEX IF EXISTS \(keyIndexName)",
      "DROP VIEW IF EXISTS \(Self.quote(type.name.table + "_tags"))",
    ]
  }

  /// The statements that remove it.
  var removal: [String] { removalOfCompanions + ["DROP TABLE \(name)"] }

  /// The statement that makes an empty table of the same columns, which is gone with the connection.
  var temporaryDefinition: String { "CREATE TEMP TABLE" + columnDefinitions }

  private var table: String { "CREATE TABLE" + columnDefinitions }

  private var columnDefinitions: String {
    let columns =
      ["_id INTEGER PRIMARY KEY"] + type.fields.map(column)
      + [
        "_extra TEXT" + Self.jsonCheck("_extra", kind: "object"),
        "_run INTEGER NOT NULL REFERENCES runs(id)",
      ]
    return " \(name)(\n  " + columns.joined(separator: ",\n  ") + "\n) STRICT"
  }

  private func column(_ field: Field) -> String {
    let name = Self.quote(field.name)
    let constraint =
      switch field.dataType {
      case .hstore, .hstoreCSV: Self.jsonCheck(name, kind: "object")
      case .array: Self.jsonCheck(name, kind: "array")
      case .json: " CHECK (\(name) IS NULL OR json_valid(\(name)))"
      case .bool: " CHECK (\(name) IN (0, 1))"
      case .string where field.name == Field.keyName: " NOT NULL"
      case .string, .timestamp, .int64, .float64: ""
      }
    return "\(name) \(Self.storageClass(of: field.dataType))\(constraint)"
  }

  /// The same columns, each with its storage class and nothing else.
  var plainColumns: [String] {
    type.fields.map { "\(Self.quote($0.name)) \(Self.storageClass(of: $0.dataType))" }
      + ["_extra TEXT"]
  }

  private static func storageClass(of dataType: DataType) -> String {
    switch dataType {
    case .int64, .bool: "INTEGER"
    case .float64: "REAL"
    case .string, .timestamp, .hstore, .hstoreCSV, .json, .array: "TEXT"
    }
  }

  /// The type of a text that is no JSON is none, so this says that it is valid as well; a NULL passes. Measured: SQLite
  /// reads every check of every table when it opens a file, and with `json_valid` beside it each takes three times as
  /// long.
  private static func jsonCheck(_ column: String, kind: String) -> String {
    " CHECK (json_type(\(column)) = '\(kind)')"
  }

  /// An index of its own, not a UNIQUE column: so a load into an empty table can make it at the end.
  var keyIndex: String {
    """
    CREATE UNIQUE INDEX \(keyIndexName)
    ON \(name)("_key")
    """
  }

  var keyIndexName: String { Self.quote(type.name.table + "_by_key") }

  /// The names that a type with this table uses: of the table, its index, its view and what its versions need.
  static func names(of table: String) -> Set<String> {
    VersionTable.names(of: table).union([table, table + "_by_key", table + "_tags"])
  }

  private var tagsView: String? {
    tags(from: name).map { "CREATE VIEW \(Self.quote(type.name.table + "_tags")) AS\n\($0)" }
  }

  /// The query for a row for each tag of each asset, and for each value of a tag with several, which are never null. Nil
  /// for a type without tags. SQLite reads the text of every view too: one SELECT, and no name qualified that `json_each`
  /// does not have as well.
  ///
  /// - Parameter source: the type's table, or one with the same columns.
  func tags(from source: String) -> String? {
    guard type.field(named: "tags")?.dataType.isMap == true else { return nil }
    let account = type.accountField.map { "asset." + Self.quote($0) } ?? "NULL"
    return """
      SELECT _id, _key, \(account) AS account_id, tag.key, ifnull(one.value, tag.value) AS value
      FROM \(source) AS asset, json_each(tags) AS tag
      LEFT JOIN json_each(CASE tag.type WHEN 'array' THEN tag.value END) AS one
      """
  }
}
