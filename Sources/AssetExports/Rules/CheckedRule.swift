package import Assets

/// A rule of a field, made ready to be held against many values.
package struct CheckedRule: Sendable {
  /// What of a field's value the rule is about.
  enum Target: Hashable {
    case whole, key, value, map
  }

  /// The name of the field.
  package let field: String
  /// What is asked of it.
  package let rule: FieldRule
  let target: Target
  private let test: Test
  private let low: Int
  private let high: Int
  private let literals: [[UInt8]]
  private var matcher: PatternMatcher?

  private enum Test { case literals, length, pattern, keys }

  /// What reports call it: `tags.max_keys`.
  package var name: String { "\(field).\(rule.name)" }

  init(_ rule: FieldRule, of field: String) throws {
    self.field = field
    self.rule = rule
    matcher = try PatternMatcher(of: rule)
    var (literals, range): ([[UInt8]], ClosedRange<Int>) = ([], 0...0)
    switch rule.check {
    case .oneOf(let values):
      (target, test) = (.whole, .literals)
      literals = values.map { Array($0.utf8) }
    case .length(let allowed): (target, test, range) = (.whole, .length, allowed)
    case .keyLength(let allowed): (target, test, range) = (.key, .length, allowed)
    case .valueLength(let allowed): (target, test, range) = (.value, .length, allowed)
    case .pattern: (target, test) = (.whole, .pattern)
    case .keyPattern: (target, test) = (.key, .pattern)
    case .valuePattern: (target, test) = (.value, .pattern)
    case .maxKeys(let most): (target, test, range) = (.map, .keys, 0...most)
    }
    self.literals = literals
    (low, high) = (range.lowerBound, range.upperBound)
  }

  /// How many bytes a field's text may have so that the rule need not be looked at, if no key of it is empty;
  /// less than none if it always does.
  var harmlessBytes: Int {
    switch (test, target) {
    // What else the text of a map has at least is `{"":""}`.
    case (.length, .key) where low <= 1, (.length, .value) where low == 0: high + 7
    case (.length, .whole) where low == 0: high
    // The shortest member of a map is `"":[]`.
    case (.keys, _): high * 5
    default: -1
    }
  }

  /// Whether what it is about is as the rule says.
  @inline(__always)
  mutating func holds(_ text: Span<UInt8>, isEscaped: Bool) -> Bool {
    switch test {
    case .length:
      // A character has a byte or more, and an escape more than one.
      return low <= 1 && text.count >= low && text.count <= high
        || hasLength(text, isEscaped: isEscaped)
    case .literals: return isLiteral(text)
    case .pattern: return matches(text, isEscaped: isEscaped)
    case .keys: return true
    }
  }

  func allows(keys: Int) -> Bool { test != .keys || keys <= high }

  private func hasLength(_ text: Span<UInt8>, isEscaped: Bool) -> Bool {
    let count =
      isEscaped ? Self.characters(Self.unescaped(text).span) : Self.characters(text)
    return low <= count && count <= high
  }

  private func isLiteral(_ text: Span<UInt8>) -> Bool {
    for literal in literals where literal.span.isIdentical(inBytesTo: text) { return true }
    return false
  }

  private mutating func matches(_ text: Span<UInt8>, isEscaped: Bool) -> Bool {
    guard isEscaped else { return matcher?.matches(text) ?? true }
    let plain = Self.unescaped(text)
    return matcher?.matches(plain.span) ?? true
  }

  /// Counted as AWS counts: Unicode's characters, however many of them make one that is seen.
  static func characters(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// A string of a map without its escapes.
  static func unescaped(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    return CanonicalMapScanner.unescape(text, into: &bytes) ? bytes : Array(copying: text)
  }
}
