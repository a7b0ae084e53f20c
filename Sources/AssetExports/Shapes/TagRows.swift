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
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let object = TapeObject(tape, at: index)
    guard let list = Self.list(tape, object: object) else {
      throw Self.isRow(object)
        ? ValueFault(
          index, reason: "it is one tag of a resource, without the answer that lists all of them",
          advice: "export the answer as it is, without --query")
        : ValueFault(index, reason: "there is no list of tags")
    }
    var rows: [Resource: [Int]] = [:]
    var order: [Resource] = []
    var row = tape.firstChild(of: list.value)
    while tape.hasValue(at: row) {
      guard let resource = Self.resource(tape, row: TapeObject(tape, at: row)) else {
        throw ValueFault(row, reason: "the tag does not say which resource has it")
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
        try take(resource, rows: own, on: tape, from: RecordOrigin(place), into: &sink)
      } catch {
        try sink.refusals.refuse(error, on: tape, at: own[0])
      }
    }
  }

  private func take(
    _ resource: Resource, rows: [Int], on tape: borrowing JSONTape, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let kind = resource.kind
    // Of tags alone no type is made.
    guard sink.router.knows(kind), let records = sink.records(ofKind: kind.span) else {
      return sink.skipped.add(foreign: String(decoding: kind, as: UTF8.self))
    }
    let isARN = Identifier(resource.id.utf8.span) != nil
    builder.begin()
    builder.openContainer(.object, origin: rows[0])
    builder.addKey(isARN ? "arn" : records.nameField ?? "resource_id", origin: rows[0])
    builder.addString(copying: Array(resource.id.utf8), origin: rows[0])
    builder.addKey("tags", origin: rows[0])
    builder.openContainer(.array, origin: rows[0])
    for row in rows { addTag(TapeObject(tape, at: row), at: row, on: tape) }
    builder.closeContainer(origin: rows[0])
    builder.closeContainer(origin: rows[0])
    builder.end()
    try sink.take(builder, from: origin, to: records)
  }

  private func addTag(_ row: TapeObject, at index: Int, on tape: borrowing JSONTape) {
    if let tag = row.member("tag", kind: .object) { return builder.copy(tape, at: tag.value) }
    builder.addObject(origin: index) { tag in
      for member in row.members where member.isNamed("key") || member.isNamed("value") {
        tag.copyMember(tape, key: member.key)
      }
    }
  }

  private static func resource(
    _ tape: borrowing JSONTape, row: TapeObject
  ) -> Resource? {
    guard row.member("key", kind: .string) != nil || row.member("tag", kind: .object) != nil,
      let id = row.member("resourceid", kind: .string) ?? row.member("resourcearn", kind: .string)
        ?? row.member("resourcename", kind: .string)
    else { return nil }
    let type = row.member("resourcetype", kind: .string).map { tape.string(at: $0.value) } ?? ""
    let text = tape.string(at: id.value)
    guard Identifier(text.utf8.span) != nil || !type.isEmpty else { return nil }
    return Resource(id: text, type: type)
  }

  /// Whether an object that stands by itself is such a tag.
  static func isRow(_ object: TapeObject) -> Bool {
    let names: [StaticString] = ["key", "value", "resourceid", "resourcetype"]
    return object.members.count == names.count
      && names.allSatisfy { name in object.members.contains { $0.isNamed(name) } }
  }

  /// The list of such tags that is all there is in the object; nil if it has none.
  fileprivate static func list(
    _ tape: borrowing JSONTape, object: TapeObject
  ) -> TapeObject.Member? {
    guard
      let list = object.member("tags", kind: .array) ?? object.member(
        "taggedresources", kind: .array)
        ?? object.member("taglist", kind: .array),
      resource(tape, row: TapeObject(tape, at: tape.firstChild(of: list.value))) != nil,
      object.members.allSatisfy({ member in
        member.key == list.key
          || ["nexttoken", "marker", "responsemetadata"].contains { member.isNamed($0) }
      })
    else { return nil }
    return list
  }
}

extension Outline {
  static func tagRows(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    TagRows.list(tape, object: object) == nil
      ? nil : Outline(format: .awsCLI, shape: .tagRows, steps: [], isWhole: true)
  }
}
