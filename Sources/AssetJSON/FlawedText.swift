internal import AssetFiles
internal import Assets

// Text that is JSON and no text of SQLite's: it holds U+0000 or half of a surrogate pair, which stands in memory as the
// three bytes that it would have if it were a scalar.

extension Span where Element == UInt8 {
  /// Whether it holds U+0000 or half of a surrogate pair.
  package var isFlawedText: Bool {
    if firstIndex(of: 0, from: 0) != nil { return true }
    return surrogate(from: 0) != nil
  }

  /// Where the next half of a surrogate pair is.
  fileprivate func surrogate(from start: Int) -> Int? {
    var at = start
    while let found = firstIndex(of: 0xED, from: at) {
      if found + 2 < count, self[found + 1] >= 0xA0 { return found }
      at = found + 1
    }
    return nil
  }
}

extension JSONText {
  /// Appends a string with its quotes and with escapes for what is no text.
  package static func append(flawed bytes: Span<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    var start = 0
    while let place = bytes.surrogate(from: start) {
      appendInside(bytes.extracting(start..<place), to: &text)
      let code =
        UInt32(0xD000) | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
      text.append(contentsOf: "\\u\(String(code, radix: 16))".utf8)
      start = place + 3
    }
    appendInside(bytes.extracting(start..<bytes.count), to: &text)
    text.append(UInt8(ascii: "\""))
  }

  private static func appendInside(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    let start = text.count
    append(string: bytes, to: &text)
    text.remove(at: start)
    text.removeLast()
  }
}

extension JSONTape {
  /// The first string or key of the value that is flawed text; nil if there is none. Costs a look at each.
  package func flaw(in value: Int) -> Int? {
    guard hasFlaws else { return nil }
    let end = index(after: value)
    var at = value
    while at < end {
      if kind(at: at) == .string, withBytes(at: at, body: { $0.isFlawedText }) { return at }
      at += kind(at: at).isNumber ? 2 : 1
    }
    return nil
  }
}
