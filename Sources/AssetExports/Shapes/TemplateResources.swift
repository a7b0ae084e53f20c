internal import AssetJSON
internal import Assets

/// Resources of a CloudFormation template: what is to be, with references that only a deployment resolves. They are kept
/// as the text that they are.
final class TemplateResources: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, _ index: Int, _ origin: RecordOrigin, into sink: inout RecordSink
  ) throws(ValueFault) {
    let resource = TapeObject(tape, index)
    guard let type = resource.member("type", .string) else {
      throw ValueFault(index, "a resource of the template has no type")
    }
    let typeName = tape.string(at: type.value)
    guard let records = sink.records(ofKind: typeName.utf8.span) else { return sink.skip(typeName) }
    let properties =
      resource.member("properties", .object).map { TapeObject(tape, $0.value).members } ?? []
    builder.begin()
    builder.openContainer(.object, origin: index)
    for property in properties { addProperty(tape, property, records, origin.place, &sink) }
    builder.addKey("_extra", origin: index)
    builder.addObject(origin: index) {
      $0.addKey("LogicalId", origin: index)
      $0.addString(copying: origin.name ?? [], origin: index)
    }
    let rest = resource.members.filter {
      !$0.isNamed("type") && !($0.isNamed("properties") && $0.kind == .object)
    }
    builder.addExtras("cloudformation", rest, of: tape, origin: index)
    builder.closeContainer(origin: index)
    builder.end()
    try sink.take(builder, RecordOrigin(origin.place, source: .cloudformation), to: records)
  }

  /// What was given for a field goes before a reference. One to what is no text stands beside the fields, and so does
  /// one that the asset would be known by: what it refers to has another name in each stack.
  private func addProperty(
    _ tape: borrowing JSONTape, _ property: TapeObject.Member, _ records: TypeRecords,
    _ place: Place, _ sink: inout RecordSink
  ) {
    let meaning = records.meaning(of: property.name.span, .cloudformation)
    guard case .field(let field, _, _) = meaning else {
      return builder.copyMember(tape, property.key)
    }
    let dataType = records.type.fields[field].dataType
    let isText = dataType == .string
    let isGiven = records.mapper.identity.isGiven(field)
    if tape.isUnresolved(property.value), !isText || isGiven || records.isIdentifying(field) {
      if !isGiven {
        warnOfReference(tape, property.value, records.type.fields[field].name, place, &sink)
      }
      builder.addExtra(property, of: tape)
    } else if dataType.isMap, property.kind == .array {
      addTags(tape, property, records.type.fields[field].name, place, &sink)
    } else if isText || dataType.isMap {
      builder.copy(tape, property.key)
      addResolved(tape, property.value, records.type.fields[field].name, place, &sink)
    } else {
      builder.copyMember(tape, property.key)
    }
  }

  /// Adds a list of tags, but for those of which only a deployment says whether they are there, or what their keys are.
  private func addTags(
    _ tape: borrowing JSONTape, _ property: TapeObject.Member, _ field: String, _ place: Place,
    _ sink: inout RecordSink
  ) {
    var isWhole = true
    builder.copy(tape, property.key)
    builder.openContainer(.array, origin: property.value)
    var tag = tape.firstChild(of: property.value)
    while tape.hasValue(at: tag) {
      let key = TapeObject(tape, tag).member("key")
      if let open = tape.isUnresolved(tag) ? tag : key.map(\.value), tape.isUnresolved(open) {
        warnOfReference(tape, open, field, place, &sink)
        isWhole = false
      } else {
        addResolved(tape, tag, field, place, &sink)
      }
      tag = tape.index(after: tag)
    }
    builder.closeContainer(origin: property.value)
    if !isWhole { builder.addExtra(property, of: tape) }
  }

  /// Adds a value with the text of each reference in its place. As deep as the parser lets values be nested.
  private func addResolved(
    _ tape: borrowing JSONTape, _ value: Int, _ field: String, _ place: Place,
    _ sink: inout RecordSink
  ) {
    if tape.isUnresolved(value) {
      warnOfReference(tape, value, field, place, &sink)
      return builder.copyText(tape, value)
    }
    let kind = tape.kind(at: value)
    guard kind.isContainer else { return builder.copy(tape, value) }
    builder.openContainer(kind, origin: value)
    var child = tape.firstChild(of: value)
    while tape.hasValue(at: child) {
      if kind == .object {
        builder.copy(tape, child)
        child = tape.index(after: child)
      }
      addResolved(tape, child, field, place, &sink)
      child = tape.index(after: child)
    }
    builder.closeContainer(origin: value)
  }

  private func warnOfReference(
    _ tape: borrowing JSONTape, _ value: Int, _ field: String, _ place: Place,
    _ sink: inout RecordSink
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
