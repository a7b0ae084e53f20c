internal import AssetLanguage
internal import Assets

extension SQLiteTarget {
  mutating func convert(_ inner: Typed, to kind: Kind) throws -> String {
    convert(try value(inner), from: inner.kind, to: kind)
  }

  private func convert(_ sql: String, from: Kind, to kind: Kind) -> String {
    switch (from, kind) {
    case (_, .text): return text(sql, of: from)
    case (.text, _), (.unknown, _), (.any, _): return read(sql, as: kind)
    case (.int, .bigint): return sql
    case (.bigint, .int): return "whole32(\(sql))"
    case (_, .numeric) where from.isNumber: return "numeric(\(sql))"
    case (.int, .float), (.bigint, .float): return "CAST(\(sql) AS REAL)"
    case (.numeric, .float): return "numeric_real(\(sql))"
    case (.numeric, .bigint): return "numeric_integer(\(sql))"
    case (.numeric, .int): return "whole32(numeric_integer(\(sql)))"
    case (.float, .bigint): return "float_integer(\(sql))"
    case (.float, .int): return "whole32(float_integer(\(sql)))"
    case (.int, .bool): return "(\(sql) <> 0)"
    case (.timestamp, .date): return "substr(\(sql), 1, 10)"
    case (.date, .timestamp): return "(\(sql) || 'T00:00:00')"
    case (.map, .json): return "hstore_to_json(\(sql))"
    case (.array(let one), .array(let other)):
      return "array_convert(\(sql), '\(one.typeName)', '\(other.typeName)')"
    default: return sql
    }
  }

  /// As PostgreSQL writes it.
  func text(_ sql: String, of kind: Kind) -> String {
    switch kind {
    case .int, .bigint: "CAST(\(sql) AS TEXT)"
    case .numeric: "numeric_text(\(sql))"
    case .float: "float_text(\(sql))"
    case .bool: "CASE \(sql) WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
    case .timestamp: "(\(sql) || 'Z')"
    case .map: "hstore_text(\(sql))"
    case .array: "array_text(\(sql))"
    case .any: "CAST(\(sql) AS TEXT)"
    default: sql
    }
  }

  /// A text as a value of a kind; an error where it is none.
  private func read(_ sql: String, as kind: Kind) -> String {
    switch kind {
    case .int: "whole32(cast_bigint(\(sql)))"
    case .bigint: "cast_bigint(\(sql))"
    case .numeric: "numeric(\(sql))"
    case .float: "cast_float(\(sql))"
    case .bool: "cast_boolean(\(sql))"
    case .timestamp: "instant(\(sql))"
    case .date: "cast_date(\(sql))"
    case .interval: "cast_interval(\(sql))"
    case .json: "cast_json(\(sql))"
    case .map(let isSet): isSet ? "cast_hstore_csv(\(sql))" : "cast_hstore(\(sql))"
    case .array(let element): "array_read(\(sql), '\(element.typeName)')"
    default: sql
    }
  }

  /// As a member of an array of JSON.
  mutating func json(_ value: Typed) throws -> String {
    json(try self.value(value), of: value.kind)
  }

  func json(_ sql: String, of kind: Kind) -> String {
    switch kind {
    case .numeric: "json(numeric_text(\(sql)))"
    case .float: "json(float_text(\(sql)))"
    case .bool: "json(CASE \(sql) WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)"
    case .timestamp: "(\(sql) || 'Z')"
    case .json, .map, .array: "json(\(sql))"
    default: sql
    }
  }

  /// A member of an array, taken out of it.
  func member(_ sql: String, of kind: Kind) -> String {
    switch kind {
    case .numeric: "numeric(\(sql))"
    case .timestamp: "instant(\(sql))"
    case .float: "CAST(\(sql) AS REAL)"
    default: sql
    }
  }
}
