internal import Assets

/// SQL with which DuckDB reads a store through its SQLite scanner and writes a Parquet file for each type.
struct DuckDBScript {
  /// The store's path.
  let store: String
  /// The folder of the files, with a slash; empty for the one that DuckDB works in.
  let folder: String
  let types: [AssetType]

  var text: String {
    (Self.head + [attachment] + types.map(copy)).map { $0 + ";\n" }.joined()
  }

  private static let head = [
    "INSTALL sqlite", "LOAD sqlite", "SET TimeZone = 'UTC'",
    """
    CREATE OR REPLACE TEMP MACRO map_of_lists(text) AS map(
      map_keys(text::JSON::MAP(VARCHAR, JSON)),
      list_transform(map_values(text::JSON::MAP(VARCHAR, JSON)), lambda value: CASE
        WHEN value IS NULL OR json_type(value) = 'NULL' THEN NULL
        WHEN json_type(value) = 'ARRAY' THEN value::VARCHAR[]
        ELSE [value->>'$'] END))
    """,
  ]

  private var attachment: String {
    "ATTACH \(Self.quote(store)) AS store (TYPE sqlite, READ_ONLY)"
  }

  private func copy(_ type: AssetType) -> String {
    let fields = type.fields.map { field in
      let name = AssetTable.quote(field.name)
      let value = Self.value(name, as: field.dataType)
      return value == name ? "  \(name)" : "  \(value) AS \(name)"
    }
    return """
      COPY (SELECT
      \((["  _id"] + fields + ["  _extra", "  _run"]).joined(separator: ",\n"))
      FROM store.\(AssetTable(type).name))
      TO \(Self.quote("\(folder)\(type.name).parquet")) (FORMAT parquet, COMPRESSION zstd)
      """
  }

  private static func value(_ column: String, as dataType: DataType) -> String {
    switch dataType {
    case .string, .json, .int64, .float64: column
    case .bool: "\(column)::BOOLEAN"
    case .timestamp: "\(column)::TIMESTAMPTZ"
    case .hstore, .hstoreCSV: "map_of_lists(\(column))"
    case .array(.string): "\(column)::JSON::VARCHAR[]"
    case .array(.int64): "\(column)::JSON::BIGINT[]"
    case .array(.float64): "\(column)::JSON::DOUBLE[]"
    case .array(.bool): "\(column)::JSON::BOOLEAN[]"
    }
  }

  private static func quote(_ text: String) -> String { "'\(text.doubling("'"))'" }
}
