internal import Assets

extension DataType {
  /// The data type for one of the resource catalogue: `UNORDERED_LIST_STRING`. Nil if it has none of that name.
  package init?(catalogued name: String, asField field: String) {
    if name == "MAP_STRING_STRING" {
      self = .hstore
    } else if name.hasPrefix("MAP_") || name.hasSuffix("STRUCT") {
      self = .json
    } else if field == "tags", name == "UNORDERED_LIST_STRING" {
      // The catalogue spells tags key:value.
      self = .hstoreCSV
    } else if let list = ["UNORDERED_LIST_", "ORDERED_LIST_", "LIST_"].first(where: name.hasPrefix)
    {
      guard let element = Self.catalogued(String(name.dropFirst(list.utf8.count))) else {
        return nil
      }
      self = Element(rawValue: element.rawValue).map(DataType.array) ?? .array(.string)
    } else if let scalar = Self.catalogued(name) {
      self = scalar
    } else {
      return nil
    }
  }

  private static func catalogued(_ name: String) -> DataType? {
    switch name {
    case "STRING": .string
    case "BOOLEAN", "BOOL": .bool
    case "INT", "INT32", "INT64", "LONG", "INTEGER": .int64
    case "DOUBLE", "FLOAT", "FLOAT32", "FLOAT64": .float64
    case "TIMESTAMP": .timestamp
    default: nil
    }
  }
}
