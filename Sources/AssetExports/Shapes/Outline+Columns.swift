internal import AssetJSON
internal import Assets

extension Outline {
  /// The answer of Datadog's DDSQL API.
  static func ddsql(
    _ tape: borrowing JSONTape, object: TapeObject
  ) throws(ValueFault) -> Outline? {
    guard let data = answer(tape, object: object) else { return nil }
    let answer = TapeObject(tape, at: data)
    guard let attributes = answer.member("attributes", kind: .object) else { return nil }
    let type = answer.member("type", kind: .string).map { tape.string(at: $0.value) }
    // Its members may be sorted by name, and what it is come last.
    guard type?.hasPrefix("ddsql_query") == true || hasColumns(tape, attributes: attributes.value)
    else {
      return nil
    }
    let state = TapeObject(tape, at: attributes.value).member("state", kind: .string)
    if let state, tape.string(at: state.value) != "completed" {
      throw ValueFault(
        state.value,
        reason: "the query was '\(tape.string(at: state.value))' when its answer was fetched",
        advice: "fetch it again until its state is 'completed'")
    }
    return Outline(format: .ddsql, shape: .columns, steps: [], isWhole: true)
  }

  /// What `data` is, or the first of what it holds.
  static func answer(_ tape: borrowing JSONTape, object: TapeObject) -> Int? {
    if let data = object.member("data", kind: .object) { return data.value }
    guard let list = object.member("data", kind: .array) else { return nil }
    let first = tape.firstChild(of: list.value)
    return tape.hasValue(at: first) && tape.kind(at: first) == .object ? first : nil
  }

  private static func hasColumns(_ tape: borrowing JSONTape, attributes: Int) -> Bool {
    guard let columns = TapeObject(tape, at: attributes).member("columns", kind: .array) else {
      return false
    }
    let first = tape.firstChild(of: columns.value)
    guard tape.hasValue(at: first), tape.kind(at: first) == .object else { return false }
    let column = TapeObject(tape, at: first)
    return column.member("name", kind: .string) != nil
      && column.member("values", kind: .array) != nil
  }
}
