/// What a query asks of an asset. Says nothing of how it is answered.
///
/// It is true, false or unknown of an asset, and a query finds those of which it is true. As in PostgreSQL, a question
/// about a value that is missing is unknown, and so is its `not`. Questions about a map as a whole are true or false:
/// an absent map counts as an empty one, so that `not(.hasKeys("tags", .all, ["owner"]))` finds the assets without
/// tags too.
package indirect enum Expression: Hashable, Sendable {
  case and([Expression])
  case or([Expression])
  case not(Expression)
  /// The value of a bool, or of TRUE, FALSE and NULL.
  case value(Operand)
  /// The expression is true, false or, if nil, unknown: true or false itself.
  case `is`(Expression, Bool?)
  case compare(Operand, Comparison, Operand)
  /// NULL differs from all but NULL: true or false, never unknown.
  case isDistinct(Operand, from: Operand)
  case isNull(Operand)
  case isAmong(Operand, [Operand])
  /// It equals one of the collection's members.
  case isMember(Operand, of: Members)
  case matches(Operand, TextPattern)
  /// The map has the keys, whatever their values.
  case hasKeys(FieldReference, Quantifier, [String])
  /// The map has the key, and its value is not null.
  case isDefined(FieldReference, key: String)
  /// The map has all of these pairs. A key with several values has each of them.
  case contains(FieldReference, MapLiteral)
  /// The map has none but these pairs.
  case isContained(FieldReference, in: MapLiteral)
  /// The map has these pairs and no others.
  case equals(FieldReference, MapLiteral)
  /// Anything else that the language of queries can say of an asset.
  case computed(ComputedCondition)

  /// How many of some keys.
  package enum Quantifier: Hashable, Sendable {
    case any, all
  }

  /// True of all assets.
  package static let everything = Expression.and([])

  /// All of these; the empty list is true of all assets.
  package static func all(_ expressions: [Expression]) -> Expression {
    expressions.count == 1 ? expressions[0] : .and(expressions)
  }
}

/// How two values compare. Text compares byte by byte, FALSE comes before TRUE.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// Values that an asset has in one place.
package enum Members: Hashable, Sendable {
  /// The keys of a map; none if it is absent.
  case keys(FieldReference)
  /// The values of a map, each of those of a key with several; none if it is absent.
  case values(FieldReference)
  /// The members of an array field.
  case members(FieldReference)

  /// The field of the map.
  package var field: FieldReference {
    switch self {
    case .keys(let field), .values(let field), .members(let field): field
    }
  }
}
