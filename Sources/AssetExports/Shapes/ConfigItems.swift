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
    _ tape: borrowing JSONTape, _ index: Int, _ origin: RecordOrigin, into sink: inout RecordSink
  ) throws(ValueFault) {
    let origin = RecordOrigin(origin.place, source: .config)
    guard tape.kind(at: index) == .string else {
      return try takeItem(tape, index, origin, &sink)
    }
    // Lent to this call alone: what it calls has text of its own to read.
    var outer = NestedJSON()
    swap(&outer, &outerText)
    defer { swap(&outer, &outerText) }
    try outer.read(tape, index) { item throws(ValueFault) in
      try takeItem(item, JSONTape.root, origin, &sink)
    }
  }

  private func takeItem(
    _ tape: borrowing JSONTape, _ index: Int, _ origin: RecordOrigin, _ sink: inout RecordSink
  ) throws(ValueFault) {
    let item = TapeObject(tape, index)
    let value = { (tape: borrowing JSONTape, name: StaticString) in
      item.member(name, .string).map { tape.string(at: $0.value) } ?? ""
    }
    let type = value(tape, "resourcetype")
    guard !type.isEmpty else {
      throw ValueFault(
        index, "the item does not say its resourceType", "select that too, or check --format")
    }
    guard let records = sink.records(ofKind: type.utf8.span) else { return sink.skip(type) }
    let resource = ["resourceid", "accountid", "awsaccountid", "awsregion"].map { value(tape, $0) }
    let time = item.member("configurationitemcapturetime").map { tape.string(at: $0.value) } ?? ""
    guard !history.isOlder([type] + resource, time) else {
      return sink.passOver("\(type) (older than the one before)")
    }
    let isDeleted = item.member("resourcedeletiontime").map { $0.kind != .null } ?? false
    guard !isDeleted, !value(tape, "configurationitemstatus").hasPrefix("ResourceDeleted") else {
      return sink.passOver("\(type) (deleted)")
    }
    builder.begin()
    builder.openContainer(.object, origin: index)
    try addItem(tape, index, item, records)
    builder.closeContainer(origin: index)
    builder.end()
    try sink.take(builder, origin, to: records)
  }

  private func addItem(
    _ tape: borrowing JSONTape, _ index: Int, _ item: TapeObject, _ records: TypeRecords
  ) throws(ValueFault) {
    // The members that are the resource's own, under the names of the fields that they are.
    var rest: [TapeObject.Member] = []
    var hasTags = false
    for member in item.members where !member.isNamed("configuration") {
      guard member.kind != .null, let field = field(of: member, records) else {
        rest.append(member)
        continue
      }
      hasTags = hasTags || member.isNamed("tags")
      builder.addKey(field, origin: member.key)
      builder.copy(tape, member.value)
    }
    let hasOwnIdentifier = try addConfiguration(of: tape, item, hasTags: hasTags, records)
    if !hasOwnIdentifier, let name = records.nameField,
      let identifier = item.member("resourcename", .string) ?? item.member("resourceid", .string)
    {
      builder.addKey(name, origin: identifier.key)
      builder.copy(tape, identifier.value)
    }
    builder.addExtras("config", rest, of: tape, origin: index)
  }

  /// Adds what the resource's own service says; whether what the asset is called is among it.
  private func addConfiguration(
    of tape: borrowing JSONTape, _ item: TapeObject, hasTags: Bool, _ records: TypeRecords
  ) throws(ValueFault) -> Bool {
    guard let member = item.member("configuration") else { return false }
    guard member.kind == .string else {
      // What is no object has no members, and is kept as it is.
      guard member.kind == .object else {
        if member.kind != .null { builder.addExtra(member, of: tape) }
        return false
      }
      return add(TapeObject(tape, member.value), of: tape, hasTags, nil, records)
    }
    guard tape.withBytes(at: member.value, { $0.count > 0 }) else { return false }
    return try text.read(tape, member.value) { inner throws(ValueFault) in
      guard inner.kind(at: JSONTape.root) == .object else {
        builder.addExtra(member, of: tape)
        return false
      }
      return add(TapeObject(inner, JSONTape.root), of: inner, hasTags, member.value, records)
    }
  }

  private func add(
    _ configuration: TapeObject, of tape: borrowing JSONTape, _ hasTags: Bool, _ origin: Int?,
    _ records: TypeRecords
  ) -> Bool {
    var hasOwnIdentifier = false
    for member in configuration.members {
      if hasTags, member.isNamed("tags") {
        builder.addExtra(member, as: "configuration.tags", of: tape, origin: origin)
      } else {
        hasOwnIdentifier = hasOwnIdentifier || records.isNamed(by: member.name.span, .config)
        builder.copyMember(tape, member.key, origin: origin)
      }
    }
    return hasOwnIdentifier
  }

  /// The field that a member of an item itself is, and not of its configuration.
  private func field(of member: TapeObject.Member, _ records: TypeRecords) -> String? {
    let type = records.type
    if member.isNamed("accountid") || member.isNamed("awsaccountid") { return type.accountField }
    if member.isNamed("awsregion") { return type.regionField }
    if member.isNamed("arn") {
      if records.isIdentifiedByARN { return records.ownIdentifierName }
      return records.meaning(of: "arn".utf8.span, .config) == .extra ? nil : "arn"
    }
    return member.isNamed("tags") ? type.field(named: "tags")?.name : nil
  }
}
