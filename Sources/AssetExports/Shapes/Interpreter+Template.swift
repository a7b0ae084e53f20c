internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension Interpreter {
  /// A resource of a CloudFormation template: what is to be, with references that only a deployment resolves. They are
  /// kept as the text that they are.
  mutating func takeTemplateResource(
    _ tape: borrowing JSONTape, _ index: Int, _ name: [UInt8], _ place: Place,
    _ batch: inout RecordBatch
  ) throws(ValueFault) {
    let resource = TapeObject(tape, index)
    guard let type = resource.member("type", .string) else {
      throw ValueFault(index, "a resource of the template has no type")
    }
    let typeName = tape.string(at: type.value)
    guard isType(Array(typeName.utf8).span) else { return skip(typeName) }
    let properties =
      resource.member("properties", .object).map { TapeObject(tape, $0.value).members } ?? []
    builder.begin()
    builder.openContainer(.object, origin: index)
    for property in properties { addProperty(tape, property, place) }
    if !properties.contains(where: { mapper.isOwnIdentifier($0.name.span) }) {
      addReference(to: name, index)
    }
    builder.addKey("_extra", origin: index)
    builder.addObject(origin: index) {
      $0.addKey("LogicalId", origin: index)
      $0.addString(copying: name, origin: index)
    }
    let rest = resource.members.filter {
      !$0.isNamed("type") && !($0.isNamed("properties") && $0.kind == .object)
    }
    builder.addExtras("cloudformation", rest, of: tape, origin: index)
    builder.closeContainer(origin: index)
    try takeBuilt(place, &batch)
  }

  /// A template does not know a resource's own identifier; this is how it refers to it. An ARN would be one in all
  /// accounts: where assets are told apart by that, the resource has no key, and is refused.
  private mutating func addReference(to name: [UInt8], _ index: Int) {
    guard let field = mapper.ownIdentifier, !mapper.hasDefault(field), !mapper.isIdentifiedByARN
    else { return }
    builder.addKey(mapper.type.fields[field].name, origin: index)
    builder.addString(origin: index) { text in
      text.append(contentsOf: "{\"Ref\":".utf8)
      JSONText.append(string: name.span, to: &text)
      text.append(UInt8(ascii: "}"))
    }
  }

  /// What was given for the field goes before a reference; a reference to what is no text stands beside the fields.
  private mutating func addProperty(
    _ tape: borrowing JSONTape, _ property: TapeObject.Member, _ place: Place
  ) {
    guard case .field(let field, _) = mapper.names.meaning(of: property.name.span) else {
      return builder.copyMember(tape, property.key)
    }
    let dataType = mapper.dataTypes[field]
    let isText = dataType == .string
    if tape.isUnresolved(property.value), !isText || mapper.hasDefault(field) {
      if !mapper.hasDefault(field) { warnOfReference(tape, property.value, field, place) }
      builder.addExtra(property, of: tape)
    } else if isText || dataType.isMap {
      builder.copy(tape, property.key)
      addResolved(tape, property.value, field, place)
    } else {
      builder.copyMember(tape, property.key)
    }
  }

  /// Adds a value with the text of each reference in its place. As deep as the parser lets values be nested.
  private mutating func addResolved(
    _ tape: borrowing JSONTape, _ value: Int, _ field: Int, _ place: Place
  ) {
    if tape.isUnresolved(value) {
      warnOfReference(tape, value, field, place)
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
      addResolved(tape, child, field, place)
      child = tape.index(after: child)
    }
    builder.closeContainer(origin: value)
  }

  private mutating func warnOfReference(
    _ tape: borrowing JSONTape, _ value: Int, _ field: Int, _ place: Place
  ) {
    let name = mapper.type.fields[field].name
    let key = tape.string(at: tape.firstChild(of: value))
    mapper.warnings.add(
      "unresolved",
      example: "line \(place.line): \(name) holds a \(key), which only a deployment resolves")
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
