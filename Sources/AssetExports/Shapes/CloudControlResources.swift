internal import AssetJSON
internal import Assets

/// `{"Identifier": "a|b", "Properties": "{\"ApiId\":\"a\", …}"}`: the properties are the record. What kind they are
/// stands around them.
final class CloudControlResources: RecordShapeReader {
  private var builder = TapeBuilder()
  private var text = NestedJSON()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    var records: TypeRecords?
    if let kind = sink.surroundings.kind {
      records = sink.records(ofKind: kind.span)
      guard records != nil else {
        return sink.skipped.add(foreign: String(decoding: kind, as: UTF8.self))
      }
    }
    let description = TapeObject(tape, at: index)
    builder.begin()
    builder.openContainer(.object, origin: index)
    for member in description.members {
      if member.isNamed("properties"), member.kind == .object {
        builder.copyMembers(tape, object: member.value)
      } else if member.isNamed("properties"), member.kind == .string {
        try text.read(tape, at: member.value) { inner throws(ValueFault) in
          guard inner.kind(at: JSONTape.root) == .object else {
            return builder.addExtra(member, of: tape)
          }
          builder.copyMembers(inner, object: JSONTape.root, origin: member.value)
        }
      } else {
        builder.addExtra(member, of: tape)
      }
    }
    builder.closeContainer(origin: index)
    builder.end()
    try sink.take(builder, from: RecordOrigin(origin.place, source: .cloudcontrol), to: records)
  }
}
