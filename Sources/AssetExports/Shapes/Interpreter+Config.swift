internal import AssetJSON
internal import Assets

extension Interpreter {
  /// A configuration item: what AWS Config says of the resource, and in `configuration` what its own service says, as
  /// an object or as text. `select-resource-config` gives each item as text.
  mutating func takeConfigItem(
    _ tape: borrowing JSONTape, _ index: Int, _ place: Place, _ batch: inout RecordBatch
  ) throws(ValueFault) {
    guard tape.kind(at: index) == .string else {
      return try takeConfigObject(tape, index, place, &batch)
    }
    // Lent to this call alone: what it calls has text of its own to read.
    var outer = NestedJSON()
    swap(&outer, &outerText)
    defer { swap(&outer, &outerText) }
    try outer.read(tape, index) { item throws(ValueFault) in
      try takeConfigObject(item, JSONTape.root, place, &batch)
    }
  }

  private mutating func takeConfigObject(
    _ tape: borrowing JSONTape, _ index: Int, _ place: Place, _ batch: inout RecordBatch
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
    guard isType(Array(type.utf8).span) else { return skip(type) }
    let resource = ["resourceid", "accountid", "awsaccountid", "awsregion"].map { value(tape, $0) }
    let time = item.member("configurationitemcapturetime").map { tape.string(at: $0.value) } ?? ""
    guard !configHistory.isOlder(resource, time) else {
      return skip("\(type) (older than the one before)")
    }
    let isDeleted =
      value(tape, "configurationitemstatus").hasPrefix("ResourceDeleted")
      || item.member("resourcedeletiontime").map { $0.kind != .null } == true
    guard !isDeleted else {
      return skip("\(type) (deleted)")
    }
    builder.begin()
    builder.openContainer(.object, origin: index)
    try addConfigItem(tape, index, item)
    builder.closeContainer(origin: index)
    try takeBuilt(place, &batch)
  }

  private mutating func addConfigItem(
    _ tape: borrowing JSONTape, _ index: Int, _ item: TapeObject
  ) throws(ValueFault) {
    // The members that are the resource's own, under the names of the fields that they are.
    var rest: [TapeObject.Member] = []
    var hasTags = false
    for member in item.members where !member.isNamed("configuration") {
      guard member.kind != .null, let field = configField(member) else {
        rest.append(member)
        continue
      }
      hasTags = hasTags || member.isNamed("tags")
      builder.addKey(field, origin: member.key)
      builder.copy(tape, member.value)
    }
    let hasOwnIdentifier = try addConfiguration(of: tape, item, hasTags: hasTags)
    let isKnown = hasOwnIdentifier || mapper.isIdentifiedByARN
    if !isKnown, let identifier = item.member("resourceid", .string) {
      addOwnIdentifier(tape, identifier)
    }
    builder.addExtras("config", rest, of: tape, origin: index)
  }

  /// Adds what the resource's own service says; whether the asset's own identifier is among it.
  private mutating func addConfiguration(
    of tape: borrowing JSONTape, _ item: TapeObject, hasTags: Bool
  ) throws(ValueFault) -> Bool {
    guard let member = item.member("configuration") else { return false }
    guard member.kind == .string else {
      // What is no object has no members, and is kept as it is.
      guard member.kind == .object else {
        if member.kind != .null { builder.addExtra(member, of: tape) }
        return false
      }
      let object = TapeObject(tape, member.value)
      return Self.add(object, of: tape, hasTags, nil, to: &builder, mapper)
    }
    guard tape.withBytes(at: member.value, { $0.count > 0 }) else { return false }
    return try text.read(tape, member.value) { inner throws(ValueFault) in
      guard inner.kind(at: JSONTape.root) == .object else {
        builder.addExtra(member, of: tape)
        return false
      }
      let object = TapeObject(inner, JSONTape.root)
      return Self.add(object, of: inner, hasTags, member.value, to: &builder, mapper)
    }
  }

  private static func add(
    _ configuration: TapeObject, of tape: borrowing JSONTape, _ hasTags: Bool, _ origin: Int?,
    to builder: inout TapeBuilder, _ mapper: borrowing RecordMapper
  ) -> Bool {
    var hasOwnIdentifier = false
    for member in configuration.members {
      if hasTags, member.isNamed("tags") {
        builder.addExtra(member, as: "configuration.tags", of: tape, origin: origin)
      } else {
        hasOwnIdentifier = hasOwnIdentifier || mapper.isOwnIdentifier(member.name.span)
        builder.copyMember(tape, member.key, origin: origin)
      }
    }
    return hasOwnIdentifier
  }

  /// The field that a member of an item itself is, and not of its configuration.
  private func configField(_ member: TapeObject.Member) -> String? {
    let name: String? =
      if member.isNamed("accountid") || member.isNamed("awsaccountid") {
        mapper.type.accountField
      } else if member.isNamed("awsregion") {
        "region"
      } else if member.isNamed("arn") {
        mapper.isIdentifiedByARN ? mapper.ownIdentifier.map { mapper.type.fields[$0].name } : "arn"
      } else if member.isNamed("tags") {
        "tags"
      } else {
        nil
      }
    return name.flatMap { mapper.type.field(named: $0)?.name }
  }
}
