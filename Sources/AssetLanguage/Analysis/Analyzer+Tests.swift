internal import Assets

extension Analyzer {
  /// What is true, false or unknown.
  func test(_ syntax: Syntax, in scope: Scope) throws -> Typed {
    let range = syntax.range
    switch syntax.form {
    case .between(let operand, let low, let high, let isSymmetric):
      return try between(
        operand, low: low, high: high, isSymmetric: isSymmetric, at: range, in: scope)
    case .inList(let operand, let list): return try among(operand, list: list, at: range, in: scope)
    case .inQuery(let operand, let query):
      return try among(operand, syntax: query, at: range, in: scope)
    case .like(let operand, let pattern, let escape, let kind):
      return try like(operand, pattern: pattern, escape: escape, kind: kind, at: range, in: scope)
    case .isNull(let operand):
      let value = try self.value(operand, in: scope)
      if case .row(let parts) = value.form {
        return Typed(
          .and(parts.map { Typed(.isNull($0), of: .bool, at: range) }), of: .bool, at: range)
      }
      return Typed(.isNull(value), of: .bool, at: range)
    case .isTruth(let operand, let truth):
      return Typed(.isTruth(try condition(operand, in: scope), truth), of: .bool, at: range)
    case .isDistinct(let left, let right):
      let values = [try value(left, in: scope), try beside(right, in: scope)]
      let (pair, kind) = try alike(values, word: "=", at: range)
      try check(kind, sign: "=", at: range)
      return Typed(.isDistinct(pair[0], pair[1]), of: .bool, at: range)
    case .quantified(let sign, let left, let isAll, let operand):
      return try quantified(sign, left: left, isAll: isAll, operand: operand, at: range, in: scope)
    case .exists(let query):
      return Typed(.exists(try self.query(query, parent: scope).settled()), of: .bool, at: range)
    default: throw fault("this is no condition", advice: nil, at: range)
    }
  }

  private func between(
    _ operand: Syntax, low: Syntax, high: Syntax, isSymmetric: Bool, at range: Range<Int>,
    in scope: Scope
  ) throws -> Typed {
    let values = [
      try value(operand, in: scope), try beside(low, in: scope), try beside(high, in: scope),
    ]
    // Each bound is compared by itself, as PostgreSQL does.
    let pairs = { (first: Int, second: Int) in
      [
        try self.compare(">=", left: values[0], right: values[first], range: range, at: range),
        try self.compare("<=", left: values[0], right: values[second], range: range, at: range),
      ]
    }
    let straight = Typed(.and(try pairs(1, 2)), of: .bool, at: range)
    guard isSymmetric else { return straight }
    return Typed(
      .or([straight, Typed(.and(try pairs(2, 1)), of: .bool, at: range)]), of: .bool, at: range)
  }

  private func among(
    _ operand: Syntax, list: [Syntax], at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    if list.count == 1, case .subquery(let query) = list[0].form {
      return try among(operand, syntax: query, at: range, in: scope)
    }
    let value = try self.value(operand, in: scope)
    let others = try list.map { try beside($0, in: scope) }
    if case .row = value.form {
      let parts = try others.map {
        try compare("=", left: value, right: $0, range: range, at: range)
      }
      return parts.count == 1 ? parts[0] : Typed(.or(parts), of: .bool, at: range)
    }
    let (alike, kind) = try self.alike([value] + others, word: "IN", at: range)
    try check(kind, sign: "=", at: range)
    return Typed(.isAmong(alike[0], Array(alike.dropFirst())), of: .bool, at: range)
  }

  private func among(
    _ operand: Syntax, syntax: QuerySyntax, at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    let value = try self.value(operand, in: scope)
    var query = try self.query(syntax, parent: scope).settled()
    var values = [value]
    if case .row(let parts) = value.form { values = parts }
    guard values.count == query.columns.count else {
      throw fault(
        values.count == 1
          ? "IN takes a query of one column"
          : "the query needs as many columns as the row before IN: \(values.count)", advice: nil,
        at: syntax.range)
    }
    var kinds: [Kind] = []
    for (place, column) in query.columns.enumerated() {
      let other = Typed(.null, of: column.kind, at: syntax.range)
      let (pair, kind) = try alike([values[place], other], word: "IN", at: range)
      try check(kind, sign: "=", at: range)
      values[place] = pair[0]
      kinds.append(kind)
    }
    query = try query.becoming(kinds, analyzer: self)
    return Typed(.isAmongRows(values, query), of: .bool, at: range)
  }

  private func like(
    _ operand: Syntax, pattern: Syntax, escape: Syntax?, kind: Syntax.LikeKind,
    at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    let operation =
      switch kind {
      case .like: "like"
      case .ilike: "ilike"
      case .glob: "glob"
      case .similar: "similar"
      }
    if case .glob = kind, let escape {
      throw fault("GLOB has no escape character", advice: "write [*] for *", at: escape.range)
    }
    var parts = [try matched(operand, in: scope), try matched(pattern, in: scope)]
    if let escape { parts.append(try matched(escape, in: scope)) }
    return Typed(.apply(operation, parts), of: .bool, at: range)
  }

  private func matched(_ syntax: Syntax, in scope: Scope) throws -> Typed {
    try matched(value(syntax, in: scope))
  }

  /// A text that is held against a pattern, or the pattern.
  func matched(_ value: Typed) throws -> Typed {
    guard [.text, .unknown, .any].contains(value.kind) else {
      throw fault(
        "a pattern takes a text, and '\(excerpt(value.range))' is \(value.kind)",
        advice: value.kind == .json
          ? "take its text with ->>, in parentheses" : "convert it: x::VARCHAR",
        at: value.range)
    }
    return try coerce(value, to: .text)
  }

  private static let patterns: Set<String> = [
    "~~", "~~*", "!~~", "!~~*", "~", "~*", "!~", "!~*",
  ]

  private func quantified(
    _ sign: Operator, left: Syntax, isAll: Bool, operand: Syntax.Quantified,
    at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    let word = isAll ? "ALL" : "ANY"
    let isPattern = Self.patterns.contains(sign.sign)
    guard isPattern || ["=", "<>", "<", "<=", ">", ">="].contains(sign.sign) else {
      throw fault(
        "\(word) can't stand behind \(sign.sign)",
        advice: "there are = <> < <= > >= LIKE ILIKE ~ ~* with it",
        at: sign.range)
    }
    let value = try isPattern ? matched(left, in: scope) : self.value(left, in: scope)
    switch operand {
    case .array(let syntax):
      var array = try self.value(syntax, in: scope)
      if array.kind == .unknown {
        array = try coerce(array, to: .array(value.kind == .unknown ? .text : value.kind))
      }
      guard let element = array.kind.element else {
        throw fault("\(word) takes an array, not \(array.kind)", advice: nil, at: syntax.range)
      }
      let member = Typed(.null, of: element, at: syntax.range)
      let (pair, kind) = try alike([value, member], word: sign.sign, at: sign.range)
      try check(kind, sign: sign.sign, at: sign.range)
      array = try coerce(array, to: .array(kind))
      return Typed(
        .quantified(sign.sign, pair[0], isAll: isAll, array: array), of: .bool, at: range)
    case .query(let syntax):
      let query = try self.query(syntax, parent: scope).settled()
      guard query.columns.count == 1 else {
        throw fault("\(word) takes a query of one column", advice: nil, at: syntax.range)
      }
      let other = Typed(.null, of: query.columns[0].kind, at: syntax.range)
      let (pair, kind) = try alike([value, other], word: sign.sign, at: sign.range)
      try check(kind, sign: sign.sign, at: sign.range)
      let typed = try query.becoming([kind], analyzer: self)
      return Typed(.quantifiedRows(sign.sign, pair[0], isAll: isAll, typed), of: .bool, at: range)
    }
  }
}
