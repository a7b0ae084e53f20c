internal import AssetJSON
internal import Assets

/// Findings of Security Hub: each names the resources that it is about, with their tags. What it finds is not kept.
final class FindingResources: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let finding = TapeObject(tape, at: index)
    guard let resources = finding.member("resources", kind: .array) else {
      throw ValueFault(index, reason: "the finding names no resources")
    }
    sink.surroundings.account = finding.member("awsaccountid", kind: .string).map { account in
      tape.withBytes(at: account.value) { Array(copying: $0) }
    }
    var resource = tape.firstChild(of: resources.value)
    while tape.hasValue(at: resource) {
      do throws(ValueFault) {
        try take(tape, resource: resource, from: origin, into: &sink)
      } catch {
        try sink.refusals.refuse(error, on: tape, at: resource)
      }
      resource = tape.index(after: resource)
    }
  }

  private func take(
    _ tape: borrowing JSONTape, resource index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let resource = TapeObject(tape, at: index)
    guard let id = resource.member("id", kind: .string),
      tape.withBytes(at: id.value, body: { Identifier($0) != nil })
    else {
      let type = resource.member("type", kind: .string).map { tape.string(at: $0.value) }
      return sink.skipped.add(foreign: type ?? "(resources that have no identifier)")
    }
    var rest: [TapeObject.Member] = []
    builder.begin()
    builder.openContainer(.object, origin: index)
    builder.addKey("arn", origin: id.key)
    builder.copy(tape, at: id.value)
    for member in resource.members where member.key != id.key {
      if member.isNamed("tags") || member.isNamed("region") {
        builder.addKey(member.isNamed("tags") ? "tags" : "region", origin: member.key)
        builder.copy(tape, at: member.value)
      } else {
        rest.append(member)
      }
    }
    builder.addExtras("found", members: rest, of: tape, origin: index)
    builder.closeContainer(origin: index)
    builder.end()
    try sink.take(builder, from: origin, to: nil)
  }
}

extension Outline {
  static func findings(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    guard let list = object.member("findings", kind: .array) else { return nil }
    let first = TapeObject(tape, at: tape.firstChild(of: list.value))
    guard first.member("awsaccountid", kind: .string) != nil,
      first.member("resources", kind: .array) != nil
    else { return nil }
    var outline = Outline(
      format: .awsCLI, shape: .finding, steps: [Step(0, named: list.name, as: .records)])
    outline.loss = "what a finding says beside its resources is not kept"
    return outline
  }
}
