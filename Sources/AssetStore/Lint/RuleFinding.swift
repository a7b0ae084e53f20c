/// A documented rule that stored assets violate.
package struct RuleFinding: Hashable, Sendable {
  /// The type's name.
  package let type: String
  /// As an ingest's warnings call it: `tags.max_keys`.
  package let rule: String
  /// How many assets violate it.
  package internal(set) var count: Int
  /// The key of the first of them.
  package let key: String
  /// What it has, and what is documented.
  package let example: String
  /// Where the rule is documented.
  package let source: String?
}
