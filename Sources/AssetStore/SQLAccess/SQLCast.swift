/// The names of types that DDSQL and PostgreSQL know, and the functions that convert to them.
enum SQLCast {
  private static let functions: [String: String] = [
    "varchar": "cast_varchar", "text": "cast_varchar", "string": "cast_varchar",
    "character varying": "cast_varchar", "bigint": "cast_bigint", "int": "cast_bigint",
    "integer": "cast_bigint", "smallint": "cast_bigint", "int8": "cast_bigint",
    "int4": "cast_bigint", "decimal": "cast_decimal", "numeric": "cast_decimal",
    "double": "cast_decimal", "double precision": "cast_decimal", "real": "cast_decimal",
    "float": "cast_decimal", "float8": "cast_decimal", "timestamp": "cast_timestamp",
    "timestamptz": "cast_timestamp", "timestamp with time zone": "cast_timestamp",
    "timestamp without time zone": "cast_timestamp", "date": "cast_date",
    "boolean": "cast_boolean", "bool": "cast_boolean", "json": "cast_json", "jsonb": "cast_json",
    "hstore": "cast_hstore",
  ]

  /// What `CAST` means in SQLite.
  static let affinities: Set<String> = ["text", "integer", "real", "numeric", "blob"]

  /// The words that make a literal of the text behind them.
  static let typeWords: Set<String> = [
    "varchar", "bigint", "decimal", "timestamp", "timestamptz", "date", "boolean", "json",
    "hstore", "interval",
  ]

  /// How many words the name of a type has at most.
  static let longestName = 4

  /// The function that converts to a type; nil if there is no such type.
  static func function(of type: String) -> String? { functions[type] }

  static var names: [String] { functions.keys.sorted() }
}

extension SQLTokens {
  /// The name of a type that begins at an index, and the index behind it.
  func typeName(at index: Int) -> (name: String, end: Int) {
    var name = self[index].folded
    var end = index + 1
    let continuations = [
      ["precision"], ["varying"], ["with", "time", "zone"], ["without", "time", "zone"],
    ]
    for words in continuations
    where words.enumerated().allSatisfy({ self[end + $0].isWord($1) }) {
      name += " " + words.joined(separator: " ")
      end += words.count
      break
    }
    return (name, end)
  }
}
