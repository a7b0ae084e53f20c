package import Assets

/// What a value is, as PostgreSQL tells values apart.
package indirect enum Kind: Hashable, Sendable {
  /// A text in quotes, a parameter or NULL: it becomes what stands beside it.
  case unknown
  /// What SQLite's own tables hold, which may be anything.
  case any
  case text
  /// A whole number of 32 bits, as literals and lengths are.
  case int
  /// A whole number of 64 bits, as fields and counts are.
  case bigint
  /// A decimal number of any length.
  case numeric
  /// A double.
  case float
  case bool, timestamp, date, interval, json
  /// - Parameter isSet: whether its values are comma-joined sets (`hstore_csv`).
  case map(isSet: Bool)
  case array(Kind)
  /// An address of the internet.
  case inet
  /// A network of addresses, whose text always has its length.
  case cidr
  case blob

  package init(_ type: DataType) {
    self =
      switch type {
      case .string: .text
      case .hstore: .map(isSet: false)
      case .hstoreCSV: .map(isSet: true)
      case .json: .json
      case .timestamp: .timestamp
      case .int64: .bigint
      case .float64: .float
      case .bool: .bool
      case .array(.string): .array(.text)
      case .array(.int64): .array(.bigint)
      case .array(.float64): .array(.float)
      case .array(.bool): .array(.bool)
      }
  }

  package static let map = Kind.map(isSet: false)

  package var isMap: Bool { if case .map = self { true } else { false } }

  package var isWhole: Bool { self == .int || self == .bigint }

  package var isNumber: Bool { isWhole || self == .numeric || self == .float }

  /// What its members are; nil for what is no array.
  package var element: Kind? { if case .array(let element) = self { element } else { nil } }

  /// What the members of its members are, down to what is no array.
  package var innermost: Kind { element?.innermost ?? self }

  package var isAddress: Bool { self == .inet || self == .cidr }

  /// Whether PostgreSQL knows when two of it are the same.
  package var isComparable: Bool { self != .json }

  /// Whether one of it can come before another.
  package var isOrdered: Bool { isComparable && !isMap && (element?.isOrdered ?? true) }
}

extension Kind: CustomStringConvertible {
  /// As a message has it, with its article.
  package var description: String {
    switch self {
    case .unknown: "a text in quotes"
    case .any: "a value of any kind"
    case .text: "a text"
    case .int, .bigint, .numeric, .float: "a number"
    case .bool: "a truth value"
    case .timestamp: "a timestamp"
    case .date: "a date"
    case .interval: "an interval"
    case .json: "JSON"
    case .map: "a map"
    case .array: "an array"
    case .inet: "an address"
    case .cidr: "a network"
    case .blob: "bytes"
    }
  }

  /// PostgreSQL's name of it.
  package var typeName: String {
    switch self {
    case .unknown, .text: "text"
    case .any: "\"any\""
    case .int: "integer"
    case .bigint: "bigint"
    case .numeric: "numeric"
    case .float: "double precision"
    case .bool: "boolean"
    case .timestamp: "timestamp"
    case .date: "date"
    case .interval: "interval"
    case .json: "json"
    case .map: "hstore"
    case .array(let element): element.typeName + "[]"
    case .inet: "inet"
    case .cidr: "cidr"
    case .blob: "bytea"
    }
  }
}
