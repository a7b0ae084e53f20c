internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension Outline {
  /// An object with several lists, where each says what its records are: `aws iam get-account-authorization-details`.
  static func several(
    _ tape: borrowing JSONTape, lists: [TapeObject.Member], sink: borrowing RecordSink
  ) -> Outline? {
    guard lists.count > 1, sink.router.only?.samples == nil,
      lists.allSatisfy({
        saysWhatItHolds($0.name, on: tape, record: tape.firstChild(of: $0.value), sink: sink)
      })
    else { return nil }
    var outline = Outline(
      format: .awsCLI, shape: .plain, steps: lists.map { Step(0, named: $0.name, as: .records) })
    outline.isGuess = true
    outline.holdsSeveral = true
    return outline
  }

  /// Whether a list's name, or a record in it, says what the records are.
  static func saysWhatItHolds(
    _ list: [UInt8], on tape: borrowing JSONTape, record: Int, sink: borrowing RecordSink
  ) -> Bool {
    let name = String(decoding: list, as: UTF8.self)
    if sink.router.known?.typeNames(ofList: name).isEmpty == false { return true }
    return TapeObject(tape, at: record).member("arn", kind: .string).map {
      tape.withBytes(at: $0.value) { Identifier($0) != nil }
    } ?? false
  }

  /// A list that says of itself how long it is: `{"DistributionList": {"Items": […], "Quantity": 1}}`.
  static func countedList(_ tape: borrowing JSONTape, member: TapeObject.Member) -> Outline? {
    let inner = TapeObject(tape, at: member.value)
    let items = inner.member("items", kind: .array)
    guard inner.member("quantity").map({ $0.kind.isNumber }) == true,
      items.map({ tape.isListOfObjects($0.value) }) ?? true
    else { return nil }
    var outline = Outline(
      format: .awsCLI, shape: .plain,
      steps: [
        Step(0, named: member.name, as: .level(1)),
        Step(1, named: items?.name ?? Array("Items".utf8), as: .records),
      ])
    outline.isGuess = true
    outline.list = member.name
    return outline
  }

  /// Why an object has no records: it lists names, and says no more of what they name. Nil if it is no such.
  static func faultOfNames(_ tape: borrowing JSONTape, object: TapeObject) -> ValueFault? {
    let lists = object.members.filter { member in
      member.kind == .array && tape.kind(at: tape.firstChild(of: member.value)) == .string
        && tape.hasValue(at: tape.firstChild(of: member.value))
    }
    guard let list = lists.first,
      object.members.allSatisfy({ member in
        member.isOfEnvelope || member.kind == .null || lists.contains { $0.key == member.key }
      })
    else { return nil }
    let name = String(decoding: list.name, as: UTF8.self).shortened(toScalars: 60)
    return ValueFault(
      list.value, reason: "'\(name)' is a list of names, and says no more of what they name",
      advice: "export the assets themselves: with the call that describes one of them, or with: "
        + "aws resourcegroupstaggingapi get-resources")
  }
}

extension TapeObject.Member {
  /// Whether the name says something of the list beside it.
  var isOfEnvelope: Bool {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    return [
      "token", "marker", "next", "truncated", "count", "metadata", "kind", "apiversion", "owner",
      "total", "more", "page", "error", "fail", "quantity", "complete", "lastevaluated", "etag",
    ].contains { name.utf8.count <= 64 && name.contains($0) }
  }
}
