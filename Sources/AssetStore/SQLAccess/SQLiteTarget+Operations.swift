internal import AssetLanguage
internal import Assets

extension SQLiteTarget {
  /// A function or operator of the language. Most are functions of the same name.
  mutating func apply(_ operation: String, parts: [Typed], of kind: Kind) throws -> String {
    switch operation {
    case "concat", "concat_ws":
      let texts = try parts.map { try plainText($0) }
      return "\(operation)(\(texts.joined(separator: ", ")))"
    case "json_build_array": return "json_array(\(try list(parts) { try $0.json($1) }))"
    case "json_build_object": return try object(parts)
    case "to_json":
      let part = parts[0]
      return part.kind == .text || part.kind == .unknown
        ? "json_quote(\(try value(part)))" : "json_array_first(json_array(\(try json(part))))"
    case "similar":
      let written = try parts.map { try value($0) }
      let pattern = written.dropFirst().joined(separator: ", ")
      return "regexp(similar_pattern(\(pattern)), \(written[0]))"
    case "like" where parts.count == 3, "ilike" where parts.count == 3:
      let written = try parts.map { try value($0) }
      let name = operation == "like" ? "text_like" : operation
      return "\(name)(\(written[1]), \(written[0]), \(written[2]))"
    case "coalesce" where parts.count == 1: return try value(parts[0])
    case "greatest", "least":
      return "\(operation)(\(try list(parts) { try $0.extreme($1) }))"
    case "nullif":
      return
        "CASE WHEN \(try key(parts[0])) = \(try key(parts[1])) THEN NULL ELSE \(try value(parts[0])) END"
    case "num_nulls", "num_nonnulls":
      let test = operation == "num_nulls" ? "IS NULL" : "IS NOT NULL"
      return "(\(try parts.map { "(\(try value($0)) \(test))" }.joined(separator: " + ")))"
    case "grouping":
      let bits = parts.reduce(0) { $0 << 1 | (absent.contains($1.signature) ? 1 : 0) }
      return "\(bits)"
    case "array_element":
      let read = "array_element(\(try value(parts[0])), \(try value(parts[1])))"
      return member(read, of: kind)
    case "array_append":
      return "array_cat(\(try value(parts[0])), json_array(\(try cell(parts[1]))))"
    case "array_remove", "array_position", "array_positions", "array_replace":
      let others = try parts.dropFirst().map { try cell($0) }
      return "\(operation)(\(try value(parts[0])), \(others.joined(separator: ", ")))"
    case "array_prepend":
      return "array_cat(json_array(\(try cell(parts[0]))), \(try value(parts[1])))"
    case "array_to_string":
      var written = try parts.map { try value($0) }
      written[0] = shown(written[0], of: parts[0].kind)
      return "array_to_string(\(written.joined(separator: ", ")))"
    case "exist", "defined", "hstore_contains", "map_has_any", "map_has_all":
      // An absent map is an empty one.
      let written = try parts.map { part in
        let sql = try value(part)
        return part.kind.isMap && !part.isConstant ? "ifnull(\(sql), '{}')" : sql
      }
      return "\(operation)(\(written.joined(separator: ", ")))"
    default: break
    }
    let written = try parts.map { try value($0) }
    guard let template = Self.templates[operation] else {
      return try Self.checkLength("\(operation)(\(written.joined(separator: ", ")))")
    }
    var sql = ""
    for piece in template.split(separator: "$", omittingEmptySubsequences: false).enumerated() {
      guard piece.offset > 0, let number = piece.element.first?.wholeNumberValue else {
        sql += piece.element
        continue
      }
      if number <= written.count { sql += written[number - 1] }
      sql += piece.element.dropFirst()
    }
    return try Self.checkLength(sql)
  }

  private mutating func list(
    _ parts: [Typed], write: (inout SQLiteTarget, Typed) throws -> String
  ) throws -> String {
    try parts.map { try write(&self, $0) }.joined(separator: ", ")
  }

  /// Intervals and arrays are not what sorts as they do.
  private mutating func extreme(_ part: Typed) throws -> String {
    guard part.kind != .interval, part.kind.element == nil else {
      throw Fault(
        .usage, what: "SQL", why: "there is no greatest or least of \(part.kind) here",
        advice: "write CASE WHEN a > b THEN a ELSE b END")
    }
    return try value(part)
  }

  /// As PostgreSQL's `concat` has it, which spells truth values short.
  private mutating func plainText(_ part: Typed) throws -> String {
    let sql = try value(part)
    return switch part.kind {
    case .bool: "CASE \(sql) WHEN 1 THEN 't' WHEN 0 THEN 'f' END"
    case .inet: "inet_text(\(sql))"
    default: text(sql, of: part.kind)
    }
  }

  private mutating func object(_ parts: [Typed]) throws -> String {
    guard parts.count.isMultiple(of: 2) else {
      throw Fault(.usage, what: "SQL", why: "json_build_object takes a name and a value, and so on")
    }
    let written = try parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? "json_name(\(try plainText(part)))" : try json(part)
    }
    return "json_object(\(written.joined(separator: ", ")))"
  }

  private static let templates: [String: String] = [
    "concat_texts": "($1 || $2)",
    "int_add": "whole32($1 + $2)", "int_subtract": "whole32($1 - $2)",
    "int_multiply": "whole32($1 * $2)", "int_divide": "whole_divide($1, $2)",
    "int_modulo": "whole_modulo($1, $2)", "int_negate": "whole32(-$1)",
    "bigint_add": "whole64($1 + $2)", "bigint_subtract": "whole64($1 - $2)",
    "bigint_multiply": "whole64($1 * $2)", "bigint_divide": "whole_divide($1, $2)",
    "bigint_modulo": "whole_modulo($1, $2)", "bigint_negate": "whole64(-$1)",
    "float_add": "finite($1 + $2)", "float_subtract": "finite($1 - $2)",
    "float_multiply": "finite($1 * $2)", "float_negate": "(-$1)",
    "any +": "($1 + $2)", "any -": "($1 - $2)", "any *": "($1 * $2)", "any /": "($1 / $2)",
    "any %": "($1 % $2)", "any ^": "power($1, $2)",
    "timestamp_add": "add_interval($1, $2)", "timestamp_subtract": "subtract_interval($1, $2)",
    "overlaps_lengths": "overlaps($1, add_interval($1, $2), $3, add_interval($3, $4))",
    "overlaps_last_length": "overlaps($1, $2, $3, add_interval($3, $4))",
    "overlaps_first_length": "overlaps($1, add_interval($1, $2), $3, $4)",
    "timestamp_date": "substr($1, 1, 10)", "today": "substr(now(), 1, 10)",
    "age": "timestamp_age($1, $2)",
    "age_today": "timestamp_age(substr(now(), 1, 10) || 'T00:00:00', $1)",
    "like": "text_like($2, $1)", "ilike": "ilike($2, $1)", "glob": "glob($2, $1)",
    "matches": "regexp($2, $1)", "matches_any_case": "regexpi($2, $1)",
    "map_value": "($1 -> $2)", "text_position": "strpos($2, $1)",
    "extract": "extract_part($1, $2)",
    "float_sqrt": "sqrt(float_domain($1, 'root'))", "float_ln": "ln(float_domain($1, 'log'))",
    "float_log": "log10(float_domain($1, 'log'))", "float_exp": "finite(exp($1))",
    "float_power": "finite(power($1, $2))",
  ]
}
