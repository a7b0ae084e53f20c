internal import Assets

/// A value that is outside of a documented rule.
package struct RuleViolation: Hashable, Sendable {
  /// The rule, by its place in `RuleCheck.rules`.
  package let rule: Int
  /// Where in the field's text what violates it is; all of it for a whole value.
  let part: Range<Int>
  /// The key that it is the value of, where it is a map's.
  let key: Range<Int>?
  /// How many keys the map has, where that is too many.
  let keys: Int
}

extension CheckedRule {
  /// What is outside of the rule, and the rule.
  ///
  /// - Parameter text: the field's text that was checked.
  func describe(_ violation: RuleViolation, in text: Span<UInt8>) -> String {
    let part = plain(text.extracting(violation.part))
    let subject =
      switch target {
      case .whole, .map: field
      case .key: "the key '\(Self.shown(part))' of \(field)"
      case .value: "\(field)->'\(Self.shown(plain(text.extracting(violation.key ?? 0..<0))))'"
      }
    let source = rule.source.map { " (\($0))" } ?? ""
    return "\(subject) \(finding(part, violation: violation))\(source)"
  }

  private func plain(_ text: Span<UInt8>) -> [UInt8] {
    target == .whole ? Array(copying: text) : Self.unescaped(text)
  }

  private func finding(_ part: [UInt8], violation: RuleViolation) -> String {
    let value = target == .key ? "" : "is '\(Self.shown(part))', which "
    switch rule.check {
    case .oneOf(let values):
      return "is '\(Self.shown(part))'; documented are \(values.joined(separator: ", "))"
    case .length(let range), .keyLength(let range), .valueLength(let range):
      let count = Self.characters(part.span)
      return "has \(count) characters; documented are \(range.lowerBound) to \(range.upperBound)"
    case .pattern(let pattern), .keyPattern(let pattern), .valuePattern(let pattern):
      return "\(value)does not match \(pattern)"
    case .maxKeys(let most): return "has \(violation.keys) keys; documented are at most \(most)"
    }
  }

  /// A value as a message quotes it: it may be long.
  private static func shown(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).shortened(toScalars: 80)
  }
}
