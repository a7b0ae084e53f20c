internal import Assets

extension FieldPath {
  /// The same by one of these names, if it differs from it in case only: no two names of a type do.
  func spelled(asOneOf names: [String]) -> FieldPath {
    let folded = field.lowercased()
    guard !names.contains(field), let name = names.first(where: { $0.lowercased() == folded })
    else { return self }
    return FieldPath(field: name, key: key)
  }

  /// Says which of the names may have been meant by one that is none; nil if none is near.
  func meant(among names: [String]) -> String? {
    nearest(to: field.lowercased(), in: names).map { "did you mean '\($0)'?" }
  }
}
