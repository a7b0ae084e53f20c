/// A named, typed part of a type.
package struct Field: Hashable, Sendable {
  /// In snake case, as columns are named.
  package let name: String
  /// What it holds.
  package let dataType: DataType
  /// For people.
  package var title: String?
  package var description: String?
  /// How the provider's own interface spells the name: `ContentHandlingStrategy`.
  package var providerName: String?
  /// Where else in records it is: names joined by dots, `metadata.labels`. One that begins with a source and a colon
  /// holds for that one: `terraform:tags`.
  package var paths: [String] = []
  /// Whether the type's definition has it no longer. It stays, with the values that it has.
  package var isRetired = false
  /// Whether the store keeps an index of its values, as it does of the account and of every map. Worth it for a string,
  /// bool or int64 field that is asked for its value.
  package var isIndexed: Bool
  /// What the provider documents about its values. A value that violates it is stored and reported.
  package var rules: [FieldRule]

  package init(
    _ name: String, dataType: DataType, title: String? = nil, description: String? = nil,
    providerName: String? = nil, isIndexed: Bool = false, rules: [FieldRule] = []
  ) {
    self.name = name
    self.dataType = dataType
    self.title = title
    self.description = description
    self.providerName = providerName
    self.isIndexed = isIndexed
    self.rules = rules
  }

  /// The name every type's key field has.
  package static let keyName = "_key"

  /// Names that the store's own columns have. An `id` is often a field of the asset, so the row id is `_id`.
  package static let reservedNames = ["_id", "_extra", "_run", "_tags_known", "_type"]
}

/// A documented rule about a field's values.
package struct FieldRule: Hashable, Sendable {
  /// What a rule asks of a value.
  package enum Check: Hashable, Sendable {
    /// The value is one of these.
    case oneOf([String])
    /// The value has this many characters.
    case length(ClosedRange<Int>)
    /// The value matches this regular expression as a whole.
    case pattern(String)
    /// Each key of the map has this many characters.
    case keyLength(ClosedRange<Int>)
    /// Each key of the map matches this regular expression as a whole.
    case keyPattern(String)
    /// Each value of the map has this many characters.
    case valueLength(ClosedRange<Int>)
    /// Each value of the map matches this regular expression as a whole.
    case valuePattern(String)
    /// The map has at most this many keys.
    case maxKeys(Int)
  }

  /// What it asks of a value.
  package let check: Check
  /// Where the rule is documented.
  package let source: String?

  package init(_ check: Check, source: String? = nil) {
    self.check = check
    self.source = source
  }
}
