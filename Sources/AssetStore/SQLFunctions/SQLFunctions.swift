internal import AssetFiles
internal import AssetLanguage
internal import AssetSQLite

/// The functions that a query may call.
enum SQLFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try MapFunctions.define(on: connection)
    try MapBuildingFunctions.define(on: connection)
    try ArrayFunctions.define(on: connection)
    try ArrayBuildingFunctions.define(on: connection)
    try ArrayConversions.define(on: connection)
    try QuantifierFunctions.define(on: connection)
    try SeriesFunctions.define(on: connection)
    try PercentileFunctions.define(on: connection)
    try JSONPathFunctions.define(on: connection)
    try JSONMemberFunctions.define(on: connection)
    try GlobFunction.define(on: connection)
    try FormatFunction.define(on: connection)
    try LikeFunction.define(on: connection)
    try TextFunctions.define(on: connection)
    try SliceFunctions.define(on: connection)
    try PaddingFunctions.define(on: connection)
    try NumberFunctions.define(on: connection)
    try NumericFunctions.define(on: connection)
    try ArithmeticFunctions.define(on: connection)
    try SearchFunctions.define(on: connection)
    try PatternFunctions.define(on: connection)
    try PatternSplitting.define(on: connection)
    try TimeFunctions.define(on: connection, now: Clock.now())
    try IntervalFunctions.define(on: connection)
    try DateFunctions.define(on: connection)
    try CastFunctions.define(on: connection)
    try AddressFunctions.define(on: connection)
    try OverlapFunction.define(on: connection)
    try ShownMembers.define(on: connection)
    try SimilarPattern.define(on: connection)
  }

  /// By the names under which SQLite asks, A–Z as a–z: what the language has, and what it is written with.
  static let allowed: Set<String> = Set(Function.all.map(\.operation)).union(ofTarget)

  private static let ofTarget: Set<String> = [
    // Of SQLite.
    "->", "coalesce", "exp", "glob", "group_concat", "ifnull", "json", "json_array", "json_each",
    "json_group_array", "json_group_object", "json_object", "json_quote", "json_tree", "ln",
    "log10", "max", "min", "nullif", "power", "sqrt", "substr", "sum",
    "text_like",
    // Conversions.
    "array_convert", "array_read", "array_shown", "array_text", "cast_bigint", "cast_boolean",
    "cast_date",
    "cast_cidr", "cast_float", "cast_hstore", "cast_hstore_csv", "cast_inet", "cast_interval",
    "cast_json", "cidr_text", "float_integer",
    "float_text", "hstore_text", "instant", "numeric", "numeric_fit", "numeric_integer",
    "numeric_real", "numeric_text",
    // Operators.
    "add_interval", "array_cat", "array_contains", "array_overlaps", "array_slice", "date_add",
    "date_difference", "date_subtract", "exist", "finite", "float_divide", "float_domain",
    "greatest",
    "ilike", "inet_network", "inet_overlaps", "inet_text", "inet_within", "inet_within_or_equal",
    "interval_add", "interval_divide", "interval_multiply", "interval_negate",
    "interval_subtract", "is_all", "is_any", "json_member", "json_member_text", "json_path",
    "json_path_text", "least", "map_concat", "map_has_all", "map_has_any", "map_values",
    "numeric_add", "numeric_divide", "numeric_multiply", "numeric_negate", "numeric_subtract",
    "only", "overlaps", "regexp", "regexpi", "similar_pattern", "subtract_interval",
    "timestamp_age", "timestamp_difference",
    "whole32", "whole64", "whole_divide", "whole_modulo",
    // Orders, aggregates and rows.
    "array_key", "array_max", "array_min", "array_zip", "as_array", "as_object", "extract_part",
    "interval_key", "interval_max", "interval_min", "interval_sum", "joined_members",
    "json_array_first", "json_name", "json_text", "json_value", "map_text", "mode_of",
    "numeric_sum",
    "sorted_members", "sorted_rows", "stddev_of", "stddev_pop_of", "var_pop_of", "variance_of",
    "float_stddev_of", "float_stddev_pop_of", "float_var_pop_of", "float_variance_of",
  ]
}
