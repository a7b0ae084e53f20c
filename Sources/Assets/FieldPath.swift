/// What a result shows or sorts by: a field, or one key of a map field, spelled `tags.env`.
///
/// The key is everything behind the first dot, so that keys with dots need no quoting: field names have none.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  public let field: String
  public let key: String?

  public init(field: String, key: String? = nil) {
    self.field = field
    self.key = key
  }

  public init(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(field: String(parts[0]), key: parts.count == 2 ? String(parts[1]) : nil)
  }

  public var description: String { key.map { "\(field).\($0)" } ?? field }
}
