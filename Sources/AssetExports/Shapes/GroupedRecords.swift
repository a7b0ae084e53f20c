internal import AssetJSON
internal import Assets

/// Lists of records under the names of regions, zones or accounts, as scripts gather them, and Google's aggregated
/// lists: `{"eu-west-1": [{…}]}`, `{"eu-west-1": {"Vpcs": […]}}`, `{"items": {"zones/z": {"instances": […]}}}`.
final class GroupedRecords: RecordShapeReader {
  private let plain = PlainRecords()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let whole = TapeObject(tape, at: index)
    let groups =
      whole.member("items", kind: .object).map { TapeObject(tape, at: $0.value) } ?? whole
    var places = PartPlaces(from: origin.place)
    for group in groups.members {
      enter(group.name, into: &sink)
      try takeGroup(tape, group: group, places: &places, into: &sink)
    }
    sink.surroundings = Surroundings()
  }

  private func enter(_ name: [UInt8], into sink: inout RecordSink) {
    sink.surroundings = Surroundings()
    switch Group(name.span) {
    case .account: sink.surroundings.account = name
    case .region: sink.surroundings.region = name
    case nil: break
    }
  }

  private func takeGroup(
    _ tape: borrowing JSONTape, group: TapeObject.Member, places: inout PartPlaces,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    guard group.kind == .object else {
      return try takeList(tape, list: group.value, places: &places, into: &sink)
    }
    for member in TapeObject(tape, at: group.value).members where tape.isListOfObjects(member.value)
    {
      sink.surroundings.list = member.name
      try takeList(tape, list: member.value, places: &places, into: &sink)
    }
  }

  private func takeList(
    _ tape: borrowing JSONTape, list: Int, places: inout PartPlaces,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    var element = tape.firstChild(of: list)
    while tape.hasValue(at: element) {
      do throws(ValueFault) {
        let origin = RecordOrigin(places.place(of: element, on: tape))
        try plain.take(tape, at: element, from: origin, into: &sink)
      } catch {
        try sink.refusals.refuse(error, on: tape, at: element)
      }
      element = tape.index(after: element)
    }
  }

  /// What the records of a group have in common, by its name.
  enum Group: Hashable {
    case account, region

    /// Nil for a name that is none of these.
    init?(_ name: Span<UInt8>) {
      let text = String(copying: name)
      let words = text.split(separator: "-", omittingEmptySubsequences: false)
      let isAccount = text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      // eu-west-1, us-gov-east-1, eu-isoe-west-1, europe-west1.
      let isRegion =
        (2...4).contains(words.count) && text.utf8.count < 32
        && words.allSatisfy { !$0.isEmpty }
        && words[0].utf8.allSatisfy { (0x61...0x7A).contains($0) }
        && text.utf8.last.map { (0x30...0x39).contains($0) } == true
        && text.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || $0 == 0x2D || (0x30...0x39).contains($0)
        }
      guard isAccount || isRegion else { return nil }
      self = isAccount ? .account : .region
    }
  }
}

extension Outline {
  static func groups(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    if let kind = object.member("kind", kind: .string),
      object.member("items", kind: .object) != nil,
      tape.string(at: kind.value).hasSuffix("AggregatedList")
    {
      return Outline(format: .json, shape: .groups, steps: [], isWhole: true)
    }
    let isGrouped =
      !object.members.isEmpty
      && object.members.allSatisfy { member in
        GroupedRecords.Group(member.name.span) != nil
          && (tape.isListOfObjects(member.value) || tape.isObjectOfLists(member.value))
      }
    return isGrouped ? Outline(format: .json, shape: .groups, steps: [], isWhole: true) : nil
  }
}

extension JSONTape {
  /// Whether it is an object with a list of objects.
  fileprivate func isObjectOfLists(_ value: Int) -> Bool {
    TapeObject(self, at: value).members.contains { isListOfObjects($0.value) }
  }
}
