internal import Assets

/// Writes scalars that YAML 1.1 and 1.2 read alike.
enum YAMLText {
  /// Appends a text: as it is if no reader takes it for anything else, else in quotes.
  static func append(text bytes: Span<UInt8>, to output: inout [UInt8]) {
    if isPlain(bytes) { return output.append(span: bytes) }
    var json: [UInt8] = []
    JSONText.append(string: bytes, to: &json)
    append(json: json.span, to: &output)
  }

  /// Appends JSON text, with escapes for the characters that JSON has as they are and YAML 1.1 hasn't, or takes for
  /// line breaks.
  static func append(json bytes: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < bytes.count {
      guard let (scalar, length) = scalarToEscape(at: index, in: bytes) else {
        index += 1
        continue
      }
      output.append(span: bytes.extracting(start..<index))
      let digits = String(scalar, radix: 16)
      output.append(
        contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
      index += length
      start = index
    }
    output.append(span: bytes.extracting(start..<bytes.count))
  }

  /// Appends the shortest text of a number; YAML 1.1 knows one with an exponent by its point.
  static func append(real: Double, to output: inout [UInt8]) {
    let start = output.count
    JSONText.append(real: real, to: &output)
    let text = output[start...]
    if let exponent = text.firstIndex(of: UInt8(ascii: "e")), !text.contains(UInt8(ascii: ".")) {
      output.insert(contentsOf: ".0".utf8, at: exponent)
    }
  }

  /// DEL, C1, U+2028, U+2029, U+FEFF, U+FFFE and U+FFFF.
  private static func scalarToEscape(at index: Int, in bytes: Span<UInt8>) -> (UInt32, Int)? {
    switch bytes[index] {
    case 0x7F: return (0x7F, 1)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
      return (UInt32(bytes[index + 1]), 2)
    case 0xE2, 0xEF:
      guard index + 2 < bytes.count else { return nil }
      let low = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      let scalar = UInt32(bytes[index] & 0xF) << 12 | low
      return [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar) ? (scalar, 3) : nil
    default: return nil
    }
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
