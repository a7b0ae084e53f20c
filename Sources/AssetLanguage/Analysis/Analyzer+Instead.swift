// What to write in place of what PostgreSQL has and a store hasn't.
extension Analyzer {
  /// By the name of a function.
  static let insteadOfFunctions: [String: String] = [
    "random": "a query gives the same whenever it runs", "format": "put texts together with ||",
    "row_to_json": "write json_build_object('name', x, …)",
    "current_setting":
      "a store has no settings and no time frame: write the time, in UTC, or a parameter as :from",
    "inet": "write x::INET", "clock_timestamp": "write now()",
    "make_interval": "write INTERVAL '10 days', or x * INTERVAL '1 day'",
    "make_time": "write to_char(x, 'HH24:MI:SS') for the time of a day",
    "bit_length": "write 8 * octet_length(x)",
    "jsonb_set": "write json_build_object('name', x, …)",
    "jsonb_path_query": "write config->'name', or json_array_elements(config) in FROM",
    "gen_random_uuid": "a query gives the same whenever it runs", "sha256": "there is md5(x)",
    "array_ndims": "arrays have one dimension here", "array_dims": "write array_length(x, 1)",
    "width_bucket": "write floor((x - low) / width) + 1",
    "to_number": "convert it: replace(x, ',', '')::NUMERIC",
    "cbrt": "write x ^ (1.0 / 3)",
    "isnull": "write x IS NULL", "nvl": "write coalesce(x, y)", "len": "write length(x)",
    "isfinite": "all timestamps are finite here", "pg_typeof": "write typeof(x)",
    "datediff": "write EXTRACT(epoch FROM a - b) / 86400, or a::DATE - b::DATE",
    "dateadd": "write x + INTERVAL '1 day'", "getdate": "write now()",
    "date_format": "write to_char(x, 'YYYY-MM-DD')", "json_value": "write x->>'name'",
    "listagg": "write string_agg(x, ',' ORDER BY x)", "array_contains": "write 'x' = ANY (array)",
    "contains": "write x LIKE '%…%', or array @> ARRAY['x']",
    "jsonb_pretty": "show it with -o json",
    "hstore_to_array": "write akeys(tags) and avals(tags)",
    "similarity": "write x LIKE '%…%', or a regular expression with ~",
    "array_fill": "write the members: ARRAY[0, 0]",
    "trim_array": "write a slice: a[1:array_length(a, 1) - 1]",
    "justify_days": "a day stays a day: write EXTRACT(epoch FROM x) / 86400",
    "justify_hours": "an hour stays an hour: write EXTRACT(epoch FROM x) / 3600",
    "justify_interval": "a day stays a day: write EXTRACT(epoch FROM x) / 86400",
    "corr": "write (avg(x * y) - avg(x) * avg(y)) / (stddev_pop(x) * stddev_pop(y))",
    "covar_pop": "write avg(x * y) - avg(x) * avg(y)",
    "regr_slope": "write (avg(x * y) - avg(x) * avg(y)) / var_pop(x)",
    "encode": "there are no bytes here, only texts",
    "decode": "there are no bytes here, only texts",
    "unistr": "write the characters, or chr(65)",
    "setseed": "a query gives the same whenever it runs",
    "crosstab": "write a column for each value: count(*) FILTER (WHERE x = 'a')",
    "xmlagg": "write json_agg(x)", "version": "see: assetstore --version",
    "pg_sleep": "a query reads the store, and does nothing else",
    "load_extension": "a query reads the store, and does nothing else",
  ]

  /// By the name of a data type.
  static let insteadOfTypes: [String: String] = [
    "uuid": "write VARCHAR: it is a text here", "bytea": "there are no bytes here, only texts",
    "time": "write to_char(x, 'HH24:MI:SS') for the time of a day",
    "timetz": "write to_char(x, 'HH24:MI:SS') for the time of a day", "money": "write NUMERIC",
    "oid": "write BIGINT",
  ]

  /// By a word that is a value in PostgreSQL, and never a column's name without quotes.
  static let insteadOfWords: [String: String] = [
    "localtime": "write to_char(now(), 'HH24:MI:SS')",
    "current_time": "write to_char(now(), 'HH24:MI:SS')", "current_user": "a store has no users",
    "session_user": "a store has no users", "current_role": "a store has no users",
    "current_catalog": "a store is one file, and has no other names",
  ]
}
