internal import AssetFiles
internal import Assets

extension YAMLText {
  /// Appends JSON text without spaces as YAML 1.1 reads it too: with the escapes of `append(string:)`, numbers as
  /// `append(number:)` has them, and a mark before keys that are too long to do without.
  package static func append(json bytes: Span<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): appendString(of: bytes, at: &index, to: &output)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let start = index
        while index < bytes.count, isOfNumber(bytes[index]) { index += 1 }
        append(number: bytes.extracting(start..<index), to: &output)
      default:
        output.append(bytes[index])
        index += 1
      }
    }
  }

  private static func appendString(
    of bytes: Span<UInt8>, at index: inout Int, to output: inout [UInt8]
  ) {
    let (start, begin) = (index, output.count)
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index + 1, bytes.count)
    append(string: bytes.extracting(start..<index), to: &output)
    let isKey = index < bytes.count && bytes[index] == UInt8(ascii: ":")
    guard isKey, output.count - begin > maxKey else { return }
    output.insert(contentsOf: "? ".utf8, at: begin)
    output.append(contentsOf: " : ".utf8)
    index += 1
  }

  /// Appends a number of JSON. YAML 1.1 knows one with an exponent by its point and by the sign behind the `e`.
  package static func append(number bytes: Span<UInt8>, to output: inout [UInt8]) {
    var hasPoint = false
    for index in bytes.indices {
      let byte = bytes[index]
      hasPoint = hasPoint || byte == UInt8(ascii: ".")
      guard byte | 0x20 == UInt8(ascii: "e") else {
        output.append(byte)
        continue
      }
      if !hasPoint { output.append(contentsOf: ".0".utf8) }
      output.append(byte)
      let isSigned =
        index + 1 < bytes.count
        && [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[index + 1])
      if !isSigned { output.append(UInt8(ascii: "+")) }
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// Appends a string of JSON with its quotes, with escapes for the characters that JSON has as they are and YAML 1.1
  /// hasn't, or takes for line breaks.
  package static func append(string bytes: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < bytes.count {
      guard let (scalar, length) = scalarToEscape(at: index, in: bytes) else {
        index += 1
        continue
      }
      output.append(span: bytes.extracting(start..<index))
      JSONText.append(escaped: scalar, to: &output)
      index += length
      start = index
    }
    output.append(span: bytes.extracting(start..<bytes.count))
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
}
