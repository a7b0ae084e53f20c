extension CanonicalMapScanner {
  /// Whether the text is what `MapBuilder` writes for some map.
  public static func isCanonical(_ text: Span<UInt8>) -> Bool {
    var scanner = CanonicalMapScanner()
    var (keys, values) = (StrictOrder(), StrictOrder())
    /// How many values the key has, where it may have several.
    var count: Int?
    while true {
      let token = scanner.next(text)
      switch token {
      case .value(let range, _):
        if let several = count {
          count = several + 1
          guard values.takes(text.extracting(range)) else { return false }
        } else if StrictOrder.text(of: text.extracting(range)) == nil {
          return false
        }
        continue
      case .malformed: return false
      case .key, .null, .several, .end: if let count, count < 2 { return false }
      }
      count = nil
      switch token {
      case .key(let range, _): guard keys.takes(text.extracting(range)) else { return false }
      case .several:
        values = StrictOrder()
        count = 0
      case .end: return true
      case .null, .value, .malformed: break
      }
    }
  }
}

/// Texts, each of which has to come behind the one before it.
private struct StrictOrder {
  private var last: [UInt8]?

  /// Whether a string's inside is escaped as we do it, and comes behind the last one.
  mutating func takes(_ inside: Span<UInt8>) -> Bool {
    guard let text = Self.text(of: inside),
      last.map({ $0.lexicographicallyPrecedes(text) }) ?? true
    else { return false }
    last = text
    return true
  }

  /// What a string's inside says; nil if it is not escaped as we do it.
  static func text(of inside: Span<UInt8>) -> [UInt8]? {
    var text: [UInt8] = []
    var spelled: [UInt8] = []
    guard CanonicalMapScanner.unescape(inside, into: &text) else { return nil }
    JSONText.append(string: text.span, to: &spelled)
    let isOurs = inside.isIdentical(inBytesTo: spelled.span.extracting(1..<spelled.count - 1))
    return isOurs ? text : nil
  }
}
