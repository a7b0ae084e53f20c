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
    case (.cidr, .inet): return sql
    case (.inet, .cidr): return "inet_network(\(sql))"
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
    case .array: "array_text(\(shown(sql, of: kind)))"
    case .inet, .cidr: "cidr_text(\(sql))"
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
    case .inet: "cast_inet(\(sql))"
    case .cidr: "cast_cidr(\(sql))"
    case .json: "cast_json(\(sql))"
    case .map(let isSet): isSet ? "cast_hstore_csv(\(sql))" : "cast_hstore(\(sql))"
    case .array(let element): "array_read(\(sql), '\(element.typeName)')"
    default: sql
    }
  }

  /// As a member of JSON.
  mutating func json(_ value: Typed) throws -> String {
    let sql = try self.value(value)
    return switch value.kind {
    case .timestamp: "(\(sql) || 'Z')"
    case .inet: "inet_text(\(sql))"
    case .cidr: "cidr_text(\(sql))"
    default: cell(shown(sql, of: value.kind), of: value.kind)
    }
  }

  /// As a member of an array, which keeps what sorts as it does.
  mutating func cell(_ value: Typed) throws -> String {
    cell(try self.value(value), of: value.kind)
  }

  func cell(_ sql: String, of kind: Kind) -> String {
    switch kind {
    case .numeric: "json(numeric_text(\(sql)))"
    case .float: "json(float_text(\(sql)))"
    case .bool: "json(CASE \(sql) WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)"
    case .json, .map, .array: "json(\(sql))"
    default: sql
    }
  }

  /// What a result shows.
  mutating func shown(_ value: Typed) throws -> String {
    let sql = try self.value(value)
    return switch value.kind {
    case .numeric: "numeric_text(\(sql))"
    case .timestamp: "(\(sql) || 'Z')"
    case .inet: "inet_text(\(sql))"
    case .cidr: "cidr_text(\(sql))"
    default: shown(sql, of: value.kind)
    }
  }

  /// An array whose members are as they are shown.
  func shown(_ sql: String, of kind: Kind) -> String {
    guard kind.element != nil, kind.innermost.isSpelled else { return sql }
    return "array_shown(\(sql), '\(kind.innermost.typeName)')"
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

extension Kind {
  /// Whether SQLite has other texts for it than those that are shown.
  var isSpelled: Bool { self == .timestamp || isAddress }
}
