internal import Assets

extension Analyzer {
  /// What GROUP BY says: several sets of what to group by where it names such.
  func group(
    _ syntax: SelectSyntax, columns: [OutputColumn], select: inout TypedSelect, in scope: Scope
  ) throws {
    var sets: [[Int]] = [[]]
    for grouping in syntax.group {
      switch grouping {
      case .value(let value):
        let place = try place(of: value, columns: columns, select: &select, in: scope)
        sets = sets.map { $0 + [place] }
      case .sets(let parts):
        let places = try parts.map { part in
          try part.map { try place(of: $0, columns: columns, select: &select, in: scope) }
        }
        sets = sets.flatMap { set in places.map { set + $0 } }
        guard sets.count <= 50 else {
          throw fault(
            "it groups in more than 50 ways", advice: "ask in several queries", at: syntax.range)
        }
        select.groupingSets = sets
      }
    }
    if select.groupingSets != nil { select.groupingSets = sets }
  }

  /// The place of a value among those that are grouped by.
  private func place(
    of syntax: Syntax, columns: [OutputColumn], select: inout TypedSelect, in scope: Scope
  ) throws -> Int {
    let item = try groupedItem(syntax, select: select, columns: columns, in: scope)
    let typed = try item ?? value(syntax, in: scope)
    guard !typed.containsAggregate else {
      throw fault(
        "what is grouped by is not counted yet", advice: "name a column", at: syntax.range)
    }
    if let place = select.group.firstIndex(where: { $0.signature == typed.signature }) {
      return place
    }
    select.group.append(typed)
    return select.group.count - 1
  }

  /// Each set is a query of its own, so nothing goes over all of them.
  func checkSets(_ select: TypedSelect, syntax: SelectSyntax) throws {
    guard select.groupingSets != nil else { return }
    let hasWindows = select.items.contains { $0.containsWindow }
    guard !select.isDistinct, select.distinctOn.isEmpty, !hasWindows else {
      throw fault(
        "DISTINCT and OVER are not there beside grouping sets", advice: "put the query in FROM",
        at: syntax.range)
    }
  }
}

extension Typed {
  var containsWindow: Bool {
    if case .aggregate(let aggregate) = form, aggregate.window != nil { return true }
    return parts.contains(where: \.containsWindow)
  }
}
