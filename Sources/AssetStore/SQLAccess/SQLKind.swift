internal import Assets

/// What an operand of a statement holds, as far as its tokens tell. SQLite takes all of these for texts and numbers, and
/// compares one with another without a word.
enum SQLKind: Hashable {
  case text, number, bool, moment, map, json
  case array(Element)
  case unknown

  enum Element: Hashable { case text, number, bool, unknown }

  init(_ type: DataType) {
    self =
      switch type {
      case .string: .text
      case .hstore, .hstoreCSV: .map
      case .json: .json
      case .timestamp: .moment
      case .int64, .float64: .number
      case .bool: .bool
      case .array(.string): .array(.text)
      case .array(.int64), .array(.float64): .array(.number)
      case .array(.bool): .array(.bool)
      }
  }

  init(_ element: Element) {
    self =
      switch element {
      case .text: .text
      case .number: .number
      case .bool: .bool
      case .unknown: .unknown
      }
  }
}

extension SQLKind {
  /// What a conversion to a type gives.
  init(ofCastTo type: String) {
    self =
      switch SQLCast.function(of: type) {
      case "cast_varchar": .text
      case "cast_bigint", "cast_decimal": .number
      case "cast_timestamp", "cast_date": .moment
      case "cast_boolean": .bool
      case "cast_json": .json
      case "cast_hstore": .map
      default: .unknown
      }
  }

  /// An array of such values.
  var ofArray: SQLKind {
    switch self {
    case .text: .array(.text)
    case .number: .array(.number)
    case .bool: .array(.bool)
    default: .array(.unknown)
    }
  }

  /// Functions that give what their first argument is.
  static let functionsOfArgument: Set<String> = [
    "min", "max", "coalesce", "ifnull", "nullif", "first_value", "last_value", "nth_value", "lag",
    "lead",
  ]

  /// What functions give, by their names.
  static let ofFunctions: [String: SQLKind] = {
    let names: [(SQLKind, [String])] = [
      (
        .number,
        [
          "abs", "array_length", "array_position", "avg", "cardinality", "ceil", "ceiling",
          "char_length", "count",
          "date_part", "dense_rank", "extract", "floor", "instr", "json_array_length", "length",
          "mod", "ntile", "octet_length",
          "percentile_cont", "power", "rank", "round", "row_number", "strpos", "sum", "total",
        ]
      ),
      (
        .text,
        [
          "array_to_string", "btrim", "concat", "concat_ws", "group_concat", "initcap",
          "json_extract_path_text", "json_typeof", "lower", "lpad", "ltrim",
          "regexp_replace", "repeat", "replace", "reverse", "rpad", "rtrim", "split_part",
          "string_agg", "substr",
          "substring", "to_char", "translate", "trim", "upper",
        ]
      ),
      (.moment, ["date_bin", "date_trunc", "now", "to_timestamp"]),
      (.bool, ["defined", "exist", "hstore_contains", "regexp_like", "starts_with"]),
      (.map, ["slice"]), (.json, ["json_extract_path", "hstore_to_json"]),
      (.array(.text), ["akeys", "avals", "regexp_match", "string_to_array"]),
    ]
    return names.reduce(into: [:]) { kinds, entry in
      for name in entry.1 { kinds[name] = entry.0 }
    }
  }()
}
