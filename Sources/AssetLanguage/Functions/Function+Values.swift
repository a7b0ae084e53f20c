extension Function {
  static let times = """
    now|current_timestamp|localtimestamp() timestamp = now
    transaction_timestamp|statement_timestamp() timestamp = now
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
    overlaps(timestamp, timestamp, timestamp, timestamp) bool
    overlaps(timestamp, interval, timestamp, interval) bool = overlaps_lengths
    overlaps(timestamp, timestamp, timestamp, interval) bool = overlaps_last_length
    overlaps(timestamp, interval, timestamp, timestamp) bool = overlaps_first_length
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
    hstore(text[]) map = map_of_pairs
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
    array_replace(T[], T, T) T[]
    array_positions(T[], T) int[]
    string_to_array(text, text) text[]
    string_to_array(text, text, text) text[]
    """

  static let addresses = """
    host(inet) text = inet_host
    network(inet) cidr = inet_network
    netmask(inet) inet = inet_netmask
    hostmask(inet) inet = inet_hostmask
    masklen(inet) int = inet_masklen
    set_masklen(inet, int) inet = inet_set_masklen
    broadcast(inet) inet = inet_broadcast
    family(inet) int = inet_family
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
    "json": .json, "inet": .inet, "cidr": .cidr,
  ]
}
