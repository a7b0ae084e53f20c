internal import Assets

extension Analyzer {
  /// What is true, false or unknown.
  func test(_ syntax: Syntax, _ scope: Scope) throws -> Typed {
    let range = syntax.range
    switch syntax.form {
    case .between(let operand, let low, let high, let isSymmetric):
      return try between(operand, low, high, isSymmetric, range, scope)
    case .inList(let operand, let list): return try among(operand, list, range, scope)
    case .inQuery(let operand, let query): return try among(operand, query, range, scope)
    case .like(let operand, let pattern, let escape, let kind):
      return try like(operand, pattern, escape, kind, range, scope)
    case .isNull(let operand):
      let value = try self.value(operand, scope)
      if case .row(let parts) = value.form {
        return Typed(.and(parts.map { Typed(.isNull($0), .bool, range) }), .bool, range)
      }
      return Typed(.isNull(value), .bool, range)
    case .isTruth(let operand, let truth):
      return Typed(.isTruth(try condition(operand, scope), truth), .bool, range)
    case .isDistinct(let left, let right):
      let values = [try value(left, scope), try value(right, scope)]
      let (pair, kind) = try alike(values, "=", at: range)
      try check(kind, "=", at: range)
      return Typed(.isDistinct(pair[0], pair[1]), .bool, range)
    case .quantified(let sign, let left, let isAll, let operand):
      return try quantified(sign, left, isAll, operand, range, scope)
    case .exists(let query):
      return Typed(.exists(try self.query(query, scope).settled()), .bool, range)
    default: throw fault("this is no condition", nil, at: range)
    }
  }

  private func between(
    _ operand: Syntax, _ low: Syntax, _ high: Syntax, _ isSymmetric: Bool, _ range: Range<Int>,
    _ scope: Scope
  ) throws -> Typed {
    let values = try [operand, low, high].map { try value($0, scope) }
    // Each bound is compared by itself, as PostgreSQL does.
    let pairs = { (first: Int, second: Int) in
      [
        try self.compare(">=", values[0], values[first], range, at: range),
        try self.compare("<=", values[0], values[second], range, at: range),
      ]
    }
    let straight = Typed(.and(try pairs(1, 2)), .bool, range)
    guard isSymmetric else { return straight }
    return Typed(.or([straight, Typed(.and(try pairs(2, 1)), .bool, range)]), .bool, range)
  }

  private func among(
    _ operand: Syntax, _ list: [Syntax], _ range: Range<Int>, _ scope: Scope
  ) throws -> Typed {
    if list.count == 1, case .subquery(let query) = list[0].form {
      return try among(operand, query, range, scope)
    }
    let value = try self.value(operand, scope)
    let others = try list.map { try self.value($0, scope) }
    if case .row = value.form {
      let parts = try others.map { try compare("=", value, $0, range, at: range) }
      return parts.count == 1 ? parts[0] : Typed(.or(parts), .bool, range)
    }
    let (alike, kind) = try self.alike([value] + others, "IN", at: range)
    try check(kind, "=", at: range)
    return Typed(.isAmong(alike[0], Array(alike.dropFirst())), .bool, range)
  }

  private func among(
    _ operand: Syntax, _ syntax: QuerySyntax, _ range: Range<Int>, _ scope: Scope
  ) throws -> Typed {
    let value = try self.value(operand, scope)
    var query = try self.query(syntax, scope).settled()
    var values = [value]
    if case .row(let parts) = value.form { values = parts }
    guard values.count == query.columns.count else {
      throw fault(
        values.count == 1
          ? "IN takes a query of one column"
          : "the query needs as many columns as the row before IN: \(values.count)", nil,
        at: syntax.range)
    }
    var kinds: [Kind] = []
    for (place, column) in query.columns.enumerated() {
      let other = Typed(.null, column.kind, syntax.range)
      let (pair, kind) = try alike([values[place], other], "IN", at: range)
      try check(kind, "=", at: range)
      values[place] = pair[0]
      kinds.append(kind)
    }
    query = try query.becoming(kinds, self)
    return Typed(.isAmongRows(values, query), .bool, range)
  }

  private func like(
    _ operand: Syntax, _ pattern: Syntax, _ escape: Syntax?, _ kind: Syntax.LikeKind,
    _ range: Range<Int>, _ scope: Scope
  ) throws -> Typed {
    let operation =
      switch kind {
      case .like: "like"
      case .ilike: "ilike"
      case .glob: "glob"
      }
    if case .glob = kind, let escape {
      throw fault("GLOB has no escape character", "write [*] for *", at: escape.range)
    }
    var parts = [try matched(operand, scope), try matched(pattern, scope)]
    if let escape { parts.append(try matched(escape, scope)) }
    return Typed(.apply(operation, parts), .bool, range)
  }

  private func matched(_ syntax: Syntax, _ scope: Scope) throws -> Typed {
    try matched(value(syntax, scope))
  }

  /// A text that is held against a pattern, or the pattern.
  func matched(_ value: Typed) throws -> Typed {
    guard [.text, .unknown, .any].contains(value.kind) else {
      throw fault(
        "a pattern takes a text, and '\(excerpt(value.range))' is \(value.kind)",
        value.kind == .json ? "take its text with ->>, in parentheses" : "convert it: x::VARCHAR",
        at: value.range)
    }
    return try coerce(value, to: .text)
  }

  private static let patterns: Set<String> = [
    "~~", "~~*", "!~~", "!~~*", "~", "~*", "!~", "!~*",
  ]

  private func quantified(
    _ sign: Operator, _ left: Syntax, _ isAll: Bool, _ operand: Syntax.Quantified,
    _ range: Range<Int>, _ scope: Scope
  ) throws -> Typed {
    let word = isAll ? "ALL" : "ANY"
    let isPattern = Self.patterns.contains(sign.sign)
    guard isPattern || ["=", "<>", "<", "<=", ">", ">="].contains(sign.sign) else {
      throw fault(
        "\(word) can't stand behind \(sign.sign)",
        "there are = <> < <= > >= LIKE ILIKE ~ ~* with it",
        at: sign.range)
    }
    let value = try isPattern ? matched(left, scope) : self.value(left, scope)
    switch operand {
    case .array(let syntax):
      var array = try self.value(syntax, scope)
      if array.kind == .unknown {
        array = try coerce(array, to: .array(value.kind == .unknown ? .text : value.kind))
      }
      guard let element = array.kind.element else {
        throw fault("\(word) takes an array, not \(array.kind)", nil, at: syntax.range)
      }
      let member = Typed(.null, element, syntax.range)
      let (pair, kind) = try alike([value, member], sign.sign, at: sign.range)
      try check(kind, sign.sign, at: sign.range)
      array = try coerce(array, to: .array(kind))
      return Typed(
        .quantified(sign.sign, pair[0], isAll: isAll, array: array), .bool, range)
    case .query(let syntax):
      let query = try self.query(syntax, scope).settled()
      guard query.columns.count == 1 else {
        throw fault("\(word) takes a query of one column", nil, at: syntax.range)
      }
      let other = Typed(.null, query.columns[0].kind, syntax.range)
      let (pair, kind) = try alike([value, other], sign.sign, at: sign.range)
      try check(kind, sign.sign, at: sign.range)
      let typed = try query.becoming([kind], self)
      return Typed(.quantifiedRows(sign.sign, pair[0], isAll: isAll, typed), .bool, range)
    }
  }
}
