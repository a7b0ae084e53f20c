/// All functions of the language: what may be called, help, documentation and "did you mean" read this and nothing else.
extension Function {
  /// By name, each with all ways to call it.
  package static let byName = Dictionary(grouping: all, by: \.name)

  package static let all: [Function] =
    ofText + ofPatterns + ofNumbers + ofTimes + ofMaps + ofJSON + ofArrays + ofAddresses
    + ofAggregates + ofWindows + ofTables + ofSQLite

  static let ofText = read(text, as: .scalar)
  static let ofPatterns = read(patterns, as: .scalar)
  static let ofNumbers = read(numbers, as: .scalar)
  static let ofTimes = read(times, as: .scalar)
  static let ofMaps = read(maps, as: .scalar)
  static let ofJSON = read(json, as: .scalar)
  static let ofArrays = read(arrays, as: .scalar)
  static let ofAddresses = read(addresses, as: .scalar)
  static let ofAggregates = read(aggregates, as: .aggregate)
  static let ofWindows = read(windows, as: .window)
  static let ofTables = read(tables, as: .table)
  static let ofSQLite = read(sqlite, as: .scalar)

  /// Lines such as `lpad(text, int, text) text`, with the operation behind `=` where it is not the name.
  private static func read(_ lines: String, as role: Role) -> [Function] {
    lines.split(separator: "\n").flatMap { line -> [Function] in
      guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")") else {
        return []
      }
      let parameters = line[line.index(after: open)..<close].split(separator: ",")
        .map { $0.filter { $0 != " " } }
      let rest = line[line.index(after: close)...].split(separator: "=")
        .map { $0.filter { $0 != " " } }
      let isVariadic = parameters.last?.hasSuffix("...") ?? false
      return line[..<open].split(separator: "|").map { name in
        Function(
          name: String(name), role: role,
          parameters: parameters.map { Parameter(spelling: $0.filter { $0 != "." }) },
          isVariadic: isVariadic, result: Parameter(spelling: rest[0]),
          operation: rest.count > 1 ? rest[1] : String(name))
      }
    }
  }

  static let text = """
    lower(text) text = text_lower
    upper(text) text = text_upper
    initcap(text) text
    reverse(text) text
    length|char_length|character_length(text) int = length
    octet_length(text) int
    trim|btrim(text) text = trim
    trim|btrim(text, text) text = trim
    ltrim(text) text
    ltrim(text, text) text
    rtrim(text) text
    rtrim(text, text) text
    lpad(text, int) text
    lpad(text, int, text) text
    rpad(text, int) text
    rpad(text, int, text) text
    left(text, int) text = text_left
    right(text, int) text = text_right
    repeat(text, int) text
    replace(text, text, text) text
    overlay(text, text, int) text = text_overlay
    overlay(text, text, int, int) text = text_overlay
    translate(text, text, text) text
    split_part(text, text, int) text
    strpos|instr(text, text) int = strpos
    position(text, text) int = text_position
    starts_with(text, text) bool
    substr|substring(text, int) text = text_slice
    substr|substring(text, int, int) text = text_slice
    substring(text, text) text = regexp_substr
    concat(any...) text
    concat_ws(text, any...) text
    ascii(text) int = text_ascii
    chr(int) text = text_chr
    md5(text) text = text_md5
    to_hex(bigint) text = text_hex
    """

  static let numbers = """
    abs(int) int
    abs(bigint) bigint
    abs(float) float
    abs(numeric) numeric = numeric_abs
    ceil|ceiling(float) float = ceil
    ceil|ceiling(numeric) numeric = numeric_ceil
    floor(float) float
    floor(numeric) numeric = numeric_floor
    round(float) float = round_even
    round(numeric) numeric = numeric_round
    round(numeric, int) numeric = numeric_round
    trunc(float) float
    trunc(numeric) numeric = numeric_trunc
    trunc(numeric, int) numeric = numeric_trunc
    mod(int, int) int = whole_modulo
    mod(bigint, bigint) bigint = whole_modulo
    mod(numeric, numeric) numeric = numeric_modulo
    div(numeric, numeric) numeric = numeric_quotient
    power|pow(float, float) float = float_power
    sqrt(float) float = float_sqrt
    exp(float) float = float_exp
    ln(float) float = float_ln
    log|log10(float) float = float_log
    sign(float) float = float_sign
    sign(numeric) numeric = numeric_sign
    pi() float
    degrees(float) float
    radians(float) float
    sin(float) float
    cos(float) float
    tan(float) float
    asin(float) float
    acos(float) float
    atan(float) float
    atan2(float, float) float
    """
}
