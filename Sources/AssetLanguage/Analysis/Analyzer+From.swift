internal import Assets

extension Analyzer {
  /// Adds the sources to the scope.
  func from(_ syntax: FromSyntax, in scope: Scope) throws -> TypedFrom {
    switch syntax {
    case .table(let names, let alias): return try table(names, alias: alias, in: scope)
    case .function(let call, let withOrdinality, let alias, let range):
      return try tableFunction(
        call, withOrdinality: withOrdinality, alias: alias, at: range, in: scope)
    case .query(let syntax, let isLateral, let alias):
      let around = isLateral ? scope : scope.parent ?? Scope(parent: nil)
      let query = try self.query(syntax, parent: around).settled()
      let columns = try renamed(query.columns, names: alias.columns, at: syntax.range)
      let id = nextID()
      try add(
        Scope.Source(
          id: id, qualifiers: alias.name.map { [$0.folded] } ?? [],
          columns: columns.map { Table.Column($0.name, of: $0.kind) }), named: alias.name, in: scope
      )
      let sources = Set(scope.sources.map(\.id))
      let isDependent = query.outer.flatMap(\.columns).contains { sources.contains($0.source) }
      return isDependent ? .lateral(id, query) : .query(id, query)
    case .join(let join): return try self.join(join, scope: scope)
    }
  }

  private func add(_ source: Scope.Source, named name: Name?, in scope: Scope) throws {
    if let name, scope.sources.contains(where: { $0.qualifiers.contains(name.folded) }) {
      throw fault(
        "two tables are called '\(name.spelling)'", advice: "give one another name", at: name.range)
    }
    scope.sources.append(source)
  }

  private func table(
    _ names: [Name], alias: FromSyntax.Alias, in scope: Scope
  ) throws -> TypedFrom {
    let id = nextID()
    let parts = names.map(\.folded)
    if parts.count == 1, let common = scope.commonTable(parts[0]) {
      let columns = try renamed(common.columns, names: alias.columns, at: names[0].range)
      try add(
        Scope.Source(
          id: id, qualifiers: [alias.name?.folded ?? parts[0]],
          columns: columns.map { Table.Column($0.name, of: $0.kind) }),
        named: alias.name ?? names[0], in: scope)
      return .commonTable(id, table: common.id, count: columns.count)
    }
    let range = names[0].range.lowerBound..<names[names.count - 1].range.upperBound
    let found: Table?
    do { found = try self.table(parts) } catch var fault as Fault where fault.excerpt == nil {
      fault.excerpt = TextPlace(text, at: range.lowerBound)
      throw fault
    }
    guard let table = found else {
      throw fault(
        "there is no table '\(parts.joined(separator: "."))'", advice: "see: assetstore types",
        at: range)
    }
    guard alias.columns.count <= table.columns.count else {
      throw fault("the table has \(table.columns.count) columns", advice: nil, at: range)
    }
    let qualifiers = alias.name.map { [$0.folded] } ?? Self.qualifiers(parts, table: table)
    let columns = table.columns.enumerated().map { index, column in
      index < alias.columns.count
        ? Table.Column(alias.columns[index].spelling, of: column.kind, isKey: column.isKey) : column
    }
    try add(
      Scope.Source(id: id, qualifiers: qualifiers, columns: columns),
      named: alias.name ?? names.last, in: scope)
    return .table(id, table, at: range, hasAlias: alias.name != nil)
  }

  /// A table without another name is known by its last part too: `FROM aws.ec2_instance WHERE ec2_instance.state …`.
  private static func qualifiers(_ parts: [String], table: Table) -> [String] {
    let last = parts.last?.split(separator: ".").last.map(String.init) ?? ""
    return [parts.joined(separator: "."), parts.last ?? "", last, table.name.foldedASCII]
  }

  private func join(_ join: FromSyntax.Join, scope: Scope) throws -> TypedFrom {
    let first = scope.sources.count
    let left = try from(join.left, in: scope)
    let middle = scope.sources.count
    let right = try from(join.right, in: scope)
    if right.isLateral, join.kind == .right || join.kind == .full {
      throw fault(
        "a query behind LATERAL can't be there without the table before it",
        advice: "write JOIN or LEFT JOIN", at: join.range)
    }
    let (one, other) = (scope.sources[first..<middle], scope.sources[middle...])
    var condition: Typed?
    switch join.condition {
    case .none: break
    case .on(let syntax): condition = try self.condition(syntax, in: scope)
    case .using(let names):
      condition = try using(
        names.map { ($0.folded, $0.range) }, left: one, right: other, join: join, in: scope)
    case .natural:
      let names = Set(one.flatMap { $0.columns.map(\.name.foldedASCII) })
        .intersection(other.flatMap { $0.columns.map(\.name.foldedASCII) })
      condition = try using(
        names.sorted().map { ($0, join.range) }, left: one, right: other, join: join, in: scope)
    }
    return .join(join.kind, left, right, on: condition)
  }

  private func using(
    _ names: [(String, Range<Int>)], left: ArraySlice<Scope.Source>,
    right: ArraySlice<Scope.Source>, join: FromSyntax.Join, in scope: Scope
  ) throws -> Typed? {
    var conditions: [Typed] = []
    for (name, range) in names {
      let earlier = scope.merged.first { $0.name == name }.map { [$0.value] }
      let ones = earlier ?? left.flatMap { $0.columns(named: name) }
      let others = right.flatMap { $0.columns(named: name) }
      guard ones.count == 1, others.count == 1 else {
        throw fault(
          "USING needs one column '\(name)' on both sides", advice: "write ON a.x = b.y", at: range)
      }
      let (pair, kind) = try alike([ones[0], others[0]], word: "USING", at: range)
      try check(kind, sign: "=", at: range)
      conditions.append(Typed(.compare("=", pair[0], pair[1]), of: .bool, at: range))
      let value: Typed =
        switch join.kind {
        case .right: pair[1]
        case .full: Typed(.apply("coalesce", pair), of: kind, at: range)
        default: pair[0]
        }
      scope.merged.removeAll { $0.name == name }
      scope.merged.append((name, value))
    }
    return conditions.count > 1
      ? Typed(.and(conditions), of: .bool, at: join.range) : conditions.first
  }
}
