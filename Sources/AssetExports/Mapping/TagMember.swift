internal import AssetFiles
internal import AssetJSON
internal import Assets

/// What a member of a tag's object is, in the spellings that AWS uses.
enum TagMember {
  case key, value
  /// AWS Config repeats the tag as `key=value`.
  case whole
  /// The identifier of what has the tag.
  case owner
  case other

  init(_ name: Span<UInt8>) {
    self =
      switch String(copying: name).lowercased() {
      case "key", "tagkey", "tagname", "name": .key
      case "value", "tagvalue", "values", "tagvalues": .value
      case "tag": .whole
      case "resourceid", "resourcearn": .owner
      default: .other
      }
  }
}

extension JSONTape {
  /// Whether an object is one tag, `{"Key": "env", "Value": "prod"}` and nothing else, and not a map with two keys.
  func isLoneTag(_ object: Int) -> Bool {
    guard kind(at: object) == .object else { return false }
    let first = firstChild(of: object)
    // Nearly all maps are none by the length of their first key.
    guard hasValue(at: first), withBytes(at: first, body: { $0.count < 10 && $0.count > 2 }) else {
      return false
    }
    let second = index(after: index(after: first))
    guard hasValue(at: second), !hasValue(at: index(after: index(after: second))) else {
      return false
    }
    let names = [string(at: first), string(at: second)].sorted()
    return Self.loneTags.contains(names)
      && kind(at: names[0] == string(at: first) ? first + 1 : second + 1) == .string
  }

  private static let loneTags: Set = [
    ["Key", "Value"], ["key", "value"], ["TagKey", "TagValue"], ["tagKey", "tagValue"],
    ["Key", "Values"], ["key", "values"],
  ]

  /// What parts the keys from the values in a list of texts: the one of `:` and `=` that comes first in all of them, or
  /// else that all of them have. Nil where neither is so: then it is each one's own first.
  func tagSeparator(of list: Int) -> UInt8? {
    var (first, hasOne) = (Set<UInt8>(), Set<UInt8>([0x3A, 0x3D]))
    var element = firstChild(of: list)
    while hasValue(at: element) {
      if kind(at: element) == .string {
        withBytes(at: element) { text in
          let place = text.firstTagSeparator
          guard place < text.count else { return }
          first.insert(text[place])
          for byte in [UInt8(0x3A), 0x3D] where text.firstIndex(of: byte, from: 0) == nil {
            hasOne.remove(byte)
          }
        }
      }
      element = index(after: element)
    }
    if first.count < 2 { return first.first ?? 0x3A }
    return hasOne.count == 1 ? hasOne.first : nil
  }
}

extension Span where Element == UInt8 {
  /// The index of the first `:` or `=`; the count if there is none.
  var firstTagSeparator: Int {
    var index = 0
    while index < count, self[index] != 0x3A, self[index] != 0x3D { index += 1 }
    return index
  }
}
