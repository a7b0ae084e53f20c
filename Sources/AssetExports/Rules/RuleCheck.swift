internal import AssetFiles
package import Assets

/// Holds assets of a type against what its fields' rules say: those that are read, and those that are stored.
///
/// A field's value is its text as the store keeps it: of a map, the canonical JSON. What a length counts is Unicode's
/// characters (scalars). A null has no value that could violate one.
package struct RuleCheck: Sendable {
  /// The rules of all fields, one field's after the other's.
  package private(set) var rules: [CheckedRule] = []
  /// The fields that have rules.
  package private(set) var fields: [CheckedField] = []

  /// Of each field: texts that violate none of its rules.
  private var memos: [TextMemo] = []

  /// A field and what is asked of it.
  package struct CheckedField: Sendable {
    /// Its place in the type.
    package let index: Int
    let isMap: Bool
    let rules: Range<Int>
    /// Of those the ones about a map's keys, and about its values.
    let keyRules: Range<Int>
    let valueRules: Range<Int>
    /// A text of at most so many bytes violates none of them.
    let harmlessBytes: Int
    /// Which of the memos is its own.
    let memo: Int
  }

  /// Nil for a type without rules.
  package init?(_ type: AssetType) {
    for (index, field) in type.fields.enumerated() where !field.rules.isEmpty {
      // A type checks its rules when it is made.
      add(index, field: field, own: field.rules.compactMap { try? CheckedRule($0, of: field.name) })
    }
    if fields.isEmpty { return nil }
  }

  private mutating func add(_ index: Int, field: Field, own: [CheckedRule]) {
    let start = rules.count
    let about = { (target: CheckedRule.Target) in own.filter { $0.target == target } }
    let (keys, values) = (about(.key), about(.value))
    rules += keys + values + about(.whole) + about(.map)
    let valueStart = start + keys.count
    fields.append(
      CheckedField(
        index: index, isMap: field.dataType.isMap, rules: start..<rules.count,
        keyRules: start..<valueStart, valueRules: valueStart..<valueStart + values.count,
        harmlessBytes: own.map(\.harmlessBytes).min() ?? .max, memo: memos.count))
    memos.append(TextMemo())
  }

  /// Which rules the value violates, and where first: each rule once.
  package mutating func violations(
    of text: Span<UInt8>, in field: CheckedField
  ) -> [RuleViolation] {
    if text.count <= field.harmlessBytes, !(field.isMap && Self.hasEmptyKey(text)) { return [] }
    if memos[field.memo].value(of: text) != nil { return [] }
    let found =
      field.isMap ? mapViolations(of: text, in: field) : valueViolations(of: text, in: field)
    if found.isEmpty { _ = memos[field.memo].remember(text, value: 0) }
    return found
  }

  private mutating func valueViolations(
    of text: Span<UInt8>, in field: CheckedField
  ) -> [RuleViolation] {
    var found: [RuleViolation] = []
    for rule in field.rules where !rules[rule].holds(text, isEscaped: false) {
      found.append(RuleViolation(rule: rule, part: text.indices, key: nil, keys: 0))
    }
    return found
  }

  /// Whether the first key, which is the least, is empty.
  private static func hasEmptyKey(_ text: Span<UInt8>) -> Bool {
    text.count > 2 && text[1] == UInt8(ascii: "\"") && text[2] == UInt8(ascii: "\"")
  }

  private mutating func mapViolations(
    of text: Span<UInt8>, in field: CheckedField
  ) -> [RuleViolation] {
    var found: [RuleViolation] = []
    var scanner = CanonicalMapScanner()
    var (keys, key) = (0, 0..<0)
    scanning: while true {
      switch scanner.next(text) {
      case .key(let range, let isEscaped):
        (keys, key) = (keys + 1, range)
        for rule in field.keyRules
        where !rules[rule].holds(text.extracting(range), isEscaped: isEscaped) {
          found.addOnce(RuleViolation(rule: rule, part: range, key: nil, keys: 0))
        }
      case .value(let range, let isEscaped):
        for rule in field.valueRules
        where !rules[rule].holds(text.extracting(range), isEscaped: isEscaped) {
          found.addOnce(RuleViolation(rule: rule, part: range, key: key, keys: 0))
        }
      case .null, .several: continue
      // Not of our writing: `verify` says so.
      case .end, .malformed: break scanning
      }
    }
    for rule in field.rules where !rules[rule].allows(keys: keys) {
      found.append(RuleViolation(rule: rule, part: 0..<0, key: nil, keys: keys))
    }
    return found
  }

  /// What a violation is, for a person to read.
  package func describe(_ violation: RuleViolation, in text: Span<UInt8>) -> String {
    rules[violation.rule].describe(violation, in: text)
  }
}

extension [RuleViolation] {
  fileprivate mutating func addOnce(_ violation: RuleViolation) {
    if !contains(where: { $0.rule == violation.rule }) { append(violation) }
  }
}
