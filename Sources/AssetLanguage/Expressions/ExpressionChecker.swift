package import Assets

/// Holds an expression against the fields of a type, by the rules of the language, and puts it in the form that is
/// compiled: fields by their own names, literals of the kind they are compared with, maps that are compared to text as
/// such.
package struct ExpressionChecker {
  let scope: AssetScope

  /// For a question to one type.
  package init(_ type: AssetType) { scope = AssetScope(type, isAcross: false) }

  /// For the part of a question across types that goes to this one; nil where there is none to ask.
  package init(acrossTypes type: AssetType?) { scope = AssetScope(type, isAcross: true) }

  /// - Throws: a `usage` fault, with its place, for a field that is not there and for what can't be compared. Answering
  ///   "none" to such a question would be a lie.
  package func check(_ expression: Expression) throws -> Expression {
    try check(expression, depth: 0)
  }

  /// SQLite's parser keeps at most a hundred unfinished parts, and each level may need two.
  private static let maxDepth = 32

  private func check(_ expression: Expression, depth: Int) throws -> Expression {
    guard depth <= Self.maxDepth else {
      throw Fault.expression(
        "AND, OR and NOT are nested more than \(Self.maxDepth) deep", advice: "take it apart",
        at: nil)
    }
    let next = depth + 1
    switch expression {
    case .and(let parts): return .and(try parts.map { try check($0, depth: next) })
    case .or(let parts): return .or(try parts.map { try check($0, depth: next) })
    case .not(let part): return .not(try check(part, depth: next))
    case .is(let part, let truth): return .is(try check(part, depth: next), truth)
    case .value, .compare, .isDistinct, .isNull, .isAmong, .isMember, .matches:
      return try checkValues(expression)
    case .hasKeys(let map, let quantifier, let keys):
      return .hasKeys(try self.map(map), quantifier, keys)
    case .isDefined(let map, let key): return .isDefined(try self.map(map), key: key)
    case .contains(let map, let pairs): return .contains(try self.map(map), pairs)
    case .isContained(let map, let pairs): return .isContained(try self.map(map), in: pairs)
    case .equals(let map, let pairs): return .equals(try self.map(map), pairs)
    case .computed(var condition):
      condition.isAcross = scope.isAcross
      _ = try condition.typed(in: scope)
      return .computed(condition)
    }
  }

  private func checkValues(_ expression: Expression) throws -> Expression {
    switch expression {
    case .value(let operand):
      let values = ValueChecker([operand], in: scope)
      return .value(try values.operand(values.condition(values.typed(operand)), as: operand))
    case .compare(let left, let comparison, let right):
      return try compare(left, comparison: comparison, right: right)
    case .isDistinct(let left, let right):
      let pair = try ValueChecker([left, right], in: scope).alike([left, right], word: "=")
      if pair[0].kind.isMap { return .not(try compare(left, comparison: .equal, right: right)) }
      return try compared(pair, with: [left, right]) { .isDistinct($0[0], from: $0[1]) }
    case .isNull(let operand):
      let values = ValueChecker([operand], in: scope)
      return .isNull(try values.operand(values.typed(operand), as: operand))
    case .isAmong(let operand, let list):
      let all = [operand] + list
      let typed = try ValueChecker(all, in: scope).alike(all, word: "IN")
      guard typed[0].kind.isPlain else {
        return .or(try list.map { try compare(operand, comparison: .equal, right: $0) })
      }
      return try compared(typed, with: all) { .isAmong($0[0], Array($0.dropFirst())) }
    case .isMember(let operand, let members): return try isMember(operand, members: members)
    case .matches(let operand, let pattern):
      try pattern.check()
      let values = ValueChecker([operand], in: scope)
      return .matches(
        try values.operand(values.matched(values.typed(operand)), as: operand), pattern)
    default: return expression
    }
  }

  /// - Parameter typed: the operands, made alike.
  private func compared(
    _ typed: [Typed], with operands: [Operand], body: ([Operand]) -> Expression
  ) throws -> Expression {
    let values = ValueChecker(operands, in: scope)
    guard typed[0].kind.isPlain else { return try computed(operands, values: values) }
    return body(try zip(typed, operands).map { try values.operand($0, as: $1) })
  }

  /// Arrays are compared by the language alone.
  private func computed(_ operands: [Operand], values: ValueChecker) throws -> Expression {
    let places = operands.compactMap(\.place)
    let start = places.map(\.offset).min() ?? 0
    guard let text = places.first?.text, places.count == operands.count else {
      throw values.fault("arrays are compared in text only", advice: nil, at: 0..<0)
    }
    let end = operands.map { ($0.place?.offset ?? 0) + $0.length }.max() ?? 0
    return try check(.computed(ComputedCondition(text: text, range: start..<end)))
  }

  private func compare(
    _ left: Operand, comparison: Comparison, right: Operand
  ) throws -> Expression {
    let values = ValueChecker([left, right], in: scope)
    let pair = try values.alike([left, right], word: comparison.rawValue)
    guard pair[0].kind.isMap else {
      return try compared(pair, with: [left, right]) { .compare($0[0], comparison, $0[1]) }
    }
    let isFlipped = pair[1].isColumn
    let (map, other) = isFlipped ? (pair[1], pair[0]) : (pair[0], pair[1])
    guard let text = other.constantText, case .field(let name) = (isFlipped ? right : left).content
    else {
      throw values.fault(
        "a map compares only with hstore text, and by = or <>",
        advice: "write tags->'env' for the value of a key, tags = 'env=>prod' for the whole map",
        at: map.range)
    }
    let equals = Expression.equals(
      try self.map(FieldReference(name)), try MapLiteral(hstore: text, at: nil))
    return comparison == .equal ? equals : .not(equals)
  }

  private func isMember(_ operand: Operand, members: Members) throws -> Expression {
    let values = ValueChecker([operand], in: scope)
    switch members {
    case .keys(let map):
      let key = try values.member(operand, of: .text)
      return .isMember(key, of: .keys(try self.map(map)))
    case .values(let map):
      let value = try values.member(operand, of: .text)
      return .isMember(value, of: .values(try self.map(map)))
    case .members(let field):
      let column = try ValueChecker(field, in: scope).column(field.name)
      guard let element = column.kind.element, let name = scope.field(column) else {
        throw values.fault(
          "\(field.name) is \(column.kind), and no array",
          advice: column.kind.isMap ? "write = ANY (avals(\(field.name)))" : nil, at: column.range)
      }
      let member = try values.member(operand, of: element)
      return .isMember(member, of: .members(FieldReference(name, at: field.place)))
    }
  }

  /// The map of that name; where a type has none its assets have no tags.
  private func map(_ reference: FieldReference) throws -> FieldReference {
    let values = ValueChecker(reference, in: scope)
    let column = try values.column(reference.name)
    guard column.kind.isMap else {
      throw values.fault(
        "\(reference.name) is \(column.kind), and no map", advice: nil, at: column.range)
    }
    return FieldReference(scope.field(column) ?? reference.name, at: reference.place)
  }
}
