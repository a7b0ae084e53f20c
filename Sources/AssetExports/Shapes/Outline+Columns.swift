internal import AssetJSON
internal import Assets

extension Outline {
  /// The answer of Datadog's DDSQL API.
  static func ddsql(
    _ tape: borrowing JSONTape, _ object: TapeObject
  ) throws(ValueFault) -> Outline? {
    guard let data = answer(tape, object) else { return nil }
    let answer = TapeObject(tape, data)
    guard let attributes = answer.member("attributes", .object) else { return nil }
    let type = answer.member("type", .string).map { tape.string(at: $0.value) }
    // Its members may be sorted by name, and what it is come last.
    guard type?.hasPrefix("ddsql_query") == true || hasColumns(tape, attributes.value) else {
      return nil
    }
    let state = TapeObject(tape, attributes.value).member("state", .string)
    if let state, tape.string(at: state.value) != "completed" {
      throw ValueFault(
        state.value, "the query was '\(tape.string(at: state.value))' when its answer was fetched",
        "fetch it again until its state is 'completed'")
    }
    return Outline(format: .ddsql, shape: .columns, steps: [], isWhole: true)
  }

  /// What `data` is, or the first of what it holds.
  static func answer(_ tape: borrowing JSONTape, _ object: TapeObject) -> Int? {
    if let data = object.member("data", .object) { return data.value }
    guard let list = object.member("data", .array) else { return nil }
    let first = tape.firstChild(of: list.value)
    return tape.hasValue(at: first) && tape.kind(at: first) == .object ? first : nil
  }

  private static func hasColumns(_ tape: borrowing JSONTape, _ attributes: Int) -> Bool {
    guard let columns = TapeObject(tape, attributes).member("columns", .array) else { return false }
    let first = tape.firstChild(of: columns.value)
    guard tape.hasValue(at: first), tape.kind(at: first) == .object else { return false }
    let column = TapeObject(tape, first)
    return column.member("name", .string) != nil && column.member("values", .array) != nil
  }
}
