internal import Assets

extension Outline {
  /// The answer of Datadog's DDSQL API.
  static func ddsql(
    _ tape: borrowing JSONTape, _ object: TapeObject
  ) throws(ValueFault) -> Outline? {
    guard let data = object.member("data", .object) else { return nil }
    let answer = TapeObject(tape, data.value)
    let isAnswer =
      answer.member("type", .string).map { tape.string(at: $0.value).hasPrefix("ddsql_query") }
      ?? false
    guard isAnswer, let attributes = answer.member("attributes", .object) else { return nil }
    let state = TapeObject(tape, attributes.value).member("state", .string)
    if let state, tape.string(at: state.value) != "completed" {
      throw ValueFault(
        state.value, "the query was '\(tape.string(at: state.value))' when its answer was fetched",
        "fetch it again until its state is 'completed'")
    }
    return Outline(format: .ddsql, shape: .columns, steps: [], isWhole: true)
  }
}
