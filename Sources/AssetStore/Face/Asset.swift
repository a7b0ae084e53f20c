public import AssetJSON
internal import Assets

/// One asset as the store has it now.
public struct Asset: Hashable, Sendable {
  /// The name of its type, such as `aws.ec2_instance`.
  public let type: String
  /// What identifies it within its type.
  public let key: String
  /// The account it belongs to; nil where nobody said.
  public let account: String?
  /// All fields of its type in the type's order, null where it has none, and `_extra` if there is something.
  public let fields: [JSONValue.Member]

  /// The value of a field, or of one key of a map; nil where the asset has none. A key with several values gives an
  /// array of them.
  ///
  /// - Parameter path: as it is written: `tags.env` is the tag `env`.
  public subscript(_ path: String) -> JSONValue? {
    let path = FieldPath(path)
    let field = fields.last { $0.name == path.field }?.value
    let value = path.key.map { key in field?[exactly: key] } ?? field
    return value == .null ? nil : value
  }

  /// The tags: each key with its values. A key whose value is null has no value.
  public var tags: [(key: String, values: [String])] {
    guard case .object(let members)? = self["tags"] else { return [] }
    return members.map { ($0.name, $0.value.texts) }
  }
}

extension JSONValue {
  /// The member whose name has these bytes.
  fileprivate subscript(exactly name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name.exactly == name.exactly }?.value
  }

  /// A text, or those of an array.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.compactMap(\.string)
    default: []
    }
  }
}
