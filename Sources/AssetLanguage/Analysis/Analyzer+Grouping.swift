internal import Assets

/// What a row that stands for a group of rows can show.
private struct Groups {
  /// What it is grouped by.
  let terms: Set<String>
  /// The sources that are grouped by their key: a group has one row of each.
  let keyed: Set<Int>
  /// The sources whose rows are grouped.
  let sources: Set<Int>
}

extension Analyzer {
  /// Refuses a column that is not the same in all rows of a group: which row's should it be?
  func checkGrouping(
    _ select: TypedSelect, order: [TypedOrder], in scope: Scope
  ) throws {
    guard select.isGrouped else { return }
    var keyed: Set<Int> = []
    for term in select.group {
      if case .column(let column) = term.form,
        let source = scope.sources.first(where: { $0.id == column.source }),
        source.columns[column.index].isKey
      {
        keyed.insert(source.id)
      }
    }
    let groups = Groups(
      terms: Set(select.group.map(\.signature)), keyed: keyed,
      sources: Set(scope.sources.map(\.id)))
    for value in select.items + select.distinctOn + [select.having].compactMap({ $0 })
      + order.map(\.value)
    {
      try check(value, groups: groups, select: select)
    }
  }

  private func check(_ value: Typed, groups: Groups, select: TypedSelect) throws {
    if !groups.terms.isEmpty, groups.terms.contains(value.signature) { return }
    switch value.form {
    case .column(let column):
      guard groups.sources.contains(column.source), !groups.keyed.contains(column.source) else {
        return
      }
      let name = source(value.range)
      let isAll = name.hasSuffix("*")
      throw fault(
        "'\(isAll ? name : column.name)' would be that of any row: it is not grouped by",
        advice: isAll ? "name what to group by" : "add GROUP BY \(name), or take max(\(name))",
        at: value.range)
    case .aggregate(let aggregate) where aggregate.window == nil: return
    default: break
    }
    for part in value.parts { try check(part, groups: groups, select: select) }
    for column in value.query?.outer ?? [] { try check(column, groups: groups, select: select) }
  }
}
