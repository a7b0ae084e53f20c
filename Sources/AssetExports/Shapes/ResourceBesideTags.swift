internal import AssetJSON
internal import Assets

/// One resource and, beside it, its tags: `{"Configuration": {…}, "Code": {…}, "Tags": {…}}` of `aws lambda
/// get-function`. What else stands there is kept beside the fields.
final class ResourceBesideTags: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let object = TapeObject(tape, at: index)
    guard let resource = Self.resource(tape, object: object) else {
      throw ValueFault(index, reason: "there is no resource beside the tags")
    }
    builder.begin()
    builder.openContainer(.object, origin: index)
    builder.copyMembers(tape, object: resource.value)
    for member in object.members where member.key != resource.key {
      if Self.isTags(member) {
        builder.addKey("tags", origin: member.key)
        builder.copy(tape, at: member.value)
      } else if !member.isNamed("responsemetadata") {
        builder.addExtra(member, of: tape)
      }
    }
    builder.closeContainer(origin: index)
    builder.end()
    sink.surroundings.list = resource.name
    try sink.take(builder, from: origin, to: nil)
  }

  /// The member that is the resource: the one object that says its own ARN. Nil if there are no tags beside it, or the
  /// tags are its own.
  static func resource(
    _ tape: borrowing JSONTape, object: TapeObject
  ) -> TapeObject.Member? {
    guard object.members.contains(where: isTags) else { return nil }
    let resources = object.members.filter { member in
      guard member.kind == .object, !isTags(member) else { return false }
      let own = TapeObject(tape, at: member.value).members
      return own.contains { isARN($0, on: tape) } && !own.contains(where: isTags)
    }
    let isRecord = object.members.contains { isARN($0, on: tape) || tape.isFullList($0) }
    return resources.count == 1 && !isRecord ? resources[0] : nil
  }

  private static func isTags(_ member: TapeObject.Member) -> Bool {
    member.kind.isContainer
      && ["tags", "tagset", "taglist", "resourcetags"].contains { member.isNamed($0) }
  }

  private static func isARN(_ member: TapeObject.Member, on tape: borrowing JSONTape) -> Bool {
    guard member.kind == .string,
      member.name.suffix(3).elementsEqual("Arn".utf8)
        || member.name.suffix(3).elementsEqual("arn".utf8)
        || member.name.suffix(3).elementsEqual("ARN".utf8)
    else { return false }
    return tape.withBytes(at: member.value) { text in
      text.count > 4 && text.extracting(0..<4).isIdentical(inBytesTo: Array("arn:".utf8).span)
    }
  }
}

extension JSONTape {
  /// Whether a member that is not the tags is a list with objects in it.
  fileprivate func isFullList(_ member: TapeObject.Member) -> Bool {
    let isTags = ["tags", "tagset", "taglist", "resourcetags"].contains { member.isNamed($0) }
    return !isTags && isListOfObjects(member.value) && hasValue(at: firstChild(of: member.value))
  }
}

extension Outline {
  static func besideTags(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    ResourceBesideTags.resource(tape, object: object) == nil
      ? nil : Outline(format: .awsCLI, shape: .besideTags, steps: [], isWhole: true)
  }
}
