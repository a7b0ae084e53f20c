internal import AssetLanguage
internal import Assets

extension SQLiteTarget {
  /// Its columns are called c0, c1 and so on.
  mutating func query(_ query: TypedQuery, keepsTimestamps: Bool = false) throws -> String {
    let outerKeys = keys
    defer { keys = outerKeys }
    var sql = ""
    if !query.with.isEmpty {
      let tables = try query.with.map { table in
        let columns = table.query.columns.indices.map { "c\($0)" }.joined(separator: ", ")
        return "w\(table.id)(\(columns)) AS (\(try self.query(table.query)))"
      }
      sql += "WITH \(query.isRecursive ? "RECURSIVE " : "")\(tables.joined(separator: ", ")) "
    }
    if query.hasTies { return try Self.checkLength(sql + tied(query)) }
    if case .select(let select) = query.body, !select.distinctOn.isEmpty {
      sql += try distinctOn(select, query: query)
    } else {
      let isLast = keepsTimestamps
      sql += try body(query.body, order: query.order, keepsTimestamps: isLast)
      // A constant is the same for every row, and a number would mean a column.
      let terms = try query.order.filter { $0.column != nil || !$0.value.isConstant }
        .map { order($0, sql: try key(of: $0, query: query, isLast: isLast)) }
      if !terms.isEmpty {
        sql += " ORDER BY \(terms.joined(separator: ", "))"
      }
    }
    return try Self.checkLength(sql + tail(query))
  }

  private mutating func tail(_ query: TypedQuery) throws -> String {
    var sql = ""
    let limit = try query.limit.map { try value($0) } ?? "NULL"
    let offset = try query.offset.map { try value($0) } ?? "NULL"
    if limit != "NULL" || offset != "NULL" {
      sql += " LIMIT \(limit == "NULL" ? "-1" : limit)"
      if offset != "NULL" { sql += " OFFSET \(offset)" }
    }
    return sql
  }

  /// A column of the result by its number, unless something else than it shows is ordered by.
  private mutating func key(
    of term: TypedOrder, query: TypedQuery, isLast: Bool
  ) throws -> String {
    if let column = term.column, key("", of: term.value.kind).isEmpty,
      !(isLast && term.value.kind == .timestamp)
    {
      return "\(column + 1)"
    }
    if case .select(let select) = query.body, select.groupingSets == nil {
      return try key(term.value)
    }
    throw Self.noColumn
  }

  private mutating func body(
    _ body: TypedQuery.Body, order: [TypedOrder], keepsTimestamps: Bool
  ) throws -> String {
    switch body {
    case .select(let select):
      return try self.select(select, order: order, keepsTimestamps: keepsTimestamps)
    case .values(let rows):
      let lines = try rows.map { row in
        "(\(try row.map { try value($0) }.joined(separator: ", ")))"
      }
      let names = rows[0].indices.map { "column\($0 + 1) AS c\($0)" }.joined(separator: ", ")
      return try Self.checkLength(
        "SELECT \(names) FROM (VALUES \(lines.joined(separator: ", ")))")
    case .set(let sign, let isAll, let left, let right):
      if isAll, sign != .union { return try counted(sign, left: left, right: right) }
      let word = sign.rawValue.uppercased() + (isAll ? " ALL" : "")
      return "\(try operand(left, isLeft: true)) \(word) \(try operand(right, isLeft: false))"
    }
  }

  /// SQLite takes no parentheses here, and reads a chain from the left.
  private mutating func operand(_ query: TypedQuery, isLeft: Bool) throws -> String {
    let isPlain =
      query.with.isEmpty && query.order.isEmpty && query.limit == nil && query.offset == nil
    switch query.body {
    case .select(let select)
    where isPlain && select.distinctOn.isEmpty && select.groupingSets == nil:
      return try self.query(query)
    case .values where isPlain: return try self.query(query)
    case .set(let sign, let isAll, _, _) where isPlain && isLeft && (!isAll || sign == .union):
      return try self.query(query)
    default: return "SELECT * FROM (\(try self.query(query)))"
    }
  }

  /// EXCEPT ALL and INTERSECT ALL: the copies of a row are told apart by their number.
  private mutating func counted(
    _ sign: QuerySyntax.SetOperator, left: TypedQuery, right: TypedQuery
  ) throws -> String {
    let columns = left.columns.indices.map { "c\($0)" }.joined(separator: ", ")
    let sides = try [left, right].map { side in
      "SELECT \(columns), row_number() OVER (PARTITION BY \(columns)) FROM (\(try query(side)))"
    }
    return
      "SELECT \(columns) FROM (\(sides[0]) \(sign.rawValue.uppercased()) \(sides[1]))"
  }

  private mutating func select(
    _ select: TypedSelect, order: [TypedOrder], keepsTimestamps: Bool
  ) throws -> String {
    // What is in FROM comes first: it says how its columns are read.
    let from = try self.from(select.from)
    if let grouped = try grouped(select, from: from, order: order) { return grouped }
    guard let sets = select.groupingSets else {
      return try written(select, from: from, keepsTimestamps: keepsTimestamps)
    }
    let whole = (absent, present)
    defer { (absent, present) = whole }
    let parts = try sets.map { set in
      var part = select
      part.group = Set(set).sorted().map { select.group[$0] }
      present = Set(part.group.map(\.signature))
      absent = Set(select.group.map(\.signature)).subtracting(present)
      return try written(part, from: from, keepsTimestamps: false)
    }
    return try Self.checkLength(parts.joined(separator: " UNION ALL "))
  }

  mutating func written(
    _ select: TypedSelect, from: String, keepsTimestamps: Bool
  ) throws -> String {
    let items = try select.items.enumerated().map { index, item in
      "\(try self.item(item, keepsTimestamps: keepsTimestamps)) AS c\(index)"
    }
    return "SELECT \(select.isDistinct ? "DISTINCT " : "")\(items.joined(separator: ", "))"
      + from + (try clauses(select))
  }

  private mutating func item(_ item: Typed, keepsTimestamps: Bool) throws -> String {
    if keepsTimestamps, case .column(let column) = item.form, let table = tables[column.source] {
      return "t\(column.source).\(AssetTable.quote(table.columns[column.index].name))"
    }
    return try value(item)
  }

  mutating func clauses(_ select: TypedSelect) throws -> String {
    var sql = ""
    if let filter = select.filter { sql += " WHERE \(try ofRows { try $0.value(filter) })" }
    if !select.group.isEmpty {
      let keys = try select.group.map { $0.isConstant ? "NULL" : try key($0) }
      sql += " GROUP BY \(keys.joined(separator: ", "))"
    } else if select.isGrouped, !select.items.contains(where: \.containsAggregate) {
      // A HAVING alone makes one group of all rows.
      sql += " GROUP BY NULL"
    }
    if let having = select.having { sql += " HAVING \(try value(having))" }
    return sql
  }
}
