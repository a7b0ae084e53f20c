internal import Assets

extension Parser {
  mutating func select() throws -> SelectSyntax {
    let start = take().range.lowerBound
    var select = SelectSyntax(range: start..<start)
    if take(word: "distinct") {
      select.distinct = .all
      if take(word: "on") {
        select.distinct = .on(
          try inParentheses { parser in try parser.list { try $0.expression() } })
      }
    } else {
      _ = take(word: "all")
    }
    if !next.isWord("from") { select.items = try list { try $0.item() } }
    if take(word: "from") { select.from = try list { try $0.from() } }
    if take(word: "where") { select.filter = try expression() }
    if take(words: "group", "by") { select.group = try list { try $0.groupings() }.flatMap { $0 } }
    if take(word: "having") { select.having = try expression() }
    if take(word: "window") {
      select.windows = try list { parser in
        let name = try parser.requireName()
        try parser.require(word: "as")
        return (name, try parser.window())
      }
    }
    select.range = start..<end
    guard !select.items.isEmpty else {
      throw fault("it selects nothing", advice: "name what to show", at: start)
    }
    return select
  }

  private mutating func item() throws -> SelectSyntax.Item {
    let value = try expression()
    if take(word: "as") {
      guard next.kind == .word || next.kind == .quotedName else { throw expected("a name") }
      return SelectSyntax.Item(value: value, alias: name(take()))
    }
    return SelectSyntax.Item(value: value, alias: next.isName ? name(take()) : nil)
  }

  mutating func from() throws -> FromSyntax {
    try nested { parser in
      var left = try parser.tablePrimary()
      while let join = try parser.join(left) { left = join }
      return left
    }
  }

  private mutating func join(_ left: FromSyntax) throws -> FromSyntax? {
    let start = next.range.lowerBound
    let isNatural = take(word: "natural")
    var kind: FromSyntax.Join.Kind = .inner
    if next.isWord(in: ["left", "right", "full"]) {
      kind = FromSyntax.Join.Kind(rawValue: take().folded) ?? .inner
      _ = take(word: "outer")
    } else if take(word: "cross") {
      kind = .cross
    } else {
      _ = take(word: "inner")
    }
    guard take(word: "join") else {
      guard next.range.lowerBound == start else { throw expected("JOIN") }
      return nil
    }
    let right = try tablePrimary()
    var condition: FromSyntax.Join.Condition = isNatural ? .natural : .none
    if kind != .cross, !isNatural {
      if take(word: "on") {
        condition = .on(try expression())
      } else if take(word: "using") {
        condition = .using(
          try inParentheses { parser in try parser.list { try $0.requireName() } })
      } else {
        throw fault(
          "a join says which rows belong together", advice: "add ON or USING, or CROSS JOIN")
      }
    }
    return .join(
      .init(kind: kind, left: left, right: right, condition: condition, range: start..<end))
  }

  private mutating func tablePrimary() throws -> FromSyntax {
    let start = next.range.lowerBound
    let isLateral = take(word: "lateral")
    if next.isSymbol("(") {
      if startsQuery(at: index + 1) || isLateral {
        let query = try inParentheses { try $0.query() }
        return .query(query, isLateral: isLateral, try alias())
      }
      let inner = try inParentheses { try $0.from() }
      if next.isWord("as") || next.isName {
        throw fault("a join in parentheses takes no other name", advice: "name its tables")
      }
      return inner
    }
    var names = [try requireName("a table")]
    if next.isSymbol("(") {
      let syntax = try call(names[0])
      guard case .call(let call) = syntax.form else { throw expected("a table") }
      let withOrdinality = take(words: "with", "ordinality")
      return .function(call, withOrdinality: withOrdinality, try alias(), start..<end)
    }
    while take(symbol: ".") {
      guard next.kind == .word || next.kind == .quotedName else { throw expected("a name") }
      names.append(name(take()))
    }
    tables.append(names.map(\.folded))
    let alias = try alias()
    if next.isWord("tablesample") || alias.name?.folded == "tablesample" && next.isName {
      throw fault(
        "a query gives the same whenever it runs, and TABLESAMPLE takes any rows",
        advice: "take rows by what they are: WHERE _id % 100 = 0")
    }
    return .table(names, alias)
  }

  private mutating func alias() throws -> FromSyntax.Alias {
    var alias = FromSyntax.Alias()
    if take(word: "as") {
      alias.name = try requireName()
    } else if next.isName {
      alias.name = name(take())
    }
    if alias.name != nil, next.isSymbol("(") {
      alias.columns = try inParentheses { parser in try parser.list { try $0.requireName() } }
    }
    return alias
  }
}
