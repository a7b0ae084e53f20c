package import AssetJSON
package import Assets

/// What the values of one member looked like, over all records.
package struct Observations: OptionSet {
  package let rawValue: Int

  package static let text = Self(rawValue: 1 << 0)
  package static let moment = Self(rawValue: 1 << 1)
  package static let bool = Self(rawValue: 1 << 2)
  package static let integer = Self(rawValue: 1 << 3)
  package static let real = Self(rawValue: 1 << 4)
  /// An object whose values are all scalars; a list of tags with key and value.
  package static let map = Self(rawValue: 1 << 5)
  package static let emptyMap = Self(rawValue: 1 << 6)
  package static let nested = Self(rawValue: 1 << 7)
  package static let emptyList = Self(rawValue: 1 << 8)
  package static let strings = Self(rawValue: 1 << 9)
  package static let integers = Self(rawValue: 1 << 10)
  package static let reals = Self(rawValue: 1 << 11)
  package static let bools = Self(rawValue: 1 << 12)
  /// An object whose values are scalars and lists of them.
  package static let mapOfLists = Self(rawValue: 1 << 13)

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Null says nothing.
  package init(_ value: JSONValue) {
    switch value {
    case .null: self = []
    case .bool: self = .bool
    case .number(let spelling): self = Self.number(spelling)
    case .string(let text): self = Self.isMoment(text) ? .moment : .text
    case .array(let elements): self = Self.list(elements)
    case .object(let members):
      let isFlat = members.allSatisfy { $0.value.isScalar }
      let isOfLists = members.allSatisfy { member in
        member.value.isScalar || member.value.array?.allSatisfy(\.isScalar) == true
      }
      self = members.isEmpty ? .emptyMap : isFlat ? .map : isOfLists ? .mapOfLists : .nested
    }
  }

  /// A number that neither of the number types keeps stays text.
  private static func number(_ spelling: String) -> Self {
    let number = DecimalNumber(Array(spelling.utf8).span)
    if number?.int64 != nil { return .integer }
    return Double(spelling).map { number?.isKept(by: $0) == true } == true ? .real : .text
  }

  private static func isMoment(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, bytes[4] == UInt8(ascii: "-") else { return false }
    var output: [UInt8] = []
    return (try? Timestamp.append(text: bytes.span, to: &output)) == true
  }

  private static func list(_ elements: [JSONValue]) -> Self {
    if elements.isEmpty { return .emptyList }
    if elements.allSatisfy(\.isTag) { return .map }
    let kinds = elements.reduce(into: Self()) { $0.formUnion(Self($1)) }
    switch kinds {
    case []: return .emptyList
    case [.bool]: return .bools
    case [.integer]: return .integers
    case [.real], [.real, .integer]: return .reals
    case _ where kinds.isSubset(of: [.text, .moment]): return .strings
    default: return .nested
    }
  }
}

extension Observations {
  /// The data type that holds all of it; JSON where nothing closer does.
  package func dataType(named name: String) -> DataType {
    let isTagLike = ["tags", "tag_set", "tag_list", "labels", "annotations"].contains(name)
    switch self {
    case []: return .string
    case [.bool]: return .bool
    case [.moment]: return .timestamp
    // An account's number is a name: zeros in front of it count.
    case [.integer]: return name.hasSuffix("account_id") ? .string : .int64
    case [.real], [.real, .integer]: return .float64
    case [.emptyMap]: return isTagLike ? .hstore : .json
    case [.emptyList]: return isTagLike ? .hstore : .array(.string)
    default: break
    }
    if isSubset(of: [.text, .moment, .bool, .integer, .real]) { return .string }
    if isSubset(of: [.map, .emptyMap, .emptyList]) { return .hstore }
    // However each record spells them.
    if isTagLike, isSubset(of: [.map, .mapOfLists, .emptyMap, .emptyList, .strings, .text]) {
      return contains(.strings) ? .hstoreCSV : .hstore
    }
    switch subtracting(.emptyList) {
    case [.strings]: return .array(.string)
    case [.integers]: return .array(.int64)
    case [.reals], [.reals, .integers]: return .array(.float64)
    case [.bools]: return .array(.bool)
    default: return .json
    }
  }
}

extension JSONValue {
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// `{"Key": "env", "Value": "prod"}`, in any of the spellings that AWS uses.
  fileprivate var isTag: Bool {
    guard case .object(let members) = self, (1...2).contains(members.count) else { return false }
    let names = members.map { $0.name.lowercased() }
    return members.allSatisfy { $0.value.isScalar }
      && ["key", "tagkey", "tagname"].contains { names.contains($0) }
      && (names.count == 1 || ["value", "tagvalue"].contains { names.contains($0) })
  }
}
