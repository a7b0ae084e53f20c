internal import Assets

/// What an export wraps its records in: `{"Items": […], "NextToken": …}` and every other object with one list of
/// objects whose own members are not the type's.
struct Envelope {
  /// Where on the tape the list of records is.
  let list: Int
  /// Whether it says that there is more than it holds.
  let isPartial: Bool

  /// Nil if the object is a record and no envelope.
  init?(_ tape: borrowing JSONTape, _ object: Int, _ names: inout NameTable) {
    guard tape.kind(at: object) == .object else { return nil }
    var lists: [Int] = []
    var isPartial = false
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      let entry = tape.withBytes(at: key) { names.entry(for: $0) }
      guard names.entries[entry].meaning == .extra else { return nil }
      if Self.isListOfObjects(tape, value) { lists.append(value) }
      isPartial = isPartial || Self.saysThereIsMore(tape, key, value)
      key = tape.index(after: value)
    }
    guard lists.count == 1 else { return nil }
    list = lists[0]
    self.isPartial = isPartial
  }

  private static func isListOfObjects(_ tape: borrowing JSONTape, _ value: Int) -> Bool {
    guard tape.kind(at: value) == .array else { return false }
    let first = tape.firstChild(of: value)
    return !tape.hasValue(at: first) || tape.kind(at: first) == .object
  }

  private static func saysThereIsMore(_ tape: borrowing JSONTape, _ key: Int, _ value: Int) -> Bool
  {
    guard tape.kind(at: value) == .string, !tape.string(at: value).isEmpty else { return false }
    return ["nexttoken", "paginationtoken", "nextmarker", "marker"].contains(
      tape.string(at: key).lowercased())
  }
}
