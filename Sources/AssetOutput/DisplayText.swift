internal import Assets

/// Makes other people's text fit to be shown: a terminal does nothing that the text tells it to, and all that is in
/// the text can be seen.
///
/// What controls (C0, DEL, C1), turns the direction of writing, breaks lines or has no looks of its own is shown as an
/// escape, `\n` or `\u{202E}`. A backslash stays as it is: this is for eyes and can't be read back.
package enum DisplayText {
  /// The text with escapes for what a terminal would obey, or not show.
  package static func escaped(_ text: String) -> String {
    if isPrintableASCII(text.utf8.span) { return text }
    var shown: [UInt8] = []
    append(text.utf8.span, to: &shown)
    return String(copying: shown.span)
  }

  /// How many columns of a terminal the escaped text takes.
  package static func width(of text: String) -> Int {
    var shown: [UInt8] = []
    return append(text.utf8.span, to: &shown)
  }

  /// What a table shows for an empty text, as a cell without anything is one without a value: two quotes. So that no
  /// other text looks like it, one of nothing but quotes gets two more. Nil for all others.
  package static func quotes(around bytes: Span<UInt8>) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    for index in bytes.indices where bytes[index] != quote { return nil }
    return [UInt8](repeating: quote, count: bytes.count + 2)
  }

  /// Appends the escaped text and returns how many columns it takes. One that takes more than `limit`, which is at
  /// least 1, is cut between two characters, or escapes, and ends in `…`.
  @discardableResult
  package static func append(_ bytes: Span<UInt8>, to shown: inout [UInt8], limit: Int = .max)
    -> Int
  {
    if isPrintableASCII(bytes) {
      if bytes.count <= limit {
        shown.append(span: bytes)
        return bytes.count
      }
      shown.append(span: bytes.extracting(first: limit - 1))
      shown.append(contentsOf: "…".utf8)
      return limit
    }
    return append(String(copying: bytes), to: &shown, limit: limit)
  }

  private static func append(_ text: String, to shown: inout [UInt8], limit: Int) -> Int {
    var width = 0
    // The last place that leaves a column for the ellipsis.
    var (cut, widthAtCut) = (shown.count, 0)
    for character in text {
      width += append(character, to: &shown)
      if width > limit {
        shown.removeSubrange(cut...)
        shown.append(contentsOf: "…".utf8)
        return widthAtCut + 1
      }
      if width < limit { (cut, widthAtCut) = (shown.count, width) }
    }
    return width
  }

  /// Appends what a reader takes for one character, and returns how many columns it takes.
  private static func append(_ character: Character, to shown: inout [UInt8]) -> Int {
    var width = 0
    var previous: Unicode.Scalar?
    for scalar in character.unicodeScalars {
      if scalar.isHidden(after: previous) {
        width += appendEscape(of: scalar, to: &shown)
      } else {
        width += scalar.width(after: previous)
        shown.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      previous = scalar
    }
    return width
  }

  private static func appendEscape(of scalar: Unicode.Scalar, to shown: inout [UInt8]) -> Int {
    let escape =
      switch scalar {
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    shown.append(contentsOf: escape.utf8)
    return escape.utf8.count
  }

  private static func isPrintableASCII(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where !(0x20..<0x7F).contains(bytes[index]) { return false }
    return true
  }
}
