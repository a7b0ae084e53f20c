internal import AssetJSON
internal import Assets

/// Tags of several resources, one in each element of a list, as `aws ec2 describe-tags` prints them: `{"Key", "Value",
/// "ResourceId", "ResourceType"}`, or `{"Tag": {"Key", "Value"}, "ResourceName"}`. Those of one resource are one record.
final class TagRows: RecordShapeReader {
  private var builder = TapeBuilder()

  private struct Resource: Hashable {
    let id: String
    /// What the list says that it is: `instance`. Empty where the id says it.
    let type: String

    /// `ec2:instance`: a list of a service that says no more is EC2's, or of Auto Scaling groups.
    var kind: [UInt8] {
      var kind: [UInt8] = []
      if let identifier = Identifier(id.utf8.span) {
        identifier.appendKind(of: id.utf8.span, to: &kind)
      } else {
        let service = type == "auto-scaling-group" ? "autoscaling" : "ec2"
        kind.append(contentsOf: (type.contains(":") ? type : "\(service):\(type)").utf8)
      }
      return kind
    }
  }

  func take(
    _ tape: borrowing JSONTape, _ index: Int, _ origin: RecordOrigin, into sink: inout RecordSink
  ) throws(ValueFault) {
    guard let list = Self.list(tape, TapeObject(tape, index)) else {
      throw ValueFault(index, "there is no list of tags")
    }
    var rows: [Resource: [Int]] = [:]
    var order: [Resource] = []
    var row = tape.firstChild(of: list.value)
    while tape.hasValue(at: row) {
      guard let resource = Self.resource(tape, TapeObject(tape, row)) else {
        throw ValueFault(row, "the tag does not say which resource has it")
      }
      if rows[resource] == nil { order.append(resource) }
      rows[resource, default: []].append(row)
      row = tape.index(after: row)
    }
    var places = PartPlaces(from: origin.place)
    for resource in order {
      let own = rows[resource] ?? []
      let place = places.place(of: own[0], on: tape)
      do throws(ValueFault) {
        try take(resource, own, tape, RecordOrigin(place), &sink)
      } catch {
        try sink.refusals.refuse(error, tape, own[0])
      }
    }
  }

  private func take(
    _ resource: Resource, _ rows: [Int], _ tape: borrowing JSONTape, _ origin: RecordOrigin,
    _ sink: inout RecordSink
  ) throws(ValueFault) {
    let kind = resource.kind
    // Of tags alone no type is made.
    guard sink.router.knows(kind), let records = sink.records(ofKind: kind.span) else {
      return sink.skip(String(decoding: kind, as: UTF8.self))
    }
    let isARN = Identifier(resource.id.utf8.span) != nil
    builder.begin()
    builder.openContainer(.object, origin: rows[0])
    builder.addKey(isARN ? "arn" : records.nameField ?? "resource_id", origin: rows[0])
    builder.addString(copying: Array(resource.id.utf8), origin: rows[0])
    builder.addKey("tags", origin: rows[0])
    builder.openContainer(.array, origin: rows[0])
    for row in rows { addTag(TapeObject(tape, row), row, tape) }
    builder.closeContainer(origin: rows[0])
    builder.closeContainer(origin: rows[0])
    builder.end()
    try sink.take(builder, origin, to: records)
  }

  private func addTag(_ row: TapeObject, _ index: Int, _ tape: borrowing JSONTape) {
    if let tag = row.member("tag", .object) { return builder.copy(tape, tag.value) }
    builder.addObject(origin: index) { tag in
      for member in row.members where member.isNamed("key") || member.isNamed("value") {
        tag.copyMember(tape, member.key)
      }
    }
  }

  private static func resource(
    _ tape: borrowing JSONTape, _ row: TapeObject
  ) -> Resource? {
    guard row.member("key", .string) != nil || row.member("tag", .object) != nil,
      let id = row.member("resourceid", .string) ?? row.member("resourcearn", .string)
        ?? row.member("resourcename", .string)
    else { return nil }
    let type = row.member("resourcetype", .string).map { tape.string(at: $0.value) } ?? ""
    let text = tape.string(at: id.value)
    guard Identifier(text.utf8.span) != nil || !type.isEmpty else { return nil }
    return Resource(id: text, type: type)
  }

  /// The list of such tags that is all there is in the object; nil if it has none.
  fileprivate static func list(
    _ tape: borrowing JSONTape, _ object: TapeObject
  ) -> TapeObject.Member? {
    guard
      let list = object.member("tags", .array) ?? object.member("taggedresources", .array)
        ?? object.member("taglist", .array),
      resource(tape, TapeObject(tape, tape.firstChild(of: list.value))) != nil,
      object.members.allSatisfy({ member in
        member.key == list.key
          || ["nexttoken", "marker", "responsemetadata"].contains { member.isNamed($0) }
      })
    else { return nil }
    return list
  }
}

extension Outline {
  static func tagRows(_ tape: borrowing JSONTape, _ object: TapeObject) -> Outline? {
    TagRows.list(tape, object) == nil
      ? nil : Outline(format: .awsCLI, shape: .tagRows, steps: [], isWhole: true)
  }
}
