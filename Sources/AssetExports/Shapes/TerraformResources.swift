internal import AssetJSON
internal import Assets

/// Resources of a Terraform state, with any number of instances, or those that `terraform show -json` prints.
final class TerraformResources: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let resource = TapeObject(tape, at: index)
    guard let type = resource.member("type", kind: .string) else {
      throw ValueFault(index, reason: "a Terraform resource has no type")
    }
    let instances = resource.member("instances", kind: .array)
    let count = instances.map { tape.count(of: $0.value) } ?? 1
    let isManaged = resource.member("mode").map { tape.string(at: $0.value) == "managed" } ?? true
    guard isManaged else {
      return sink.skipped.add(foreign: "data." + tape.string(at: type.value), count: count)
    }
    let kind = tape.withBytes(at: type.value) { Array(copying: $0) }
    guard let records = sink.records(ofKind: kind.span) else {
      return sink.skipped.add(foreign: tape.string(at: type.value), count: count)
    }
    let origin = RecordOrigin(origin.place, source: .terraform)
    guard let instances else {
      return try takeInstance(
        tape, at: index, resource: resource, instance: nil, from: origin, in: records, into: &sink)
    }
    var instance = tape.firstChild(of: instances.value)
    while tape.hasValue(at: instance) {
      do throws(ValueFault) {
        let members = TapeObject(tape, at: instance)
        try takeInstance(
          tape, at: instance, resource: resource, instance: members, from: origin, in: records,
          into: &sink)
      } catch {
        try sink.refusals.refuse(error, on: tape, at: instance)
      }
      instance = tape.index(after: instance)
    }
  }

  private func takeInstance(
    _ tape: borrowing JSONTape, at index: Int, resource: TapeObject, instance: TapeObject?,
    from origin: RecordOrigin, in records: TypeRecords, into sink: inout RecordSink
  ) throws(ValueFault) {
    // It is about to be destroyed, and the one that replaces it is there too.
    if instance?.member("deposed", kind: .string) != nil {
      return sink.skipped.add(absent: "(deposed instances)")
    }
    let attributes =
      instance.map { $0.member("attributes", kind: .object) }
      ?? resource.member("values", kind: .object)
    guard let attributes else {
      throw ValueFault(index, reason: "a Terraform resource has no attributes")
    }
    builder.begin()
    builder.openContainer(.object, origin: index)
    let configured = addAttributes(
      tape, attributes: TapeObject(tape, at: attributes.value), to: records)
    // Of the resource itself, what each of its instances is to repeat.
    let shared =
      instance == nil ? resource.members : resource.members.filter { !$0.kind.isContainer }
    let rest = (shared + (instance?.members ?? [])).filter { !$0.isTerraformsContent }
    builder.addExtras("terraform", members: rest + configured, of: tape, origin: index)
    builder.closeContainer(origin: index)
    builder.end()
    records.mapper.redact(SensitiveAttributes(tape, instance: instance ?? resource))
    try sink.take(builder, from: origin, to: records)
  }

  /// Empty strings and nulls are how Terraform spells what is absent. `tags_all` is what the resource really has,
  /// with the provider's default tags; `tags` what its own configuration says: that is given back where both are there.
  private func addAttributes(
    _ tape: borrowing JSONTape, attributes: TapeObject, to records: TypeRecords
  ) -> [TapeObject.Member] {
    var configured: [TapeObject.Member] = []
    let hasTags = records.type.field(named: "tags") != nil
    let all = hasTags ? attributes.member("tags_all", kind: .object) : nil
    let hasOwnIdentifier = attributes.members.contains {
      records.isOwnIdentifier($0.name.span, from: .terraform)
    }
    let identifier: StaticString = records.isIdentifiedByARN ? "arn" : "id"
    for member in attributes.members {
      let isEmpty = member.kind == .string && tape.withBytes(at: member.value) { $0.count == 0 }
      if isEmpty || member.kind == .null {
        addAbsence(of: member, to: records)
        continue
      }
      if member.key == all?.key {
        builder.addKey("tags", origin: member.key)
        builder.copy(tape, at: member.value)
      } else if all != nil, member.isNamed("tags") {
        configured.append(member)
      } else if member.isNamed(identifier), !hasOwnIdentifier, let name = records.ownIdentifierName
      {
        builder.addKey(name, origin: member.key)
        builder.copy(tape, at: member.value)
      } else {
        builder.copyMember(tape, key: member.key)
      }
    }
    return configured
  }
}

extension TerraformResources {
  /// The state says that there is nothing, unlike an export that does not list the field.
  private func addAbsence(of member: TapeObject.Member, to records: TypeRecords) {
    guard case .field = records.meaning(of: member.name.span, from: .terraform) else { return }
    builder.addString(copying: member.name, origin: member.key)
    builder.add(.null, origin: member.value)
  }
}

extension TapeObject.Member {
  fileprivate var isTerraformsContent: Bool {
    isNamed("instances") || isNamed("attributes") || isNamed("values") || isNamed("type")
      || isNamed("mode")
  }
}
