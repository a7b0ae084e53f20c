/// What a result shows or sorts by: a field, or one key of a map field, spelled `tags.env`.
///
/// The key is everything behind the first dot, so that keys with dots need no quoting: field names have none.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// The name of the field.
  public let field: String
  /// The key of a map, in its exact bytes; nil for the field itself.
  public let key: String?

  package init(field: String, key: String? = nil) {
    self.field = field
    self.key = key
  }

  /// Reads `name` or `tags.env`: everything behind the first dot is the key.
  public init(_ text: String) {
    let parts = text.split(atFirst: ".")
    self.init(field: parts?.before ?? text, key: parts?.behind)
  }

  /// Whether both name the same, to the byte.
  public static func == (left: FieldPath, right: FieldPath) -> Bool {
    left.field.exactly == right.field.exactly && left.key?.exactly == right.key?.exactly
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(field.exactly)
    hasher.combine(key?.exactly)
  }

  /// As it is written: `tags.env`.
  public var description: String { key.map { "\(field).\($0)" } ?? field }
}
