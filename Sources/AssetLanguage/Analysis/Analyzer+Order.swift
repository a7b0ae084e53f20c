internal import Assets

extension Analyzer {
  /// What a query is ordered by: columns of its result by name or number, or anything that its tables have.
  func order(
    _ terms: [OrderTerm], body: TypedQuery.Body, columns: [OutputColumn], in scope: Scope
  ) throws -> [TypedOrder] {
    try terms.map { term in
      if let place = try place(of: term.value, columns: columns, word: "ORDER BY") {
        let column = columns[place]
        try checkOrder(column.kind, at: term.value.range)
        let items = if case .select(let select) = body { select.items } else { [Typed]() }
        let value =
          place < items.count ? items[place] : Typed(.null, of: column.kind, at: term.value.range)
        return ordered(term, value: value.at(term.value.range), column: place)
      }
      guard case .select = body else {
        throw fault(
          "this is no column of the result",
          advice: "order by one of its columns, by name or number",
          at: term.value.range)
      }
      scope.clause = .order
      let value = try self.value(term.value, in: scope)
      try checkOrder(value.kind, at: term.value.range)
      return ordered(term, value: value, column: Self.place(of: value, in: body))
    }
  }

  /// A column of the result that is the same.
  private static func place(of value: Typed, in body: TypedQuery.Body) -> Int? {
    guard case .select(let select) = body else { return nil }
    return select.items.firstIndex { $0.signature == value.signature }
  }

  private func checkOrder(_ kind: Kind, at range: Range<Int>) throws {
    guard kind.isOrdered else {
      throw fault(
        "\(kind) comes neither before nor behind another",
        advice: kind == .json
          ? "take a text of it: config->>'Name'" : "take the value of a key: tags->'env'",
        at: range)
    }
  }

  /// The column of the result that a name or a number means; nil if it is neither.
  private func place(
    of syntax: Syntax, columns: [OutputColumn], word: String
  ) throws -> Int? {
    if case .number(let spelling) = syntax.form {
      guard let number = Int(spelling), columns.indices.contains(number - 1) else {
        throw fault("there is no column \(spelling)", advice: nil, at: syntax.range)
      }
      return number - 1
    }
    switch syntax.form {
    case .text:
      throw fault(
        "\(word) takes no constant", advice: "write the name without quotes", at: syntax.range)
    case .null, .bool:
      throw fault("\(word) takes no constant", advice: "name a column", at: syntax.range)
    case .unary(_, let operand) where operand.isNumber:
      throw fault("\(word) takes no constant", advice: "name a column", at: syntax.range)
    default: break
    }
    guard case .name(let names) = syntax.form, names.count == 1 else { return nil }
    let places = columns.indices.filter { columns[$0].name.foldedASCII == names[0].folded }
    return places.first
  }

  /// A column of the tables goes before one of the result.
  func groupedItem(
    _ syntax: Syntax, select: TypedSelect, columns: [OutputColumn], in scope: Scope
  ) throws -> Typed? {
    if case .name(let names) = syntax.form, names.count == 1,
      !scope.columns(named: names[0].folded).isEmpty
    {
      return nil
    }
    return try place(of: syntax, columns: columns, word: "GROUP BY").map { select.items[$0] }
  }

  func distinctKey(
    _ syntax: Syntax, select: TypedSelect, columns: [OutputColumn], in scope: Scope
  ) throws -> Typed {
    let value = try place(of: syntax, columns: columns, word: "DISTINCT ON").map {
      select.items[$0]
    }
    let typed = try value ?? self.value(syntax, in: scope)
    try checkOrder(typed.kind, at: syntax.range)
    return typed
  }

  /// What DISTINCT has put together is ordered by what is left of it.
  func checkDistinct(
    _ select: TypedSelect, order: [TypedOrder], syntax: QuerySyntax
  ) throws {
    if select.isDistinct {
      let items = Set(select.items.map(\.signature))
      for term in order where term.column == nil && !items.contains(term.value.signature) {
        throw fault(
          "SELECT DISTINCT is ordered by what it shows",
          advice: "show it too, or leave DISTINCT out",
          at: term.value.range)
      }
    }
    guard !select.distinctOn.isEmpty, !order.isEmpty else { return }
    let keys = Set(select.distinctOn.map(\.signature))
    let leading = order.prefix(keys.count).map(\.value.signature)
    guard keys.isSuperset(of: leading) else {
      throw fault(
        "ORDER BY begins with what DISTINCT ON names", advice: "name them in the same order",
        at: order[0].value.range)
    }
  }
}

extension Syntax {
  fileprivate var isNumber: Bool { if case .number = form { true } else { false } }
}
