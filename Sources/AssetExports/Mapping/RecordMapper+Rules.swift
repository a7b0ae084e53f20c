internal import AssetJSON
internal import Assets

extension RecordMapper {
  /// Holds the record's cells against the rules of their fields.
  ///
  /// - Throws: a `ValueFault` for the first violation, where rules are binding.
  mutating func checkRules(
    _ record: Int, cells: ArraySlice<RecordBatch.Cell>, bytes: [UInt8], at place: Place
  ) throws(ValueFault) {
    guard let fields = rules?.fields else { return }
    for field in fields {
      guard case .text(let range) = cells[cells.startIndex + field.index] else { continue }
      let text = bytes.span.extracting(range)
      guard let violations = rules?.violations(of: text, in: field) else { continue }
      for violation in violations {
        try note(violation, in: text, field: field.index, record: record, at: place)
      }
    }
  }

  private mutating func note(
    _ violation: RuleViolation, in text: Span<UInt8>, field: Int, record: Int, at place: Place
  ) throws(ValueFault) {
    guard let rules else { return }
    guard !isStrict else {
      let value = finder.slots[field].index
      throw ValueFault(
        value == 0 ? record : value, reason: rules.describe(violation, in: text),
        advice: "mend it, or leave --strict out to have it stored and reported")
    }
    warnings.add(
      rules.rules[violation.rule].name,
      example: "line \(place.line): \(rules.describe(violation, in: text))")
  }
}
