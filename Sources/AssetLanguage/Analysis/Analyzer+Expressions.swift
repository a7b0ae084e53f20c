internal import Assets

extension Analyzer {
  func value(_ syntax: Syntax, in scope: Scope) throws -> Typed {
    let range = syntax.range
    switch syntax.form {
    case .null: return Typed(.null, of: .unknown, at: range)
    case .text(let text): return Typed(.text(text), of: .unknown, at: range)
    case .number(let spelling): return try number(spelling, at: range)
    case .bool(let bool): return Typed(.bool(bool), of: .bool, at: range)
    case .blob:
      throw fault("there are no literals of bytes", advice: "write text in quotes", at: range)
    case .parameter(let name): return Typed(.parameter(name), of: .unknown, at: range)
    case .typed(let type, let text):
      let kind = try self.kind(type)
      let value = try literal(text, as: kind, at: range)
      return try modified(value, type: type, at: range)
    case .name(let names): return try nameOrValue(names, at: range, in: scope)
    case .all: throw fault("* stands alone, or in count(*)", advice: nil, at: range)
    case .unary(let sign, let operand):
      return try unary(sign, operand: value(operand, in: scope), at: range)
    case .binary(let sign, let left, let right):
      let other =
        try Self.comparisons.contains(sign.sign)
        ? beside(right, in: scope) : value(right, in: scope)
      return try binary(sign, left: value(left, in: scope), right: other, at: range)
    case .not(let part): return Typed(.not(try condition(part, in: scope)), of: .bool, at: range)
    case .and(let parts):
      return Typed(.and(try parts.map { try condition($0, in: scope) }), of: .bool, at: range)
    case .or(let parts):
      return Typed(.or(try parts.map { try condition($0, in: scope) }), of: .bool, at: range)
    case .call(let call): return try self.call(call, at: range, in: scope)
    case .cast(let operand, let type):
      let value = try cast(value(operand, in: scope), to: kind(type), at: range)
      return try modified(value, type: type, at: range)
    case .caseOf(let operand, let branches, let last):
      return try caseOf(operand, branches: branches, last: last, at: range, in: scope)
    case .atTimeZone(let operand, let zone):
      return try atTimeZone(operand, zone: zone, at: range, in: scope)
    case .subquery(let query):
      let query = try self.query(query, parent: scope).settled()
      guard query.columns.count == 1 else {
        throw fault("a query that is a value has one column", advice: nil, at: range)
      }
      return Typed(.scalar(query), of: query.columns[0].kind, at: range)
    case .array(let members):
      let values = try members.map { try value($0, in: scope) }
      let (alike, kind) = try self.alike(values, word: "ARRAY", at: range)
      return Typed(.array(alike), of: .array(members.isEmpty ? .unknown : kind), at: range)
    case .arrayQuery(let query):
      let query = try self.query(query, parent: scope).settled()
      guard query.columns.count == 1 else {
        throw fault("ARRAY takes a query of one column", advice: nil, at: range)
      }
      return Typed(.arrayOfRows(query), of: .array(query.columns[0].kind), at: range)
    case .row(let parts):
      return Typed(.row(try parts.map { try value($0, in: scope) }), of: .unknown, at: range)
    case .element(let array, let index):
      return try element(array, index: index, at: range, in: scope)
    case .slice(let array, let low, let high):
      return try slice(array, low: low, high: high, at: range, in: scope)
    case .between, .inList, .inQuery, .like, .isNull, .isTruth, .isDistinct, .quantified, .exists:
      return try test(syntax, in: scope)
    }
  }

  /// What something is compared with.
  func beside(_ syntax: Syntax, in scope: Scope) throws -> Typed {
    guard case .name(let names) = syntax.form, names.count == 1 else {
      return try value(syntax, in: scope)
    }
    return try nameOrValue(names, at: syntax.range, in: scope, isBeside: true)
  }

  /// Words that are values without parentheses, unless there is a column of that name.
  private func nameOrValue(
    _ names: [Name], at range: Range<Int>, in scope: Scope, isBeside: Bool = false
  ) throws -> Typed {
    let words: Set<String> = ["current_date", "current_timestamp", "localtimestamp"]
    if names.count == 1, !names[0].isQuoted, words.contains(names[0].folded) {
      let call = Call(name: names[0], arguments: [])
      return try self.call(call, at: range, in: scope)
    }
    if names.count == 1, !names[0].isQuoted, let advice = Self.insteadOfWords[names[0].folded] {
      throw fault("'\(names[0].spelling)' has no value here", advice: advice, at: range)
    }
    return try column(names, at: range, in: scope, isBeside: isBeside)
  }

  func kind(_ type: TypeName) throws -> Kind {
    guard var kind = Kind.named[type.name] else {
      throw fault(
        "there is no data type '\(type.name)'",
        advice: Self.insteadOfTypes[type.name]
          ?? nearest(to: type.name, in: Kind.named.keys.sorted()).map { "did you mean '\($0)'?" },
        at: type.range)
    }
    for _ in 0..<type.dimensions { kind = .array(kind) }
    return kind
  }

  /// What `numeric(10, 2)` and `varchar(5)` ask beyond their kind.
  private func modified(_ value: Typed, type: TypeName, at range: Range<Int>) throws -> Typed {
    guard let first = type.modifiers.first, type.dimensions == 0 else { return value }
    let count = Typed(.whole(Int64(first)), of: .int, at: range)
    switch value.kind {
    case .numeric where type.modifiers.count <= 2 && first > 0:
      let scale = Typed(.whole(Int64(type.modifiers.dropFirst().first ?? 0)), of: .int, at: range)
      return Typed(.apply("numeric_fit", [value, count, scale]), of: .numeric, at: range)
    case .text where type.name != "text" && type.modifiers.count == 1 && first > 0:
      return Typed(.apply("text_left", [value, count]), of: .text, at: range)
    case .timestamp where first >= 6: return value
    case .interval where first >= 6: return value
    default:
      throw fault("\(type.name) takes no such length", advice: "leave it out", at: type.range)
    }
  }

  private func caseOf(
    _ operand: Syntax?, branches: [(when: Syntax, then: Syntax)], last: Syntax?,
    at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    var whens: [Typed]
    var compared: Typed?
    if let operand {
      let values = try ([operand] + branches.map(\.when)).map { try value($0, in: scope) }
      let (alike, kind) = try self.alike(values, word: "CASE", at: range)
      try check(kind, sign: "=", at: range)
      compared = alike[0]
      whens = Array(alike.dropFirst())
    } else {
      whens = try branches.map { try condition($0.when, in: scope) }
    }
    var results = try branches.map { try value($0.then, in: scope) }
    if let last { results.append(try value(last, in: scope)) }
    let (alike, kind) = try self.alike(results, word: "a result", at: range)
    let typed = zip(whens, alike).map { (when: $0, then: $1) }
    return Typed(.caseOf(compared, typed, last == nil ? nil : alike.last), of: kind, at: range)
  }

  private func element(
    _ array: Syntax, index: Syntax, at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    let value = try self.value(array, in: scope)
    guard let element = value.kind.element else {
      throw fault(
        "\(value.kind) has no numbered members",
        advice: value.kind.isMap
          ? "write tags->'key' for a map's value" : "only an array has them: akeys(tags)[1]",
        at: index.range)
    }
    let place = try self.value(index, in: scope)
    guard place.kind.isWhole || place.kind == .unknown else {
      throw fault(
        "only a number can stand in brackets behind an array", advice: nil, at: index.range)
    }
    let whole = try coerce(place, to: .bigint)
    return Typed(
      .apply("array_element", [value, whole]), of: element == .unknown ? .text : element, at: range)
  }

  private func slice(
    _ array: Syntax, low: Syntax?, high: Syntax?, at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    let value = try self.value(array, in: scope)
    guard value.kind.element != nil else {
      throw fault("\(value.kind) has no numbered members", advice: nil, at: array.range)
    }
    let bounds = try [(low, Int64(1)), (high, Int64.max)].map { bound, other in
      guard let bound else { return Typed(.whole(other), of: .bigint, at: range) }
      let typed = try self.value(bound, in: scope)
      guard typed.kind.isWhole || typed.kind == .unknown else {
        throw fault(
          "only numbers can stand in brackets behind an array", advice: nil, at: bound.range)
      }
      return try coerce(typed, to: .bigint)
    }
    return Typed(.apply("array_slice", [value] + bounds), of: value.kind, at: range)
  }

  private func atTimeZone(
    _ operand: Syntax, zone: Syntax, at range: Range<Int>, in scope: Scope
  ) throws -> Typed {
    guard case .text(let name) = zone.form, ["utc", "gmt", "z"].contains(name.foldedASCII) else {
      throw fault(
        "timestamps are in UTC here, and other time zones are not known",
        advice: "add the difference: x + INTERVAL '2 hours'", at: zone.range)
    }
    return try coerce(value(operand, in: scope), to: .timestamp).at(range)
  }
}
