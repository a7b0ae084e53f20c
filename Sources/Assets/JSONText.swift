/// Writes JSON text with no escape that it doesn't need and no space.
public enum JSONText {
  /// Appends a string with its quotes. The bytes are UTF-8 already.
  public static func append(string bytes: Span<UInt8>, to text: inout [UInt8]) {
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
  public static func room(forString count: Int) -> Int { count * 6 + 10 }

  /// Appends a string with its quotes, for which there must be room. The bytes are UTF-8 already.
  public static func append(string bytes: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
    output.append(UInt8(ascii: "\""))
    EscapingWriter.write(bytes, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a string with its quotes.
  public static func append(string: String, to text: inout [UInt8]) {
    append(string: Array(string.utf8).span, to: &text)
  }
}
