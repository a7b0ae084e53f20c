internal import AssetJSON
internal import Assets

/// Configuration items: what AWS Config says of a resource, and in `configuration` what its own service says, as an
/// object or as text. `select-resource-config` gives each item as text.
final class ConfigItems: RecordShapeReader {
  private var builder = TapeBuilder()
  private var text = NestedJSON()
  /// For items that are text, and hold text.
  private var outerText = NestedJSON()
  private var history = ConfigHistory()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let origin = RecordOrigin(origin.place, source: .config)
    guard tape.kind(at: index) == .string else {
      return try takeItem(tape, at: index, from: origin, into: &sink)
    }
    // Lent to this call alone: what it calls has text of its own to read.
    var outer = NestedJSON()
    swap(&outer, &outerText)
    defer { swap(&outer, &outerText) }
    try outer.read(tape, at: index) { item throws(ValueFault) in
      try takeItem(item, at: JSONTape.root, from: origin, into: &sink)
    }
  }

  private func takeItem(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let item = TapeObject(tape, at: index)
    let value = { (tape: borrowing JSONTape, name: StaticString) in
      item.member(name, kind: .string).map { tape.string(at: $0.value) } ?? ""
    }
    let type = value(tape, "resourcetype")
    guard !type.isEmpty else {
      throw ValueFault(
        index, reason: "the item does not say its resourceType",
        advice: "select that too, or check --format")
    }
    guard let records = sink.records(ofKind: type.utf8.span) else {
      return sink.skipped.add(foreign: type)
    }
    let resource = ["resourceid", "accountid", "awsaccountid", "awsregion"].map { value(tape, $0) }
    let time = item.member("configurationitemcapturetime").map { tape.string(at: $0.value) } ?? ""
    guard !history.isOlder([type] + resource, time: time) else {
      return sink.skipped.add(absent: "\(type) (older than the one before)")
    }
    let isDeleted = item.member("resourcedeletiontime").map { $0.kind != .null } ?? false
    guard !isDeleted, !value(tape, "configurationitemstatus").hasPrefix("ResourceDeleted") else {
      return sink.skipped.add(absent: "\(type) (deleted)")
    }
    builder.begin()
    builder.openContainer(.object, origin: index)
    try addItem(tape, at: index, item: item, to: records)
    builder.closeContainer(origin: index)
    builder.end()
    try sink.take(builder, from: origin, to: records)
  }

  private func addItem(
    _ tape: borrowing JSONTape, at index: Int, item: TapeObject, to records: TypeRecords
  ) throws(ValueFault) {
    // The members that are the resource's own, under the names of the fields that they are.
    var rest: [TapeObject.Member] = []
    var hasTags = false
    for member in item.members where !member.isNamed("configuration") {
      guard member.kind != .null, let field = field(of: member, in: records) else {
        rest.append(member)
        continue
      }
      hasTags = hasTags || member.isNamed("tags")
      builder.addKey(field, origin: member.key)
      builder.copy(tape, at: member.value)
    }
    let hasOwnIdentifier = try addConfiguration(of: tape, item: item, hasTags: hasTags, to: records)
    if !hasOwnIdentifier, let name = records.nameField,
      let identifier = item.member("resourcename", kind: .string)
        ?? item.member("resourceid", kind: .string)
    {
      builder.addKey(name, origin: identifier.key)
      builder.copy(tape, at: identifier.value)
    }
    builder.addExtras("config", members: rest, of: tape, origin: index)
  }

  /// Adds what the resource's own service says; whether what the asset is called is among it.
  private func addConfiguration(
    of tape: borrowing JSONTape, item: TapeObject, hasTags: Bool, to records: TypeRecords
  ) throws(ValueFault) -> Bool {
    guard let member = item.member("configuration") else { return false }
    guard member.kind == .string else {
      // What is no object has no members, and is kept as it is.
      guard member.kind == .object else {
        if member.kind != .null { builder.addExtra(member, of: tape) }
        return false
      }
      return add(
        TapeObject(tape, at: member.value), of: tape, hasTags: hasTags, origin: nil, to: records)
    }
    guard tape.withBytes(at: member.value, body: { $0.count > 0 }) else { return false }
    return try text.read(tape, at: member.value) { inner throws(ValueFault) in
      guard inner.kind(at: JSONTape.root) == .object else {
        builder.addExtra(member, of: tape)
        return false
      }
      return add(
        TapeObject(inner, at: JSONTape.root), of: inner, hasTags: hasTags, origin: member.value,
        to: records)
    }
  }

  private func add(
    _ configuration: TapeObject, of tape: borrowing JSONTape, hasTags: Bool, origin: Int?,
    to records: TypeRecords
  ) -> Bool {
    var hasOwnIdentifier = false
    for member in configuration.members {
      if hasTags, member.isNamed("tags") {
        builder.addExtra(member, as: "configuration.tags", of: tape, origin: origin)
      } else {
        hasOwnIdentifier = hasOwnIdentifier || records.isNamed(by: member.name.span, from: .config)
        builder.copyMember(tape, key: member.key, origin: origin)
      }
    }
    return hasOwnIdentifier
  }

  /// The field that a member of an item itself is, and not of its configuration.
  private func field(of member: TapeObject.Member, in records: TypeRecords) -> String? {
    let type = records.type
    if member.isNamed("accountid") || member.isNamed("awsaccountid") { return type.accountField }
    if member.isNamed("awsregion") { return type.regionField }
    if member.isNamed("arn") {
      if records.isIdentifiedByARN { return records.ownIdentifierName }
      return records.meaning(of: "arn".utf8.span, from: .config) == .extra ? nil : "arn"
    }
    return member.isNamed("tags") ? type.field(named: "tags")?.name : nil
  }
}
