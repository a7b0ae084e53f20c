/// A text that equals only one of the same bytes. Two Strings are equal too if a letter with an accent is composed in
/// one and not in the other; to a store those are two keys, and two values.
public struct ExactText: Hashable, Sendable {
  /// The text.
  public let string: String

  public init(_ string: String) { self.string = string }

  public static func == (one: ExactText, other: ExactText) -> Bool {
    one.string.utf8.elementsEqual(other.string.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in string.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }
}

extension String {
  /// What tells it from others by its bytes.
  public var exactly: ExactText { ExactText(self) }

  /// What stands before the first of a byte, and behind it; nil where there is none. By bytes, since an equals sign
  /// with an accent upon it is none to a Character.
  public func split(atFirst separator: Unicode.Scalar) -> (before: String, behind: String)? {
    guard let place = unicodeScalars.firstIndex(of: separator) else { return nil }
    let behind = unicodeScalars.index(after: place)
    return (String(unicodeScalars[..<place]), String(unicodeScalars[behind...]))
  }

  /// The same with each of a sign twice, as SQL has quotes inside of quotes.
  public func doubling(_ sign: Unicode.Scalar) -> String {
    var doubled = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == sign { doubled.append(sign) }
      doubled.append(scalar)
    }
    return String(doubled)
  }
}
