internal import AssetJSON
internal import Assets

extension RecordMapper {
  /// Holds the record's cells against the rules of their fields.
  ///
  /// - Throws: a `ValueFault` for the first departure, where rules are binding.
  mutating func checkRules(
    _ record: Int, _ cells: ArraySlice<RecordBatch.Cell>, _ bytes: [UInt8], _ place: Place
  ) throws(ValueFault) {
    guard let fields = rules?.fields else { return }
    for field in fields {
      guard case .text(let range) = cells[cells.startIndex + field.index] else { continue }
      let text = bytes.span.extracting(range)
      guard let departures = rules?.departures(of: text, in: field) else { continue }
      for departure in departures { try note(departure, text, field.index, record, place) }
    }
  }

  private mutating func note(
    _ departure: RuleDeparture, _ text: Span<UInt8>, _ field: Int, _ record: Int, _ place: Place
  ) throws(ValueFault) {
    guard let rules else { return }
    guard !isStrict else {
      let value = slots[field].index
      throw ValueFault(
        value == 0 ? record : value, rules.describe(departure, in: text),
        "mend it, or leave --strict out to have it stored and reported")
    }
    warnings.add(
      rules.rules[departure.rule].name,
      example: "line \(place.line): \(rules.describe(departure, in: text))")
  }
}
