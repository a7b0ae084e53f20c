/// What a field holds. The raw spellings are those of DDSQL's data directory.
package enum DataType: Hashable, Sendable {
  case string
  /// A map from text to text, each value possibly null.
  case hstore
  /// A map whose values may be several, comma-joined in exports.
  case hstoreCSV
  case json
  case timestamp
  case int64
  case float64
  case bool
  case array(Element)

  /// What an array may hold.
  package enum Element: String, Hashable, Sendable, CaseIterable {
    case string, int64, float64, bool
  }

  /// All there are.
  package static let allCases: [DataType] =
    [.string, .hstore, .hstoreCSV, .json, .timestamp, .int64, .float64, .bool]
    + Element.allCases.map(DataType.array)

  package var isMap: Bool { self == .hstore || self == .hstoreCSV }

  /// Whether the store keeps it as JSON text.
  package var isJSONText: Bool {
    switch self {
    case .hstore, .hstoreCSV, .json, .array: true
    case .string, .timestamp, .int64, .float64, .bool: false
    }
  }
}

extension DataType: RawRepresentable {
  /// By its name in definitions, such as `array<string>`.
  package init?(rawValue: String) {
    guard let match = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = match
  }

  /// Its name in definitions.
  package var rawValue: String {
    switch self {
    case .string: "string"
    case .hstore: "hstore"
    case .hstoreCSV: "hstore_csv"
    case .json: "json"
    case .timestamp: "timestamp"
    case .int64: "int64"
    case .float64: "float64"
    case .bool: "bool"
    case .array(let element): "array<\(element.rawValue)>"
    }
  }
}
