internal import AssetJSON
internal import Assets

/// Objects whose members are the record's fields, and those of Google's Asset Inventory, which wrap what the service
/// itself says: `{"name": "//compute…", "asset_type", "resource": {"data": {…}}}`, or `{"assetType", "displayName"}`.
final class PlainRecords: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    try sink.read(tape, at: index)
    guard let type = sink.value(of: .assetType), tape.kind(at: type) == .string else {
      return try sink.takeRead(tape, at: index, from: origin)
    }
    let kind = tape.withBytes(at: type) { Array(copying: $0) }
    guard let records = sink.records(ofKind: kind.span) else {
      return sink.skipped.add(foreign: String(decoding: kind, as: UTF8.self))
    }
    builder.begin()
    builder.openContainer(.object, origin: index)
    for member in TapeObject(tape, at: index).members { add(member, on: tape) }
    builder.closeContainer(origin: index)
    builder.end()
    try sink.take(builder, from: RecordOrigin(origin.place, source: .google), to: records)
  }

  private func add(_ member: TapeObject.Member, on tape: borrowing JSONTape) {
    if member.isNamed("name") {
      builder.addKey("resource_name", origin: member.key)
      builder.copy(tape, at: member.value)
    } else if member.isNamed("displayname") {
      builder.addKey("name", origin: member.key)
      builder.copy(tape, at: member.value)
    } else if member.isNamed("resource"), member.kind == .object {
      let parts = TapeObject(tape, at: member.value).members
      for part in parts where part.isNamed("data") { builder.copyMembers(tape, object: part.value) }
      builder.addExtras(
        "resource", members: parts.filter { !$0.isNamed("data") }, of: tape, origin: member.key)
    } else if member.isNamed("asset_type") || member.isNamed("assettype") {
      builder.addExtra(member, of: tape)
    } else {
      builder.copyMember(tape, key: member.key)
    }
  }
}
