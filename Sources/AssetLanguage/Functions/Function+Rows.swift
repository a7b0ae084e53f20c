// Functions of several rows, and those that have several rows.
extension Function {
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
    stddev|stddev_samp(bigint) numeric = stddev_numeric
    stddev|stddev_samp(numeric) numeric = stddev_numeric
    stddev|stddev_samp(float) float = stddev
    stddev_pop(bigint) numeric = stddev_pop_numeric
    stddev_pop(numeric) numeric = stddev_pop_numeric
    stddev_pop(float) float
    variance|var_samp(bigint) numeric = variance_numeric
    variance|var_samp(numeric) numeric = variance_numeric
    variance|var_samp(float) float = variance
    var_pop(bigint) numeric = var_pop_numeric
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
