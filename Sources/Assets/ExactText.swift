/// A text that equals only one of the same bytes. Two Strings are equal too if a letter with an accent is composed in
/// one and not in the other; to a store those are two keys, and two values.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let string: String

  package init(_ string: String) { self.string = string }

  package static func == (one: ExactText, other: ExactText) -> Bool {
    one.string.utf8.elementsEqual(other.string.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in string.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }
}

extension String {
  /// What tells it from others by its bytes.
  package var exactly: ExactText { ExactText(self) }

  /// What stands before the first of a byte, and behind it; nil where there is none. By bytes, since an equals sign
  /// with an accent upon it is none to a Character.
  package func split(atFirst separator: Unicode.Scalar) -> (before: String, behind: String)? {
    guard let place = unicodeScalars.firstIndex(of: separator) else { return nil }
    let behind = unicodeScalars.index(after: place)
    return (String(unicodeScalars[..<place]), String(unicodeScalars[behind...]))
  }

  /// The same with each of a sign twice, as SQL has quotes inside of quotes.
  package func doubling(_ sign: Unicode.Scalar) -> String {
    var doubled = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == sign { doubled.append(sign) }
      doubled.append(scalar)
    }
    return String(doubled)
  }
}
