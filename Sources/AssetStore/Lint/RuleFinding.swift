/// From which documented rule stored assets depart.
public struct RuleFinding: Hashable, Sendable {
  /// The type's name.
  public let type: String
  /// As an ingest's warnings call it: `tags.max_keys`.
  public let rule: String
  /// How many assets depart from it.
  public internal(set) var count: Int
  /// The key of the first of them.
  public let key: String
  /// What it has, and what is documented.
  public let example: String
  /// Where the rule is documented.
  public let source: String?
}
