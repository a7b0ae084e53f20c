internal import AssetJSON
internal import AssetStore

extension FieldChange {
  /// `{"field", "key", "from", "to"}`, the key only where there is one.
  var json: JSONValue {
    .object(
      [.init("field", value: .string(field))]
        + (key.map { [.init("key", value: .string($0))] } ?? [])
        + [.init("from", value: from), .init("to", value: to)])
  }
}

extension [FieldChange] {
  /// In words where somebody reads it: `tags.env: prod → dev; state: none → {"Code":16}`.
  func cell(isForPeople: Bool) -> Rows.Cell {
    guard isForPeople else { return .json(.array(map(\.json))) }
    return isEmpty
      ? .text(nil)
      : .text(
        map { change in
          let name = change.key.map { "\(change.field).\($0)" } ?? change.field
          return "\(name): \(change.from.words) → \(change.to.words)"
        }.joined(separator: "; "))
  }
}

extension JSONValue {
  fileprivate var words: String { self == .null ? "none" : string ?? text }
}
