extension Function {
  static let times = """
    now|current_timestamp|localtimestamp() timestamp = now
    current_date() date = today
    date_trunc(text, timestamp) timestamp
    date_part(text, timestamp) float
    date_part(text, interval) float = interval_part
    extract(text, timestamp) numeric
    extract(text, interval) numeric = interval_extract
    date_bin(interval, timestamp, timestamp) timestamp
    to_timestamp(float) timestamp = to_timestamp
    to_timestamp(text, text) timestamp = read_timestamp
    to_date(text, text) date = read_date
    to_char(timestamp, text) text
    make_date(int, int, int) date
    make_timestamp(int, int, int, int, int, float) timestamp
    age(timestamp, timestamp) interval
    age(timestamp) interval = age_today
    date(timestamp) date = timestamp_date
    strftime(text, timestamp) text
    datetime(timestamp) text
    julianday(timestamp) float
    unixepoch(timestamp) bigint
    """

  static let maps = """
    exist(map, text) bool
    defined(map, text) bool
    akeys(map) text[]
    avals(map) text[]
    slice(map, text[]) map
    delete(map, text) map = map_delete
    delete(map, text[]) map = map_delete_all
    delete(map, map) map = map_delete_pairs
    hstore(text, text) map = map_of
    hstore(text[], text[]) map = map_of_arrays
    hstore_contains(map, map) bool
    hstore_to_json|hstore_to_jsonb(map) json = hstore_to_json
    """

  static let json = """
    json_extract_path|jsonb_extract_path(json, text...) json = json_extract_path
    json_extract_path_text|jsonb_extract_path_text(json, text...) text = json_extract_path_text
    json_typeof|jsonb_typeof(json) text = json_typeof
    json_array_length|jsonb_array_length(json) int = json_length
    json_build_object|jsonb_build_object(any...) json = json_build_object
    json_build_array|jsonb_build_array(any...) json = json_build_array
    to_json|to_jsonb(any) json = to_json
    """

  static let arrays = """
    cardinality(T[]) int
    array_length(T[], int) int
    array_upper(T[], int) int = array_length
    array_lower(T[], int) int
    array_position(T[], T) int
    array_element(T[], int) T
    array_to_string(T[], text) text
    array_to_string(T[], text, text) text
    array_append(T[], T) T[]
    array_prepend(T, T[]) T[]
    array_cat(T[], T[]) T[]
    array_remove(T[], T) T[]
    string_to_array(text, text) text[]
    string_to_array(text, text, text) text[]
    """

  static let patterns = """
    regexp_like(text, text) bool
    regexp_like(text, text, text) bool
    regexp_match(text, text) text[]
    regexp_match(text, text, text) text[]
    regexp_replace(text, text, text) text
    regexp_replace(text, text, text, text) text
    regexp_replace(text, text, text, int) text
    regexp_replace(text, text, text, int, int) text
    regexp_replace(text, text, text, int, int, text) text
    regexp_substr(text, text) text
    regexp_count(text, text) int
    regexp_split_to_array(text, text) text[]
    """

  /// SQLite's, for who writes its SQL.
  static let sqlite = """
    printf(text, any...) text
    typeof(any) text
    quote(any) text
    hex(any) text
    unicode(text) int
    char(int...) text
    json_valid(text) bool
    json_extract(any, text) any
    json_type(any) text
    sqlite_version() text
    """

  static let aggregates = """
    count(any) bigint
    sum(int) bigint
    sum(bigint) numeric = sum_bigint
    sum(numeric) numeric = sum_numeric
    sum(float) float
    sum(interval) interval = sum_interval
    avg(int) numeric = avg_whole
    avg(bigint) numeric = avg_whole
    avg(numeric) numeric = avg_numeric
    avg(float) float
    avg(interval) interval = avg_interval
    total(float) float
    min(T) T
    max(T) T
    bool_and|every(bool) bool = min
    bool_or(bool) bool = max
    string_agg|group_concat(text, text) text = string_agg
    group_concat(text) text = string_agg
    array_agg(T) T[]
    json_agg|jsonb_agg(any) json = json_agg
    json_object_agg|jsonb_object_agg(text, any) json = json_object_agg
    json_group_array(any) json
    json_group_object(text, any) json = json_object_agg
    stddev|stddev_samp(numeric) numeric = stddev_numeric
    stddev|stddev_samp(float) float = stddev
    stddev_pop(numeric) numeric = stddev_pop_numeric
    stddev_pop(float) float
    variance|var_samp(numeric) numeric = variance_numeric
    variance|var_samp(float) float = variance
    var_pop(numeric) numeric = var_pop_numeric
    var_pop(float) float
    percentile_disc|approx_percentile(float, T) T = percentile_disc
    percentile_cont(float, float) float
    mode(T) T
    """

  static let windows = """
    row_number() bigint
    rank() bigint
    dense_rank() bigint
    percent_rank() float
    cume_dist() float
    ntile(int) int
    lag(T) T
    lag(T, int) T
    lag(T, int, T) T
    lead(T) T
    lead(T, int) T
    lead(T, int, T) T
    first_value(T) T
    last_value(T) T
    nth_value(T, int) T
    """

  static let tables = """
    unnest(T[]) T
    json_array_elements|jsonb_array_elements(json) json = json_array_elements
    json_array_elements_text|jsonb_array_elements_text(json) text = json_array_elements_text
    json_each_text|jsonb_each_text(json) text = json_pairs_text
    jsonb_each(json) json = json_pairs
    json_object_keys|jsonb_object_keys(json) text = json_object_keys
    skeys(map) text
    svals(map) text
    each(map) text
    string_to_table(text, text) text
    regexp_split_to_table(text, text) text
    regexp_matches(text, text) text[]
    regexp_matches(text, text, text) text[]
    generate_series(int, int) int
    generate_series(int, int, int) int = generate_series
    generate_series(bigint, bigint) bigint
    generate_series(bigint, bigint, bigint) bigint
    generate_series(timestamp, timestamp, interval) timestamp = generate_times
    json_each|json_tree(any) any
    """
}

extension Function.Parameter {
  init(spelling: some StringProtocol) {
    if spelling.hasSuffix("[]") {
      self = .array(Function.Parameter(spelling: spelling.dropLast(2)))
    } else if spelling == "T" {
      self = .same
    } else {
      self = .of(Self.kinds[String(spelling)] ?? .any)
    }
  }

  private static let kinds: [String: Kind] = [
    "text": .text, "int": .int, "bigint": .bigint, "numeric": .numeric, "float": .float,
    "bool": .bool, "timestamp": .timestamp, "date": .date, "interval": .interval, "map": .map,
    "json": .json,
  ]
}
