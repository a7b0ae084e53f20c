/// Writes JSON text with no escape that it doesn't need and no space.
@usableFromInline package enum JSONText {
  /// Appends a string with its quotes. The bytes are UTF-8 already.
  package static func append(string bytes: Span<UInt8>, to text: inout [UInt8]) {
    // A part at a time, since each byte might need the room of six.
    let part = 1 << 12
    var start = 0
    repeat {
      let end = min(start + part, bytes.count)
      text.append(addingCapacity: room(forString: end - start)) { output in
        if start == 0 { output.append(UInt8(ascii: "\"")) }
        EscapingWriter.write(bytes.extracting(start..<end), to: &output)
        if end == bytes.count { output.append(UInt8(ascii: "\"")) }
      }
      start = end
    } while start < bytes.count
  }

  /// How much room a string of so many bytes may need.
  @inlinable
  package static func room(forString count: Int) -> Int { count * 6 + 10 }

  /// Appends a string with its quotes, for which there must be room. The bytes are UTF-8 already.
  package static func append(string bytes: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
    output.append(UInt8(ascii: "\""))
    EscapingWriter.write(bytes, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a string with its quotes.
  package static func append(string: String, to text: inout [UInt8]) {
    append(string: string.utf8.span, to: &text)
  }
}

extension JSONText {
  /// Appends `true` or `false`.
  package static func append(bool: Bool, to text: inout [UInt8]) {
    text.append(contentsOf: bool ? "true".utf8 : "false".utf8)
  }

  /// Appends a number.
  package static func append(integer: Int64, to text: inout [UInt8]) {
    text.append(contentsOf: String(integer).utf8)
  }

  /// Appends the text of a number.
  package static func append(real: Double, to text: inout [UInt8]) {
    text.append(contentsOf: self.text(of: real).utf8)
  }

  /// The shortest text that reads back as the same number: an infinite one as a number too large for a double, which
  /// readers take for it. JSON has no spelling for what is no number: `null`.
  package static func text(of real: Double) -> String {
    if real.isFinite { return real.description }
    if real.isNaN { return "null" }
    return real < 0 ? "-9.0e+999" : "9.0e+999"
  }
}
