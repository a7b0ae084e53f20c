/// Holds the tokens of a map against what canonical form asks beside its grammar: each key behind the one before it, so
/// do the values of one key, of which there are several, and nothing is escaped in another way than ours.
package struct CanonicalMapOrder {
  private var key = OrderedString()
  private var value = OrderedString()
  /// How many values the key has, where it may have several.
  private var count: Int?

  package init() {}

  /// Whether the next token of the text may stand where it does.
  package mutating func take(_ token: CanonicalMapScanner.Token, in text: Span<UInt8>) -> Bool {
    if case .value(let range, let isEscaped) = token {
      if count == nil { value = OrderedString() }
      count = count.map { $0 + 1 }
      return value.take(range, isNextEscaped: isEscaped, in: text)
    }
    if let count, count < 2 { return false }
    count = nil
    switch token {
    case .key(let range, let isEscaped):
      return key.take(range, isNextEscaped: isEscaped, in: text)
    case .several:
      value = OrderedString()
      count = 0
      return true
    case .null, .value, .end: return true
    case .malformed: return false
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
