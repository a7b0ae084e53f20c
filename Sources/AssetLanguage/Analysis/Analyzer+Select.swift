internal import Assets

extension Analyzer {
  func select(
    _ syntax: SelectSyntax, in scope: Scope
  ) throws -> (TypedSelect, [OutputColumn]) {
    var select = TypedSelect()
    for (name, window) in syntax.windows { scope.windows[name.folded] = window }
    scope.clause = .from
    for item in syntax.from { select.from.append(try from(item, in: scope)) }
    scope.clause = .filter
    select.filter = try syntax.filter.map { try condition($0, in: scope) }
    scope.clause = .items
    var columns: [OutputColumn] = []
    for item in syntax.items {
      if case .all(let names) = item.value.form {
        guard item.alias == nil else {
          throw fault("* takes no other name", advice: nil, at: item.value.range)
        }
        for (value, column) in try all(names, at: item.value.range, in: scope) {
          select.items.append(value)
          columns.append(column)
        }
      } else {
        let value = try self.value(item.value, in: scope)
        if case .row = value.form {
          throw fault(
            "a row is no value to show", advice: "name its values one by one", at: value.range)
        }
        select.items.append(value)
        columns.append(output(value, item: item, select: syntax))
      }
    }
    if let function = scope.rowFunction { select.from.append(function) }
    scope.clause = .group
    try group(syntax, columns: columns, select: &select, in: scope)
    scope.clause = .having
    select.having = try syntax.having.map { try condition($0, in: scope) }
    switch syntax.distinct {
    case .none: break
    case .all: select.isDistinct = true
    case .on(let list):
      scope.clause = .order
      select.distinctOn = try list.map {
        try distinctKey($0, select: select, columns: columns, in: scope)
      }
    }
    scope.clause = .order
    select.isGrouped = !select.group.isEmpty || select.having != nil || scope.hasAggregates
    select.isOfOneKey = isOfOneKey(select, in: scope)
    try checkSets(select, syntax: syntax)
    if scope.rowFunction != nil, select.items.contains(where: \.containsWindow) {
      throw fault(
        "OVER does not see the rows that a function in SELECT makes",
        advice: "call the function in FROM",
        at: syntax.range)
    }
    if select.isDistinct { try checkComparable(select.items, word: "DISTINCT") }
    try checkComparable(select.group, word: "GROUP BY")
    return (select, columns)
  }

  private func checkComparable(_ values: [Typed], word: String) throws {
    for value in values where !value.kind.isComparable {
      throw fault(
        "\(word) can't tell \(value.kind) from others",
        advice: "take a text of it: config->>'Name', or config::VARCHAR", at: value.range)
    }
  }

  /// Whether all rows have one value of a key of the only table.
  private func isOfOneKey(_ select: TypedSelect, in scope: Scope) -> Bool {
    guard select.from.count == 1, case .table(let id, let table, _, _) = select.from[0] else {
      return false
    }
    let conditions: [Typed] =
      switch select.filter?.form {
      case .and(let parts): parts
      default: select.filter.map { [$0] } ?? []
      }
    return conditions.contains { condition in
      guard case .compare("=", let left, let right) = condition.form else { return false }
      return [(left, right), (right, left)].contains { column, other in
        guard case .column(let column) = column.form, column.source == id,
          table.columns[column.index].isKey
        else { return false }
        if case .column(let column) = other.form { return column.source != id }
        return other.isConstant
      }
    }
  }

  /// What `*` or `t.*` stands for.
  private func all(
    _ names: [Name], at range: Range<Int>, in scope: Scope
  ) throws -> [(Typed, OutputColumn)] {
    let qualifier = names.map(\.folded).joined(separator: ".")
    let sources = scope.sources.filter {
      !$0.isHidden && (names.isEmpty || $0.qualifiers.contains(qualifier))
    }
    guard !sources.isEmpty else {
      throw fault(
        names.isEmpty
          ? "there is no FROM to take all columns of" : "there is no '\(qualifier)' here",
        advice: nil, at: range)
    }
    var found: [(Typed, OutputColumn)] = []
    let merged = names.isEmpty ? scope.merged : []
    for (name, value) in merged { found.append((value.at(range), column(name, of: value.kind))) }
    for source in sources {
      for (index, column) in source.columns.enumerated()
      where !merged.contains(where: { $0.name == column.name.foldedASCII }) {
        let output = OutputColumn(
          name: column.name, title: column.name, kind: column.kind, isStored: true)
        found.append((source.column(index).at(range), output))
      }
    }
    return found
  }

  private func column(_ name: String, of kind: Kind) -> OutputColumn {
    OutputColumn(name: name, title: name, kind: kind, isStored: false)
  }

  private func output(
    _ value: Typed, item: SelectSyntax.Item, select: SelectSyntax
  ) -> OutputColumn {
    if let alias = item.alias {
      return OutputColumn(
        name: alias.spelling, title: alias.spelling, kind: value.kind, isStored: value.isColumn)
    }
    if case .name(let names) = item.value.form, let last = names.last {
      let name = if case .column(let column) = value.form { column.name } else { last.spelling }
      return OutputColumn(name: name, title: name, kind: value.kind, isStored: value.isColumn)
    }
    let name = Self.name(of: item.value)
    // What PostgreSQL has no name for has its text.
    return OutputColumn(
      name: name, title: name == Self.noName ? source(item.value.range) : name, kind: value.kind,
      isStored: false)
  }
}

extension Typed {
  package var isColumn: Bool { if case .column = form { true } else { false } }

  /// Whether it is the same for every row.
  package var isConstant: Bool {
    switch form {
    case .null, .text, .whole, .real, .decimal, .bool, .parameter: true
    case .convert(let value): value.isConstant
    default: false
    }
  }
  /// Whether it was written as a number.
  var isNumberLiteral: Bool {
    switch form {
    case .whole, .real, .decimal: true
    case .convert(let value): value.isNumberLiteral
    default: false
    }
  }
}
