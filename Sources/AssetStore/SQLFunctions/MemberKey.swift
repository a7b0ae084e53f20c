internal import AssetJSON
internal import Assets

/// A member of an array, to compare with others: numbers by what they are, however they are spelled.
struct MemberKey: Hashable {
  /// Sorts, byte by byte, as PostgreSQL sorts the members of one kind; NULL is the last.
  let sortable: String

  init(_ value: JSONValue) {
    var text = ""
    Self.append(value, to: &text)
    sortable = text
  }

  static func == (left: MemberKey, right: MemberKey) -> Bool {
    left.sortable.utf8.elementsEqual(right.sortable.utf8)
  }

  func hash(into hasher: inout Hasher) { for byte in sortable.utf8 { hasher.combine(byte) } }

  private static func append(_ value: JSONValue, to text: inout String) {
    switch value {
    case .bool(let bool): text += bool ? "2" : "1"
    case .number(let spelling):
      text += "3" + (Numeric(spelling: spelling) ?? .zero).sortable + "\u{1}"
    case .string(let string):
      text += "4"
      // Nothing in a text is less than its end.
      for scalar in string.unicodeScalars {
        if scalar.value < 3 { text.unicodeScalars.append("\u{2}") }
        text.unicodeScalars.append(scalar)
      }
      text += "\u{1}"
    case .array(let members):
      text += "5"
      for member in members {
        text += "\u{2}"
        append(member, to: &text)
      }
      text += "\u{1}"
    case .object: text += "6" + value.text + "\u{1}"
    case .null: text += "7"
    }
  }

  /// Whether a comparison of two members holds; nil where one is null.
  static func compare(_ left: JSONValue, sign: String, right: JSONValue) -> Bool? {
    guard left != .null, right != .null else { return nil }
    let (one, other) = (MemberKey(left).sortable.utf8, MemberKey(right).sortable.utf8)
    return switch sign {
    case "=": one.elementsEqual(other)
    case "<>": !one.elementsEqual(other)
    case "<": one.lexicographicallyPrecedes(other)
    case ">": other.lexicographicallyPrecedes(one)
    case "<=": !other.lexicographicallyPrecedes(one)
    default: !one.lexicographicallyPrecedes(other)
    }
  }
}
