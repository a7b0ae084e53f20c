internal import AssetSQLite

/// The functions that a query may call.
enum SQLFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try MapFunctions.define(on: connection)
    try ArrayFunctions.define(on: connection)
    try PercentileFunctions.define(on: connection)
    try JSONPathFunctions.define(on: connection)
    try LikeFunction.define(on: connection)
    try TextFunctions.define(on: connection)
    try PaddingFunctions.define(on: connection)
    try NumberFunctions.define(on: connection)
    try SearchFunctions.define(on: connection)
    try PatternFunctions.define(on: connection)
    try TimeFunctions.define(on: connection, now: Clock.now())
    try CastFunctions.define(on: connection)
  }

  /// By the names under which SQLite asks, A–Z as a–z.
  static let allowed: Set<String> = ofSQLite.union(ofStore)

  private static let ofSQLite: Set<String> = [
    // Values.
    "abs", "char", "coalesce", "format", "glob", "hex", "ifnull", "iif", "instr",
    "length", "likelihood", "likely", "lower", "ltrim", "max", "min", "nullif", "printf", "quote",
    "replace", "round", "rtrim", "sign", "sqlite_version", "substr", "substring", "trim", "typeof",
    "unicode", "unlikely", "upper",
    // Aggregates and windows.
    "avg", "count", "cume_dist", "dense_rank", "first_value", "group_concat", "lag", "last_value",
    "lead", "nth_value", "ntile", "percent_rank", "rank", "row_number", "sum", "total",
    // Numbers.
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "ceil", "ceiling", "cos", "cosh",
    "degrees", "exp", "floor", "ln", "log", "log10", "log2", "mod", "pi", "pow", "power",
    "radians", "sin", "sinh", "sqrt", "tan", "tanh", "trunc",
    // Time.
    "current_date", "current_time", "date", "datetime", "julianday", "strftime", "time",
    "unixepoch",
    // JSON.
    "json", "json_array", "json_array_length", "json_each", "json_extract", "json_group_array",
    "json_group_object", "json_object", "json_quote", "json_remove", "json_tree",
    "json_type", "json_valid",
  ]

  private static let ofStore: Set<String> = [
    "->", "->>", "akeys", "avals", "defined", "exist", "hstore_contains", "hstore_to_json", "slice",
    "json_extract_path", "json_extract_path_text", "json_typeof",
    "array_element", "array_length", "array_position", "array_to_string", "cardinality",
    "string_to_array",
    "concat", "concat_ws", "initcap", "lpad", "octet_length", "repeat", "rpad", "translate",
    "greatest", "least",
    "like", "match", "percentile_cont", "percentile_disc", "regexp", "regexpi", "regexp_like",
    "regexp_match",
    "regexp_replace", "reverse", "split_part", "starts_with",
    "strpos",
    "add_interval", "all_unequal", "any_equal", "current_timestamp", "date_bin", "date_part",
    "date_trunc", "instant", "now",
    "subtract_interval", "to_char", "to_timestamp",
    "cast_bigint", "cast_boolean", "cast_date", "cast_decimal", "cast_hstore", "cast_json",
    "cast_number",
    "cast_timestamp", "cast_varchar",
  ]
}
