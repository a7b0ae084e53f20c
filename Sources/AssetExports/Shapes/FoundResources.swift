internal import AssetJSON
internal import Assets

/// What services that look through accounts say of resources: AWS Resource Explorer, `{"Arn", "OwningAccountId",
/// "Region", "Properties": [{"Name": "tags", "Data": […]}]}`, and Security Hub, `{"ResourceId", "AccountId", "Region",
/// "ResourceTags", "ResourceConfig"}`.
final class FoundResources: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let resource = TapeObject(tape, at: index)
    var rest: [TapeObject.Member] = []
    builder.begin()
    builder.openContainer(.object, origin: index)
    for member in resource.members where !add(member, on: tape) { rest.append(member) }
    builder.addExtras("found", members: rest, of: tape, origin: index)
    builder.closeContainer(origin: index)
    builder.end()
    try sink.take(builder, from: origin, to: nil)
  }

  /// Whether the member says something that all types have.
  private func add(_ member: TapeObject.Member, on tape: borrowing JSONTape) -> Bool {
    if member.isNamed("arn") || member.isNamed("resourceid") && tape.isARN(member.value) {
      addAs("arn", member: member, on: tape)
    } else if member.isNamed("owningaccountid") || member.isNamed("accountid") {
      addAs("account_id", member: member, on: tape)
    } else if member.isNamed("region") {
      // What belongs to no region says so.
      if tape.string(at: member.value) != "global" { addAs("region", member: member, on: tape) }
    } else if member.isNamed("resourcetags") {
      addAs("tags", member: member, on: tape)
    } else if member.isNamed("properties"), let tags = tags(tape, list: member.value) {
      builder.addKey("tags", origin: member.key)
      builder.copy(tape, at: tags)
    } else if member.isNamed("resourceconfig"), member.kind == .object {
      builder.copyMembers(tape, object: member.value)
    } else {
      return false
    }
    return true
  }

  private func addAs(
    _ name: String, member: TapeObject.Member, on tape: borrowing JSONTape
  ) {
    builder.addKey(name, origin: member.key)
    builder.copy(tape, at: member.value)
  }

  /// The tags among the properties; nil if other things are there.
  private func tags(_ tape: borrowing JSONTape, list: Int) -> Int? {
    guard tape.kind(at: list) == .array else { return nil }
    let first = tape.firstChild(of: list)
    guard tape.hasValue(at: first), !tape.hasSecondElement(list) else { return nil }
    let property = TapeObject(tape, at: first)
    guard let name = property.member("name", kind: .string), tape.string(at: name.value) == "tags"
    else {
      return nil
    }
    return property.member("data", kind: .array)?.value
  }
}

extension JSONTape {
  /// Whether it is the text of an ARN.
  fileprivate func isARN(_ value: Int) -> Bool {
    kind(at: value) == .string
      && withBytes(at: value) { text in
        text.count > 4 && text.extracting(0..<4).isIdentical(inBytesTo: Array("arn:".utf8).span)
      }
  }
}

extension Outline {
  static func found(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    guard let list = object.member("resources", kind: .array) else { return nil }
    let first = TapeObject(tape, at: tape.firstChild(of: list.value))
    let isFound =
      first.member("arn", kind: .string) != nil
      && first.member("owningaccountid", kind: .string) != nil
      || first.member("resourceid", kind: .string) != nil
        && first.member("accountid", kind: .string) != nil
    return isFound
      ? Outline(format: .awsCLI, shape: .found, steps: [Step(0, named: list.name, as: .records)])
      : nil
  }
}
