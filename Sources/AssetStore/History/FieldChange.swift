public import AssetJSON
internal import Assets

/// What is another value in one state of an asset than in another.
public struct FieldChange: Hashable, Sendable {
  /// The field's name.
  public let field: String
  /// The key, where it is a map.
  public let key: String?
  /// Null where there was nothing.
  public let from: JSONValue
  /// Null where there is nothing.
  public let to: JSONValue
}

extension FieldChange {
  /// What differs between two records of one type: single keys of maps, and of what is kept beside the fields.
  static func all(
    from old: JSONValue?, to new: JSONValue?, of type: AssetType
  ) -> [FieldChange] {
    all(from: old, to: new, of: type.fields.map { ($0.name, $0.dataType.isMap) })
  }

  /// What differs between two records that have these fields.
  static func all(
    from old: JSONValue?, to new: JSONValue?, of fields: [(name: String, isMap: Bool)]
  ) -> [FieldChange] {
    (fields + [("_extra", true)]).flatMap { name, isMap in
      let (before, after) = (old?[name] ?? .null, new?[name] ?? .null)
      guard before != after else { return [FieldChange]() }
      return isMap
        ? keys(name, before: before, after: after)
        : [FieldChange(field: name, key: nil, from: before, to: after)]
    }
  }

  private static func keys(
    _ field: String, before: JSONValue, after: JSONValue
  ) -> [FieldChange] {
    let keys = Set((before.names + after.names).map(\.exactly))
    // One of them may be absent, and the other empty.
    guard !keys.isEmpty else {
      return [FieldChange(field: field, key: nil, from: before, to: after)]
    }
    return keys.map(\.string).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { key in
        let (from, to) = (before.member(key), after.member(key))
        guard from != to else { return nil }
        return FieldChange(field: field, key: key, from: from ?? .null, to: to ?? .null)
      }
  }
}

extension JSONValue {
  fileprivate var names: [String] {
    if case .object(let members) = self { members.map(\.name) } else { [] }
  }

  /// By its exact bytes.
  fileprivate func member(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name.exactly == key.exactly }?.value
  }
}
