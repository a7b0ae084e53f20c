extension CanonicalMapScanner {
  /// Whether the text is what `MapBuilder` writes for some map.
  package static func isCanonical(_ text: Span<UInt8>) -> Bool {
    var scanner = CanonicalMapScanner()
    var (key, value) = (OrderedString(), OrderedString())
    /// How many values the key has, where it may have several.
    var count: Int?
    while true {
      let token = scanner.next(text)
      switch token {
      case .value(let range, let isEscaped):
        if count == nil { value = OrderedString() }
        guard value.take(range, isNextEscaped: isEscaped, in: text) else { return false }
        count = count.map { $0 + 1 }
        continue
      case .malformed: return false
      case .key, .null, .several, .end: if let count, count < 2 { return false }
      }
      count = nil
      switch token {
      case .key(let range, let isEscaped):
        guard key.take(range, isNextEscaped: isEscaped, in: text) else { return false }
      case .several:
        value = OrderedString()
        count = 0
      case .end: return true
      case .null, .value, .malformed: break
      }
    }
  }
}

/// The last of some strings, each of which has to come behind the one before it.
private struct OrderedString {
  private var range: Range<Int>?
  private var isEscaped = false

  /// Whether a string is escaped as we do it, and comes behind the last one.
  mutating func take(_ next: Range<Int>, isNextEscaped: Bool, in text: Span<UInt8>) -> Bool {
    guard !isNextEscaped || Self.isOurs(text.extracting(next)) else { return false }
    defer { (range, isEscaped) = (next, isNextEscaped) }
    guard let range else { return true }
    let (last, this) = (text.extracting(range), text.extracting(next))
    // Escapes have another order than what they stand for.
    guard isEscaped || isNextEscaped else { return compareBytes(last, with: this) < 0 }
    return Self.unescaped(last).lexicographicallyPrecedes(Self.unescaped(this))
  }

  private static func unescaped(_ inside: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    _ = CanonicalMapScanner.unescape(inside, into: &text)
    return text
  }

  private static func isOurs(_ inside: Span<UInt8>) -> Bool {
    var text: [UInt8] = []
    var spelled: [UInt8] = []
    guard CanonicalMapScanner.unescape(inside, into: &text) else { return false }
    JSONText.append(string: text.span, to: &spelled)
    return inside.isIdentical(inBytesTo: spelled.span.extracting(1..<spelled.count - 1))
  }
}
