internal import AssetJSON
internal import Assets

extension Interpreter {
  /// `{"Identifier": "a|b", "Properties": "{\"ApiId\":\"a\", …}"}`: the properties are the record.
  mutating func takeCloudControl(
    _ tape: borrowing JSONTape, _ index: Int, _ place: Place, _ batch: inout RecordBatch
  ) throws(ValueFault) {
    if let exportType, !isType(exportType.span) {
      return skip(String(decoding: exportType, as: UTF8.self))
    }
    let description = TapeObject(tape, index)
    builder.begin()
    builder.openContainer(.object, origin: index)
    for member in description.members {
      if member.isNamed("properties"), member.kind == .object {
        builder.copyMembers(tape, member.value)
      } else if member.isNamed("properties"), member.kind == .string {
        try text.read(tape, member.value) { inner throws(ValueFault) in
          guard inner.kind(at: JSONTape.root) == .object else {
            return builder.addExtra(member, of: tape)
          }
          builder.copyMembers(inner, JSONTape.root, origin: member.value)
        }
      } else {
        builder.addExtra(member, of: tape)
      }
    }
    builder.closeContainer(origin: index)
    try takeBuilt(place, &batch)
  }
}
