internal import Assets

extension Analyzer {
  /// - Parameter scope: what lies around it.
  func query(_ syntax: QuerySyntax, parent: Scope) throws -> TypedQuery {
    let scope = Scope(parent: parent)
    let with = try commonTables(syntax, in: scope)
    let (body, columns, inner) = try self.body(syntax.body, in: scope, at: syntax.range)
    let order = try self.order(syntax.order, body: body, columns: columns, in: inner ?? scope)
    if case .select(let select) = body, let inner {
      try checkGrouping(select, order: order, in: inner)
      try checkDistinct(select, order: order, syntax: syntax)
    }
    let limit = try count(syntax.limit, word: "LIMIT", in: scope)
    let offset = try count(syntax.offset, word: "OFFSET", in: scope)
    if syntax.hasTies, order.isEmpty {
      throw fault(
        "WITH TIES needs an order to tell which rows tie", advice: "add ORDER BY", at: syntax.range)
    }
    // What is named further out is named by the queries in between too.
    let outer = (inner?.outer ?? []) + scope.outer
    let known = Set(scope.sources.map(\.id)).union(inner?.sources.map(\.id) ?? [])
    return TypedQuery(
      with: with, isRecursive: syntax.isRecursive, body: body, order: order, limit: limit,
      offset: offset, hasTies: syntax.hasTies, columns: columns,
      outer: outer.filter { column in
        if case .column(let column) = column.form { !known.contains(column.source) } else { false }
      }, range: syntax.range, source: source(syntax.range))
  }

  private func body(
    _ syntax: QuerySyntax.Body, in scope: Scope, at range: Range<Int>
  ) throws -> (TypedQuery.Body, [OutputColumn], Scope?) {
    switch syntax {
    case .select(let select):
      let inner = Scope(parent: scope)
      let (typed, columns) = try self.select(select, in: inner)
      return (.select(typed), columns, inner)
    case .values(let rows):
      let (typed, columns) = try values(rows, in: scope, at: range)
      return (.values(typed), columns, nil)
    case .set(let sign, let isAll, let left, let right):
      return try set(
        sign, isAll: isAll, left: query(left, parent: scope), right: query(right, parent: scope),
        at: range)
    }
  }

  private func set(
    _ sign: QuerySyntax.SetOperator, isAll: Bool, left: TypedQuery, right: TypedQuery,
    at range: Range<Int>
  ) throws -> (TypedQuery.Body, [OutputColumn], Scope?) {
    let word = sign.rawValue.uppercased()
    guard left.columns.count == right.columns.count else {
      throw fault(
        "\(word) needs as many columns on both sides: \(left.columns.count) and "
          + "\(right.columns.count)", advice: nil, at: right.range)
    }
    var kinds: [Kind] = []
    for (one, other) in zip(left.columns, right.columns) {
      guard let kind = Kind.common([one.kind, other.kind]) else {
        throw fault(
          "\(word) puts \(one.kind) and \(other.kind) into one column",
          advice: "convert one of them: x::VARCHAR", at: right.range)
      }
      guard isAll && sign == .union || kind.isComparable else {
        throw fault(
          "\(word) can't tell \(kind) from others",
          advice: sign == .union ? "write UNION ALL" : "take a text of it: config->>'Name'",
          at: range)
      }
      kinds.append(kind)
    }
    let columns = zip(left.columns, kinds).map { column, kind in
      OutputColumn(name: column.name, title: column.title, kind: kind, isStored: false)
    }
    return (
      .set(
        sign, isAll: isAll, try left.becoming(kinds, analyzer: self),
        try right.becoming(kinds, analyzer: self)),
      columns, nil
    )
  }

  private func values(
    _ rows: [[Syntax]], in scope: Scope, at range: Range<Int>
  ) throws -> ([[Typed]], [OutputColumn]) {
    let typed = try rows.map { row in try row.map { try value($0, in: scope) } }
    let width = typed[0].count
    if let odd = typed.firstIndex(where: { $0.count != width }) {
      throw fault("VALUES has rows of different lengths", advice: nil, at: rows[odd][0].range)
    }
    var columns: [OutputColumn] = []
    var coerced = typed
    for place in 0..<width {
      let (values, kind) = try alike(typed.map { $0[place] }, word: "VALUES", at: range)
      for (row, value) in values.enumerated() { coerced[row][place] = value }
      let name = "column\(place + 1)"
      columns.append(OutputColumn(name: name, title: name, kind: kind, isStored: false))
    }
    return (coerced, columns)
  }

  private func count(_ syntax: Syntax?, word: String, in scope: Scope) throws -> Typed? {
    guard let syntax else { return nil }
    scope.clause = .limit
    defer { scope.clause = .items }
    let value = try self.value(syntax, in: scope)
    guard value.kind == .unknown || value.kind.isNumber else {
      throw fault("\(word) takes a number", advice: nil, at: syntax.range)
    }
    let whole = try cast(value, to: .bigint, at: syntax.range)
    if case .whole(let count) = whole.form, count < 0 {
      throw fault("\(word) counts from 0", advice: nil, at: syntax.range)
    }
    return whole
  }

  private func commonTables(
    _ syntax: QuerySyntax, in scope: Scope
  ) throws -> [TypedQuery.CommonTable] {
    var tables: [TypedQuery.CommonTable] = []
    for table in syntax.with {
      guard scope.commonTables[table.name.folded] == nil else {
        throw fault("WITH names '\(table.name.spelling)' twice", advice: nil, at: table.name.range)
      }
      let id = nextID()
      if syntax.isRecursive, case .set(.union, _, let first, _) = table.query.body {
        // Within its second part the table is what its first part gives.
        let start = try query(first, parent: scope)
        scope.commonTables[table.name.folded] = .init(
          id: id,
          columns: try renamed(start.settled().columns, names: table.columns, at: table.name.range))
      }
      let query = try self.query(table.query, parent: scope).settled()
      try checkRecursion(query, start: scope.commonTables[table.name.folded]?.columns, table: table)
      scope.commonTables[table.name.folded] = .init(
        id: id, columns: try renamed(query.columns, names: table.columns, at: table.name.range))
      tables.append(.init(id: id, query: query))
    }
    return tables
  }

  private func checkRecursion(
    _ query: TypedQuery, start: [OutputColumn]?, table: QuerySyntax.CommonTable
  ) throws {
    for (before, after) in zip(start ?? [], query.columns) where before.kind != after.kind {
      throw fault(
        "the column '\(before.name)' begins as \(before.kind.typeName) and goes on as "
          + after.kind.typeName,
        advice: "convert it where it begins: x::\(after.kind.typeName)", at: table.name.range)
    }
  }

  func renamed(
    _ columns: [OutputColumn], names: [Name], at range: Range<Int>
  ) throws -> [OutputColumn] {
    guard names.count <= columns.count else {
      throw fault(
        "it names \(names.count) columns, and there are \(columns.count)", advice: nil, at: range)
    }
    return columns.enumerated().map { index, column in
      guard index < names.count else { return column }
      let name = names[index].spelling
      return OutputColumn(name: name, title: name, kind: column.kind, isStored: column.isStored)
    }
  }
}
