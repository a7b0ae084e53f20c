/// What a result shows or sorts by: a field, one key of a map field, spelled `tags.env`, or what an expression gives:
/// `state->>'Name'`, `length(name)`.
///
/// The key is everything behind the first dot, so that keys with dots need no quoting: field names have none.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// The name of the field, or the expression.
  package let field: String
  /// The key of a map, in its exact bytes; nil for the field itself.
  package let key: String?

  /// Whether it is worked out, and no field's name.
  package let isExpression: Bool

  package init(field: String, key: String? = nil) {
    (self.field, self.key, isExpression) = (field, key, false)
  }

  /// Reads `name` or `tags.env`: everything behind the first dot is the key.
  package init(_ text: String) {
    let parts = text.split(atFirst: ".")
    self.init(field: parts?.before ?? text, key: parts?.behind)
  }

  /// What a question names: also an expression. No field's name has a sign of one, and a key has a dot before it.
  package init(asking text: String) {
    let name = text.prefix { $0 != "." }
    if name.utf8.contains(where: "->#[('|+*/% ".utf8.contains) || name.contains("::") {
      self.init(expression: text)
    } else {
      self.init(text)
    }
  }

  package init(expression: String) { (field, key, isExpression) = (expression, nil, true) }

  /// Whether both name the same, to the byte.
  package static func == (left: FieldPath, right: FieldPath) -> Bool {
    left.field.exactly == right.field.exactly && left.key?.exactly == right.key?.exactly
  }

  /// Hashes what equality compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(field.exactly)
    hasher.combine(key?.exactly)
  }

  /// As it is written: `tags.env`.
  package var description: String { key.map { "\(field).\($0)" } ?? field }
}
