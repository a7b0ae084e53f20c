extension TypeSelection {
  /// Whether a type of that name is asked.
  package func includes(_ name: String) -> Bool {
    switch self {
    case .all: true
    case .one(let type): type.description == name
    case .matching(let pattern): Self.matches(Array(pattern.utf8)[...], name: Array(name.utf8)[...])
    }
  }

  private static func matches(_ pattern: ArraySlice<UInt8>, name: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    guard first == UInt8(ascii: "*") else {
      return first == name.first && matches(pattern.dropFirst(), name: name.dropFirst())
    }
    let rest = pattern.drop { $0 == UInt8(ascii: "*") }
    return rest.isEmpty
      || (name.startIndex...name.endIndex).contains { matches(rest, name: name[$0...]) }
  }
}
