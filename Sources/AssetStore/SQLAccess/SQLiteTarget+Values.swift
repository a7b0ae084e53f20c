internal import AssetLanguage
internal import Assets

extension SQLiteTarget {
  mutating func value(_ value: Typed) throws -> String {
    guard !absent.isEmpty || !keys.isEmpty else { return try written(value) }
    let signature = value.signature
    if absent.contains(signature) { return "NULL" }
    if let key = keys[signature] { return key }
    return present.contains(signature) ? try ofRows { try $0.written(value) } : try written(value)
  }

  /// What is written of single rows, which have everything.
  mutating func ofRows<Result>(
    _ body: (inout SQLiteTarget) throws -> Result
  ) rethrows -> Result {
    let absent = self.absent
    self.absent = []
    defer { self.absent = absent }
    return try body(&self)
  }

  private mutating func written(_ value: Typed) throws -> String {
    switch value.form {
    case .null: return "NULL"
    case .text(let text): return Self.quote(text)
    case .whole(let whole): return whole == .min ? "(-9223372036854775807 - 1)" : "\(whole)"
    case .real(let real): return real.description
    case .decimal(let spelling):
      return Self.quote((Numeric(spelling: spelling) ?? .zero).sortable)
    case .bool(let bool): return bool ? "1" : "0"
    case .parameter(let name): return ":\(name)"
    case .column(let column): return self.column(column, of: value.kind)
    case .convert(let inner): return try convert(inner, to: value.kind)
    case .apply(let operation, let parts): return try apply(operation, parts: parts, of: value.kind)
    case .compare(let sign, let left, let right):
      return "(\(try key(left)) \(sign) \(try key(right)))"
    case .not(let part): return "(NOT \(try self.value(part)))"
    case .and(let parts): return try chain(parts, sign: " AND ")
    case .or(let parts): return try chain(parts, sign: " OR ")
    case .isNull(let part): return "(\(try self.value(part)) IS NULL)"
    case .isTruth(let part, let truth):
      return "(\(try self.value(part)) IS \(truth.map { $0 ? "1" : "0" } ?? "NULL"))"
    case .isDistinct(let left, let right): return "(\(try key(left)) IS NOT \(try key(right)))"
    case .isAmong(let part, let list):
      let members = try list.map { try key($0) }.joined(separator: ", ")
      return try Self.checkLength("(\(try key(part)) IN (\(members)))")
    case .isAmongRows(let parts, let query):
      let left = try parts.map { try key($0) }.joined(separator: ", ")
      return "((\(left)) IN (\(try keys(of: query))))"
    case .exists(let query): return "EXISTS (\(try self.query(query)))"
    case .scalar(let query): return try scalar(query)
    case .quantified(let sign, let part, let isAll, let array):
      guard part.kind != .interval else {
        throw Fault(
          .usage, what: "SQL", why: "an interval is not compared with those of an array",
          advice: "write x IN (INTERVAL '1 day', …)")
      }
      if sign.contains("~") {
        return try matched(sign, text: self.value(part), isAll: isAll, array: self.value(array))
      }
      let name = isAll ? "is_all" : "is_any"
      return "\(name)('\(sign)', \(try cell(part)), \(try self.value(array)))"
    case .quantifiedRows(let sign, let part, let isAll, let query):
      return try quantified(sign, part: part, isAll: isAll, query: query)
    case .caseOf(let operand, let branches, let last):
      return try caseOf(operand, branches: branches, last: last)
    case .array(let members): return try array(members)
    case .arrayOfRows(let query):
      let member = cell("c0", of: query.columns[0].kind)
      return "(SELECT json_group_array(\(member)) FROM (\(try self.query(query))))"
    // Where rows are compared, their values are.
    case .row:
      throw Fault(
        .usage, what: "SQL", why: "a row stands where one value is expected",
        advice: "name its values one by one")
    case .aggregate(let aggregate): return try self.aggregate(aggregate, of: value.kind)
    }
  }

  private func column(_ column: Typed.Column, of kind: Kind) -> String {
    if let read = columns[column.source] { return read(column.index) }
    let name = "t\(column.source)"
    guard let table = tables[column.source] else { return "\(name).c\(column.index)" }
    let sql = "\(name).\(AssetTable.quote(table.columns[column.index].name))"
    return kind == .timestamp ? "instant(\(sql))" : sql
  }

  /// What is the same, or less, where the value is.
  mutating func key(_ value: Typed) throws -> String { key(try self.value(value), of: value.kind) }

  func key(_ sql: String, of kind: Kind) -> String {
    switch kind {
    case .array: "array_key(\(sql))"
    case .interval: "interval_key(\(sql))"
    default: sql
    }
  }

  /// A chain of a thousand ANDs would be a tree of that depth, and SQLite takes no deeper one.
  private mutating func chain(_ parts: [Typed], sign: String) throws -> String {
    let written = try parts.map { try value($0) }
    return try Self.checkLength(Self.balanced(written[...], sign: sign))
  }

  private static func balanced(_ parts: ArraySlice<String>, sign: String) -> String {
    guard parts.count > 50 else { return "(\(parts.joined(separator: sign)))" }
    let middle = (parts.startIndex + parts.endIndex) / 2
    return
      "(\(balanced(parts[..<middle], sign: sign))\(sign)\(balanced(parts[middle...], sign: sign)))"
  }

  /// PostgreSQL refuses a second row, of which SQLite says nothing.
  private mutating func scalar(_ query: TypedQuery) throws -> String {
    let sql = try self.query(query)
    if query.isOneRow { return "(\(sql))" }
    return "(SELECT only(c0, count(*) OVER ()) FROM (\(sql)) LIMIT 1)"
  }

  private mutating func quantified(
    _ sign: String, part: Typed, isAll: Bool, query: TypedQuery
  ) throws -> String {
    if sign == "=" && !isAll || sign == "<>" && isAll {
      return "(\(try key(part)) \(isAll ? "NOT IN" : "IN") (\(try keys(of: query))))"
    }
    let kind = query.columns[0].kind
    guard kind != .interval else {
      let rows = "SELECT json_group_array(c0) FROM (\(try keys(of: query)))"
      return "\(isAll ? "is_all" : "is_any")('\(sign)', \(try key(part)), (\(rows)))"
    }
    let rows = try self.query(query)
    let member = cell("c0", of: kind)
    let array = "(SELECT json_group_array(\(member)) FROM (\(rows)))"
    if sign.contains("~") {
      return try matched(sign, text: value(part), isAll: isAll, array: array)
    }
    return "\(isAll ? "is_all" : "is_any")('\(sign)', \(try cell(part)), \(array))"
  }

  /// The rows of a query as what is the same, or less, where they are.
  private mutating func keys(of query: TypedQuery) throws -> String {
    let sql = try self.query(query)
    let columns = query.columns.enumerated().map {
      (name: "c\($0)", key: key("c\($0)", of: $1.kind))
    }
    guard columns.contains(where: { $0.name != $0.key }) else { return sql }
    return
      "SELECT \(columns.map { "\($0.key) AS \($0.name)" }.joined(separator: ", ")) FROM (\(sql))"
  }

  /// Whether a text matches one or all of the patterns in an array.
  private func matched(
    _ sign: String, text: String, isAll: Bool, array: String
  ) throws -> String {
    let operations = ["~~": "text_like", "~~*": "ilike", "~": "regexp", "~*": "regexpi"]
    let operation = operations[sign.replacing("!", with: "")] ?? ""
    let match = "\(sign.hasPrefix("!") ? "NOT " : "")\(operation)(pattern.value, \(text))"
    let (best, decided) = isAll ? ("min", "0") : ("max", "1")
    return try Self.checkLength(
      """
      CASE WHEN \(array) IS NOT NULL THEN (SELECT CASE WHEN \(best)(m) = \(decided) THEN \(decided) \
      WHEN count(m) = count(*) THEN \(isAll ? "1" : "0") END \
      FROM (SELECT \(match) AS m FROM json_each(\(array)) AS pattern)) END
      """)
  }

  private mutating func caseOf(
    _ operand: Typed?, branches: [(when: Typed, then: Typed)], last: Typed?
  ) throws -> String {
    var sql = "CASE"
    if let operand { sql += " \(try key(operand))" }
    for branch in branches {
      let condition = operand == nil ? try value(branch.when) : try key(branch.when)
      sql += " WHEN \(condition) THEN \(try value(branch.then))"
    }
    if let last { sql += " ELSE \(try value(last))" }
    return try Self.checkLength(sql + " END")
  }

  /// SQLite's functions take a hundred arguments; a longer list of constants is one constant.
  private mutating func array(_ members: [Typed]) throws -> String {
    guard members.count > 90 else {
      return "json_array(\(try members.map { try cell($0) }.joined(separator: ", ")))"
    }
    var parts: [String] = []
    for start in stride(from: 0, to: members.count, by: 90) {
      let some = members[start..<min(start + 90, members.count)]
      parts.append("json_array(\(try some.map { try cell($0) }.joined(separator: ", ")))")
    }
    var sql = parts[0]
    for part in parts.dropFirst() { sql = "array_cat(\(sql), \(part))" }
    return try Self.checkLength(sql)
  }
}
