internal import Assets

/// Writes scalars that YAML 1.1 and 1.2 read alike.
package enum YAMLText {
  /// Appends a text: as it is if no reader takes it for anything else, else in quotes.
  package static func append(text bytes: Span<UInt8>, to output: inout [UInt8]) {
    if isPlain(bytes) { return output.append(span: bytes) }
    var json: [UInt8] = []
    JSONText.append(string: bytes, to: &json)
    append(string: json.span, to: &output)
  }

  /// How long a key may be that is known by the colon behind it: 1,024 characters with its quotes, and some to spare.
  package static let maxKey = 1_000

  /// Appends the shortest text of a number.
  package static func append(real: Double, to output: inout [UInt8]) {
    var json: [UInt8] = []
    JSONText.append(real: real, to: &json)
    append(number: json.span, to: &output)
  }

  /// Whether it is letters, digits and `_./-`, begins with a letter or `_`, and is no word with a meaning.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty, isLetter(bytes[0]) else { return false }
    for index in bytes.indices where !isLetter(bytes[index]) {
      switch bytes[index] {
      case UInt8(ascii: "-")...UInt8(ascii: "9"): continue
      default: return false
      }
    }
    return bytes.count > 5 || !words.contains(String(copying: bytes).lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: byte == UInt8(ascii: "_")
    }
  }

  /// What YAML 1.1 or 1.2 reads as a truth value or null, in any case.
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]
}
