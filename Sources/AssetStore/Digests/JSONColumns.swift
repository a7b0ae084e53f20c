internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// The columns of a type's table that hold JSON. SQLite's integrity check runs the checks of a table only where it may
/// write to the file.
struct JSONColumns {
  private let inspector = JSONInspector()
  /// By column: the kinds that its values may be of, as `json_type` calls them; none for any.
  private let kinds: [(column: Int, name: String, kind: String?)]
  private let maps: Set<Int>

  init(_ type: AssetType) {
    let fields = type.fields.enumerated().compactMap { column, field in
      switch field.dataType {
      case .hstore, .hstoreCSV: (column, field.name, "object" as String?)
      case .array: (column, field.name, "array")
      case .json: (column, field.name, nil)
      case .string, .timestamp, .int64, .float64, .bool: nil
      }
    }
    maps = Set(type.fields.indices.filter { type.fields[$0].dataType.isMap })
    kinds = fields + [(type.fields.count, "_extra", "object")]
  }

  /// What is wrong with a row whose columns are the type's fields and the extra fields; nil if nothing is.
  func flaw(_ row: borrowing Statement) -> String? {
    for (column, name, kind) in kinds where !row.isNull(at: column) {
      let found = row.withBytes(at: column) { inspector.kind(of: $0) }
      if found == nil || kind != nil && found != kind { return "no \(kind ?? "JSON") in \(name)" }
      if maps.contains(column), !row.withBytes(at: column, body: CanonicalMapScanner.isCanonical) {
        return "a map that is not in canonical form in \(name)"
      }
    }
    return nil
  }
}
