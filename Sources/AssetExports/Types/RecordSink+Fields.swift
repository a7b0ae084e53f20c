internal import AssetJSON
internal import Assets

extension RecordSink {
  /// Whether an object with a member of that name is a record, and wraps none.
  mutating func isField(_ name: Span<UInt8>) -> Bool {
    router.knowsNoFields
      ? router.only == nil && router.isField(name) || RecordMembers.isTelling(name)
      : router.isField(name)
  }

  /// Whether the value is an object with a member that is a field.
  mutating func hasField(_ tape: borrowing JSONTape) -> Bool {
    guard tape.kind(at: JSONTape.root) == .object else { return false }
    var key = tape.firstChild(of: JSONTape.root)
    while tape.hasValue(at: key) {
      if tape.withBytes(at: key, body: { isField($0) }) { return true }
      key = tape.index(after: tape.index(after: key))
    }
    return false
  }

  /// Whether a table's column of that name may be a field.
  func knowsColumn(_ name: Span<UInt8>) -> Bool {
    if router.only?.samples != nil { return name.count > 0 }
    return router.only?.isField(name) ?? RecordMembers.isTelling(name)
  }

  /// Whether the field of that name holds timestamps.
  func holdsTime(_ name: Span<UInt8>) -> Bool {
    guard let records = router.only,
      case .field(let field, _, _) = records.meaning(of: name, from: .ddsql)
    else { return false }
    return records.type.fields[field].dataType == .timestamp
  }
}
