extension TypedQuery {
  /// The same with the columns of other kinds, which they can become.
  func becoming(_ kinds: [Kind], analyzer: Analyzer) throws -> TypedQuery {
    guard kinds != columns.map(\.kind) else { return self }
    let body: Body
    switch self.body {
    case .select(var select):
      select.items = try zip(select.items, kinds).map { try analyzer.coerce($0, to: $1) }
      body = .select(select)
    case .values(let rows):
      body = .values(try rows.map { try zip($0, kinds).map { try analyzer.coerce($0, to: $1) } })
    case .set(let sign, let isAll, let left, let right):
      body = .set(
        sign, isAll: isAll, try left.becoming(kinds, analyzer: analyzer),
        try right.becoming(kinds, analyzer: analyzer))
    }
    return with(
      body,
      columns: zip(columns, kinds).map { column, kind in
        OutputColumn(
          name: column.name, title: column.title, kind: kind,
          isStored: column.isStored && column.kind == kind)
      })
  }

  /// The same with texts where columns are of no kind yet.
  func settled() -> TypedQuery {
    let kinds = columns.map { $0.kind == .unknown ? .text : $0.kind }
    guard kinds != columns.map(\.kind) else { return self }
    var body = self.body
    switch body {
    case .select(var select):
      select.items = zip(select.items, kinds).map { $0.kind == .unknown ? $0.of($1) : $0 }
      body = .select(select)
    case .values(let rows):
      body = .values(rows.map { zip($0, kinds).map { $0.kind == .unknown ? $0.of($1) : $0 } })
    case .set(let sign, let isAll, let left, let right):
      body = .set(sign, isAll: isAll, left.settled(), right.settled())
    }
    return with(
      body,
      columns: zip(columns, kinds).map {
        OutputColumn(name: $0.name, title: $0.title, kind: $1, isStored: $0.isStored)
      })
  }
}
