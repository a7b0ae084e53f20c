internal import AssetJSON
internal import Assets

/// Resources of a CloudFormation template: what is to be, with references that only a deployment resolves. They are kept
/// as the text that they are.
final class TemplateResources: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let resource = TapeObject(tape, at: index)
    guard let type = resource.member("type", kind: .string) else {
      throw ValueFault(index, reason: "a resource of the template has no type")
    }
    let typeName = tape.string(at: type.value)
    guard let records = sink.records(ofKind: typeName.utf8.span) else {
      return sink.skipped.add(foreign: typeName)
    }
    let properties =
      resource.member("properties", kind: .object).map { TapeObject(tape, at: $0.value).members }
      ?? []
    builder.begin()
    builder.openContainer(.object, origin: index)
    for property in properties {
      addProperty(tape, property: property, to: records, at: origin.place, into: &sink)
    }
    builder.addKey("_extra", origin: index)
    builder.addObject(origin: index) {
      $0.addKey("LogicalId", origin: index)
      $0.addString(copying: origin.name ?? [], origin: index)
    }
    let rest = resource.members.filter {
      !$0.isNamed("type") && !($0.isNamed("properties") && $0.kind == .object)
    }
    builder.addExtras("cloudformation", members: rest, of: tape, origin: index)
    builder.closeContainer(origin: index)
    builder.end()
    try sink.take(builder, from: RecordOrigin(origin.place, source: .cloudformation), to: records)
  }

  /// What was given for a field goes before a reference. One to what is no text stands beside the fields, and so does
  /// one that the asset would be known by: what it refers to has another name in each stack.
  private func addProperty(
    _ tape: borrowing JSONTape, property: TapeObject.Member, to records: TypeRecords,
    at place: Place, into sink: inout RecordSink
  ) {
    let meaning = records.meaning(of: property.name.span, from: .cloudformation)
    guard case .field(let field, _, _) = meaning else {
      return builder.copyMember(tape, key: property.key)
    }
    let dataType = records.type.fields[field].dataType
    let isText = dataType == .string
    let isGiven = records.mapper.identity.isGiven(field)
    if tape.isUnresolved(property.value), !isText || isGiven || records.isIdentifying(field) {
      if !isGiven {
        warnOfReference(
          tape, value: property.value, field: records.type.fields[field].name, at: place,
          into: &sink)
      }
      builder.addExtra(property, of: tape)
    } else if dataType.isMap, property.kind == .array {
      addTags(
        tape, property: property, field: records.type.fields[field].name, at: place, into: &sink)
    } else if isText || dataType.isMap {
      builder.copy(tape, at: property.key)
      addResolved(
        tape, value: property.value, field: records.type.fields[field].name, at: place, into: &sink)
    } else {
      builder.copyMember(tape, key: property.key)
    }
  }

  /// Adds a list of tags, but for those of which only a deployment says whether they are there, or what their keys are.
  private func addTags(
    _ tape: borrowing JSONTape, property: TapeObject.Member, field: String, at place: Place,
    into sink: inout RecordSink
  ) {
    var isWhole = true
    builder.copy(tape, at: property.key)
    builder.openContainer(.array, origin: property.value)
    var tag = tape.firstChild(of: property.value)
    while tape.hasValue(at: tag) {
      let key = TapeObject(tape, at: tag).member("key")
      if let open = tape.isUnresolved(tag) ? tag : key.map(\.value), tape.isUnresolved(open) {
        warnOfReference(tape, value: open, field: field, at: place, into: &sink)
        isWhole = false
      } else {
        addResolved(tape, value: tag, field: field, at: place, into: &sink)
      }
      tag = tape.index(after: tag)
    }
    builder.closeContainer(origin: property.value)
    if !isWhole { builder.addExtra(property, of: tape) }
  }

  /// Adds a value with the text of each reference in its place. As deep as the parser lets values be nested.
  private func addResolved(
    _ tape: borrowing JSONTape, value: Int, field: String, at place: Place,
    into sink: inout RecordSink
  ) {
    if tape.isUnresolved(value) {
      warnOfReference(tape, value: value, field: field, at: place, into: &sink)
      return builder.copyText(tape, at: value)
    }
    let kind = tape.kind(at: value)
    guard kind.isContainer else { return builder.copy(tape, at: value) }
    builder.openContainer(kind, origin: value)
    var child = tape.firstChild(of: value)
    while tape.hasValue(at: child) {
      if kind == .object {
        builder.copy(tape, at: child)
        child = tape.index(after: child)
      }
      addResolved(tape, value: child, field: field, at: place, into: &sink)
      child = tape.index(after: child)
    }
    builder.closeContainer(origin: value)
  }

  private func warnOfReference(
    _ tape: borrowing JSONTape, value: Int, field: String, at place: Place,
    into sink: inout RecordSink
  ) {
    let key = tape.string(at: tape.firstChild(of: value))
    sink.warnings.add(
      "unresolved",
      example: "line \(place.line): \(field) holds a \(key), which only a deployment resolves")
  }
}

extension JSONTape {
  /// Whether it is a reference of CloudFormation: `{"Ref": …}` or `{"Fn::GetAtt": …}`.
  fileprivate func isUnresolved(_ value: Int) -> Bool {
    guard kind(at: value) == .object else { return false }
    let key = firstChild(of: value)
    guard hasValue(at: key), !hasValue(at: index(after: index(after: key))) else { return false }
    return withBytes(at: key) { name in
      name.isIdentical(inBytesTo: Array("Ref".utf8).span)
        || name.count > 4 && name.extracting(0..<4).isIdentical(inBytesTo: Array("Fn::".utf8).span)
    }
  }
}
