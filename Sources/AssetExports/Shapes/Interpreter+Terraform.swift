internal import AssetJSON
internal import Assets

extension Interpreter {
  /// A resource of a state, with any number of instances, or one that `terraform show -json` prints.
  mutating func takeTerraform(
    _ tape: borrowing JSONTape, _ index: Int, _ place: Place, _ batch: inout RecordBatch
  ) throws(ValueFault) {
    let resource = TapeObject(tape, index)
    guard let type = resource.member("type", .string) else {
      throw ValueFault(index, "a Terraform resource has no type")
    }
    let instances = resource.member("instances", .array)
    let isManaged = resource.member("mode").map { tape.string(at: $0.value) == "managed" } ?? true
    guard isManaged, isType(type.name(of: tape).span) else {
      let count = instances.map { tape.count(of: $0.value) } ?? 1
      return skip((isManaged ? "" : "data.") + tape.string(at: type.value), count: count)
    }
    guard let instances else {
      return try takeInstance(tape, index, resource, nil, place, &batch)
    }
    var instance = tape.firstChild(of: instances.value)
    while tape.hasValue(at: instance) {
      do throws(ValueFault) {
        try takeInstance(tape, instance, resource, TapeObject(tape, instance), place, &batch)
      } catch {
        try refuse(error, tape, instance)
      }
      instance = tape.index(after: instance)
    }
  }

  private mutating func takeInstance(
    _ tape: borrowing JSONTape, _ index: Int, _ resource: TapeObject, _ instance: TapeObject?,
    _ place: Place, _ batch: inout RecordBatch
  ) throws(ValueFault) {
    // It is about to be destroyed, and the one that replaces it is there too.
    if instance?.member("deposed", .string) != nil { return skip("(deposed instances)") }
    let attributes =
      instance.map { $0.member("attributes", .object) } ?? resource.member("values", .object)
    guard let attributes else {
      throw ValueFault(index, "a Terraform resource has no attributes")
    }
    builder.begin()
    builder.openContainer(.object, origin: index)
    let configured = addAttributes(tape, TapeObject(tape, attributes.value))
    // Of the resource itself, what each of its instances is to repeat.
    let shared =
      instance == nil ? resource.members : resource.members.filter { !$0.kind.isContainer }
    let rest = (shared + (instance?.members ?? [])).filter { !$0.isTerraformsContent }
    builder.addExtras("terraform", rest + configured, of: tape, origin: index)
    builder.closeContainer(origin: index)
    mapper.redact(SensitiveAttributes(tape, instance ?? resource))
    try takeBuilt(place, &batch)
  }

  /// Empty strings and nulls are how Terraform spells what is absent. `tags_all` is what the resource really has,
  /// with the provider's default tags; `tags` what its own configuration says: that is given back where both are there.
  private mutating func addAttributes(
    _ tape: borrowing JSONTape, _ attributes: TapeObject
  ) -> [TapeObject.Member] {
    var configured: [TapeObject.Member] = []
    let all = mapper.type.field(named: "tags") == nil ? nil : attributes.member("tags_all", .object)
    let hasOwnIdentifier = attributes.members.contains { mapper.isOwnIdentifier($0.name.span) }
    let identifier: StaticString = mapper.isIdentifiedByARN ? "arn" : "id"
    for member in attributes.members {
      let isEmpty = member.kind == .string && tape.withBytes(at: member.value) { $0.count == 0 }
      if isEmpty || member.kind == .null {
        addAbsence(of: member)
        continue
      }
      if member.key == all?.key {
        builder.addKey("tags", origin: member.key)
        builder.copy(tape, member.value)
      } else if all != nil, member.isNamed("tags") {
        configured.append(member)
      } else if member.isNamed(identifier), !hasOwnIdentifier, mapper.ownIdentifier != nil {
        addOwnIdentifier(tape, member)
      } else {
        builder.copyMember(tape, member.key)
      }
    }
    return configured
  }
}

extension Interpreter {
  /// The state says that there is nothing, unlike an export that does not list the field.
  private mutating func addAbsence(of member: TapeObject.Member) {
    guard mapper.names.isField(member.name.span) else { return }
    builder.addString(copying: member.name, origin: member.key)
    builder.add(.null, origin: member.value)
  }
}

extension TapeObject.Member {
  /// The bytes of the value.
  fileprivate func name(of tape: borrowing JSONTape) -> [UInt8] {
    tape.withBytes(at: value) { Array(copying: $0) }
  }

  fileprivate var isTerraformsContent: Bool {
    isNamed("instances") || isNamed("attributes") || isNamed("values") || isNamed("type")
      || isNamed("mode")
  }
}
