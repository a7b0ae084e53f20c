package import Assets

/// Holds an expression against the fields of a type, and puts it in the form that is compiled: fields by their own
/// names, literals of the kind they are compared with, maps that are compared to text as such.
package struct ExpressionChecker {
  let names: FieldNames

  /// For a question to one type.
  package init(_ type: AssetType) { names = FieldNames(type: type, isAcross: false) }

  /// For the part of a question across types that goes to this one; nil where there is none to ask.
  package init(acrossTypes type: AssetType?) { names = FieldNames(type: type, isAcross: true) }

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
      return .hasKeys(try names.map(map), quantifier, keys)
    case .isDefined(let map, let key): return .isDefined(try names.map(map), key: key)
    case .contains(let map, let pairs): return .contains(try names.map(map), pairs)
    case .isContained(let map, let pairs): return .isContained(try names.map(map), in: pairs)
    case .equals(let map, let pairs): return .equals(try names.map(map), pairs)
    case .computed(var condition):
      condition.isAcross = names.isAcross
      _ = try condition.typed(in: AssetScope(names.type, isAcross: names.isAcross))
      return .computed(condition)
    }
  }

  private func checkValues(_ expression: Expression) throws -> Expression {
    switch expression {
    case .value(let operand): return .value(try condition(operand))
    case .compare(let left, let comparison, let right):
      return try compare(left, comparison: comparison, right: right)
    case .isDistinct(let left, let right):
      let values = try agree([left, right])
      return .isDistinct(values[0], from: values[1])
    case .isNull(let operand): return .isNull(try names.resolve(operand).operand)
    case .isAmong(let operand, let list):
      let values = try agree([operand] + list)
      return .isAmong(values[0], Array(values.dropFirst()))
    case .isMember(let operand, let members): return try isMember(operand, members: members)
    case .matches(let operand, let pattern):
      try pattern.check()
      return .matches(try convert(names.resolve(operand), to: .text), pattern)
    default: return expression
    }
  }

  private func condition(_ operand: Operand) throws -> Operand {
    let value = try names.resolve(operand)
    guard value.kind == .bool || value.kind == .null else {
      throw Fault.expression(
        "\(value.description) is \(value.kind.article), and no condition",
        advice: value.kind == .map
          ? "ask tags ? 'env', or tags <> ''" : "compare it with something",
        at: operand.place)
    }
    return value.operand
  }

  /// A map is compared with hstore text.
  private func compare(
    _ left: Operand, comparison: Comparison, right: Operand
  ) throws -> Expression {
    let (first, second) = (try names.resolve(left), try names.resolve(right, isValue: true))
    guard first.kind == .map || second.kind == .map else {
      let values = try agree([left, right])
      return .compare(values[0], comparison, values[1])
    }
    let (map, other) = first.kind == .map ? (first, second) : (second, first)
    guard comparison == .equal || comparison == .notEqual,
      case .literal(.text(let text)) = other.operand.content, let field = map.field
    else {
      throw Fault.expression(
        "\(map.description) is a map, and compares only with hstore text and by = or <>",
        advice: "write tags->'env' for the value of a key, tags = 'env=>prod' for the whole map",
        at: map.operand.place)
    }
    let equals = Expression.equals(field, try MapLiteral(hstore: text, at: other.operand.place))
    return comparison == .equal ? equals : .not(equals)
  }

  private func isMember(_ operand: Operand, members: Members) throws -> Expression {
    let value = try names.resolve(operand)
    switch members {
    case .keys(let map):
      return .isMember(try convert(value, to: .text), of: .keys(try names.map(map)))
    case .values(let map):
      return .isMember(try convert(value, to: .text), of: .values(try names.map(map)))
    case .members(let field):
      let (array, element) = try names.array(field)
      return .isMember(try convert(value, to: element), of: .members(array))
    }
  }
}
