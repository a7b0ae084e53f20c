internal import Assets

extension Analyzer {
  /// Adds the sources to the scope.
  func from(_ syntax: FromSyntax, _ scope: Scope) throws -> TypedFrom {
    switch syntax {
    case .table(let names, let alias): return try table(names, alias, scope)
    case .function(let call, let withOrdinality, let alias, let range):
      return try tableFunction(call, withOrdinality, alias, range, scope)
    case .query(let syntax, let isLateral, let alias):
      let around = isLateral ? scope : scope.parent ?? Scope(parent: nil)
      let query = try self.query(syntax, around).settled()
      let columns = try renamed(query.columns, alias.columns, syntax.range)
      let id = nextID()
      try add(
        Scope.Source(
          id: id, qualifiers: alias.name.map { [$0.folded] } ?? [],
          columns: columns.map { Table.Column($0.name, $0.kind) }), alias.name, scope)
      let sources = Set(scope.sources.map(\.id))
      let isDependent = query.outer.flatMap(\.columns).contains { sources.contains($0.source) }
      return isDependent ? .lateral(id, query) : .query(id, query)
    case .join(let join): return try self.join(join, scope)
    }
  }

  private func add(_ source: Scope.Source, _ name: Name?, _ scope: Scope) throws {
    if let name, scope.sources.contains(where: { $0.qualifiers.contains(name.folded) }) {
      throw fault(
        "two tables are called '\(name.spelling)'", "give one another name", at: name.range)
    }
    scope.sources.append(source)
  }

  private func table(
    _ names: [Name], _ alias: FromSyntax.Alias, _ scope: Scope
  ) throws -> TypedFrom {
    let id = nextID()
    let parts = names.map(\.folded)
    if parts.count == 1, let common = scope.commonTable(parts[0]) {
      let columns = try renamed(common.columns, alias.columns, names[0].range)
      try add(
        Scope.Source(
          id: id, qualifiers: [alias.name?.folded ?? parts[0]],
          columns: columns.map { Table.Column($0.name, $0.kind) }), alias.name ?? names[0], scope)
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
        "there is no table '\(parts.joined(separator: "."))'", "see: assetstore types", at: range)
    }
    guard alias.columns.count <= table.columns.count else {
      throw fault("the table has \(table.columns.count) columns", nil, at: range)
    }
    let qualifiers = alias.name.map { [$0.folded] } ?? Self.qualifiers(parts, table)
    let columns = table.columns.enumerated().map { index, column in
      index < alias.columns.count
        ? Table.Column(alias.columns[index].spelling, column.kind, isKey: column.isKey) : column
    }
    try add(
      Scope.Source(id: id, qualifiers: qualifiers, columns: columns),
      alias.name ?? names.last, scope)
    return .table(id, table)
  }

  /// A table without another name is known by its last part too: `FROM aws.ec2_instance WHERE ec2_instance.state …`.
  private static func qualifiers(_ parts: [String], _ table: Table) -> [String] {
    let last = parts.last?.split(separator: ".").last.map(String.init) ?? ""
    return [parts.joined(separator: "."), parts.last ?? "", last, table.name.foldedASCII]
  }

  private func join(_ join: FromSyntax.Join, _ scope: Scope) throws -> TypedFrom {
    let first = scope.sources.count
    let left = try from(join.left, scope)
    let middle = scope.sources.count
    let right = try from(join.right, scope)
    if right.isLateral, join.kind == .right || join.kind == .full {
      throw fault(
        "a query behind LATERAL can't be there without the table before it",
        "write JOIN or LEFT JOIN", at: join.range)
    }
    let (one, other) = (scope.sources[first..<middle], scope.sources[middle...])
    var condition: Typed?
    switch join.condition {
    case .none: break
    case .on(let syntax): condition = try self.condition(syntax, scope)
    case .using(let names):
      condition = try using(names.map { ($0.folded, $0.range) }, one, other, join, scope)
    case .natural:
      let names = Set(one.flatMap { $0.columns.map(\.name.foldedASCII) })
        .intersection(other.flatMap { $0.columns.map(\.name.foldedASCII) })
      condition = try using(names.sorted().map { ($0, join.range) }, one, other, join, scope)
    }
    return .join(join.kind, left, right, on: condition)
  }

  private func using(
    _ names: [(String, Range<Int>)], _ left: ArraySlice<Scope.Source>,
    _ right: ArraySlice<Scope.Source>, _ join: FromSyntax.Join, _ scope: Scope
  ) throws -> Typed? {
    var conditions: [Typed] = []
    for (name, range) in names {
      let earlier = scope.merged.first { $0.name == name }.map { [$0.value] }
      let ones = earlier ?? left.flatMap { $0.columns(named: name) }
      let others = right.flatMap { $0.columns(named: name) }
      guard ones.count == 1, others.count == 1 else {
        throw fault(
          "USING needs one column '\(name)' on both sides", "write ON a.x = b.y", at: range)
      }
      let (pair, kind) = try alike([ones[0], others[0]], "USING", at: range)
      conditions.append(Typed(.compare("=", pair[0], pair[1]), .bool, range))
      let value: Typed =
        switch join.kind {
        case .right: pair[1]
        case .full: Typed(.apply("coalesce", pair), kind, range)
        default: pair[0]
        }
      scope.merged.removeAll { $0.name == name }
      scope.merged.append((name, value))
    }
    return conditions.count > 1 ? Typed(.and(conditions), .bool, join.range) : conditions.first
  }
}
