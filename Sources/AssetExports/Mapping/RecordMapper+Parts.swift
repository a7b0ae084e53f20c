internal import AssetJSON
internal import Assets

extension RecordMapper {
  /// The map whose members stand in the record by themselves; nil if the field has none there.
  mutating func partsCell(
    of field: Int, on tape: borrowing JSONTape, into bytes: inout [UInt8], at place: Place
  ) throws(ValueFault) -> RecordBatch.Cell? {
    let own = finder.parts.filter { $0.field == field }
    guard !own.isEmpty || fieldsInParts.contains(field) else { return nil }
    let whole = finder.slots[field].index
    if whole != 0, tape.kind(at: whole).isContainer {
      // The map itself is there too, and says it better.
      for part in own { finder.extras.keep(part.name) }
      return nil
    }
    // Beside columns for its keys a map's own says how many there are.
    if whole != 0, tape.kind(at: whole) != .null { finder.extras.keep(whole - 1) }
    return try converter.readMap(tape, parts: own, field: field, into: &bytes, at: place)
  }
}
