/// What a query asks of an asset. Says nothing of how it is answered.
///
/// Questions about maps treat an absent map as an empty one, so that each of them is either true or false, never
/// unknown: `not(.hasKey("tags", "owner"))` finds the assets without tags too.
public indirect enum Expression: Hashable, Sendable {
  /// True of all assets.
  case everything
  case and([Expression])
  case or([Expression])
  case not(Expression)
  /// The asset's account is one of these.
  case account(in: [String])
  /// The asset's key is this one.
  case key(String)
  /// The map has the key, whatever its value.
  case hasKey(field: String, key: String)
  /// The map has the key with the value, or with several values and this among them.
  case contains(field: String, key: String, value: String)
  /// The map is absent or has no key.
  case isEmpty(field: String)

  /// All of these; the empty list is true of all assets.
  public static func all(_ expressions: [Expression]) -> Expression {
    switch expressions.count {
    case 0: .everything
    case 1: expressions[0]
    default: .and(expressions)
    }
  }

  /// The fields that it names, apart from the key and the account, which every asset has.
  public var fieldNames: Set<String> {
    switch self {
    case .everything, .account, .key: []
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.fieldNames) }
    case .not(let part): part.fieldNames
    case .hasKey(let field, _), .contains(let field, _, _), .isEmpty(let field): [field]
    }
  }
}
