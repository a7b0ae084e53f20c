internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Collects the pairs of a map from JSON: from an object, or from a list of tags in any of the spellings that AWS
/// and Datadog use.
struct PairReader {
  var builder = MapBuilder()
  /// Whether a list of tags said more of a tag than key and value.
  private(set) var hadAttributes = false
  /// Whether a key had a list of values that is not the one that is written for it.
  private(set) var hadOrder = false
  /// Whose the first tag of the list is, where a tag says so.
  private var owner: Int?

  /// Forgets what was collected, which a fault may have left unfinished.
  mutating func begin(splitsCommas: Bool) {
    builder.removeAll()
    builder.splitsCommas = splitsCommas
    hadAttributes = false
    hadOrder = false
    owner = nil
  }

  /// Collects the pairs at an index; says what a repeated key means there.
  mutating func read(
    _ tape: borrowing JSONTape, at index: Int
  ) throws(ValueFault) -> MapBuilder.Repetition {
    switch tape.kind(at: index) {
    case .object where tape.isLoneTag(index):
      try addPair(tape, object: index)
      return .several
    case .object:
      try readObject(tape, object: index)
      return .last
    case .array:
      try readList(tape, list: index)
      return .several
    default:
      throw ValueFault(index, reason: "a map has to be an object, a list of tags, or hstore text")
    }
  }

  private mutating func readObject(_ tape: borrowing JSONTape, object: Int) throws(ValueFault) {
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      if tape.kind(at: value) == .array {
        try addAll(tape, key: key, list: value)
      } else {
        try add(tape, key: key, value: value)
      }
      key = tape.index(after: value)
    }
  }

  /// Adds a member that stands in a record by itself; nothing for one that the export says is not there.
  mutating func add(_ tape: borrowing JSONTape, part: MapPart) throws(ValueFault) {
    let value = tape.index(after: part.name)
    if tape.kind(at: value) == .null { return }
    guard !tape.kind(at: value).isContainer else {
      throw ValueFault(
        value, reason: "'\(tape.string(at: part.name))' is nested, and a map holds only text")
    }
    tape.withBytes(at: part.name) { name in
      tape.withBytes(at: value) { text in
        guard !text.isIdentical(inBytesTo: Self.notTagged.span) else { return }
        builder.add(key: name.extracting(part.keyStart..<name.count), value: text)
      }
    }
  }

  /// What AWS's Tag Editor writes where a resource does not have the tag.
  private static let notTagged = Array("(not tagged)".utf8)

  private mutating func add(
    _ tape: borrowing JSONTape, key: Int, value: Int, isSameTime: Bool = false
  ) throws(ValueFault) {
    switch tape.kind(at: value) {
    case .null: tape.withBytes(at: key) { builder.addNull(key: $0, isSameTime: isSameTime) }
    case .object, .array:
      throw ValueFault(
        value,
        reason: "the value of '\(tape.string(at: key))' is nested, and a map holds only text",
        advice: "declare the field as json to keep nested values")
    default:
      tape.withBytes(at: key) { key in
        tape.withBytes(at: value) { builder.add(key: key, value: $0, isSameTime: isSameTime) }
      }
    }
  }

  /// A key with a list of values: what this program writes for a key with several. A key with none of them is there,
  /// and says nothing.
  private mutating func addAll(_ tape: borrowing JSONTape, key: Int, list: Int)
    throws(ValueFault)
  {
    let first = tape.firstChild(of: list)
    var (value, previous) = (first, 0)
    if !tape.hasValue(at: first) { tape.withBytes(at: key) { builder.addNull(key: $0) } }
    while tape.hasValue(at: value) {
      try add(tape, key: key, value: value, isSameTime: value != first)
      if !follows(tape, value: value, previous: previous) { hadOrder = true }
      (previous, value) = (value, tape.index(after: value))
    }
    // Of less than two no list is written.
    if previous == first || previous == 0 { hadOrder = true }
  }

  /// Whether the value stands where it is written, after the one before it (0 for none), and as one value.
  private func follows(_ tape: borrowing JSONTape, value: Int, previous: Int) -> Bool {
    guard tape.kind(at: value) != .null,
      previous == 0 || tape.compareBytes(at: previous, with: value) < 0
    else { return false }
    return !builder.splitsCommas
      || tape.withBytes(at: value) { text in !text.indices.contains { text[$0] == 0x2C } }
  }

  private mutating func readList(_ tape: borrowing JSONTape, list: Int) throws(ValueFault) {
    var element = tape.firstChild(of: list)
    let holdsTexts = tape.hasValue(at: element) && tape.kind(at: element) == .string
    let separator = holdsTexts ? tape.tagSeparator(of: list) : nil
    while tape.hasValue(at: element) {
      switch tape.kind(at: element) {
      case .string: tape.withBytes(at: element) { addTag($0, separator: separator) }
      case .object: try addPair(tape, object: element)
      default:
        throw ValueFault(
          element, reason: "a tag has to be text or an object with a key and a value")
      }
      element = tape.index(after: element)
    }
  }

  /// `env:prod` or `env=prod`, or a bare `prod`, which has no value.
  private mutating func addTag(_ tag: Span<UInt8>, separator: UInt8?) {
    let place =
      separator.map { tag.firstIndex(of: $0, from: 0) ?? tag.count } ?? tag.firstTagSeparator
    builder.add(
      key: tag.extracting(0..<place), value: tag.extracting(min(place + 1, tag.count)..<tag.count))
  }

  /// `{"Key": "env", "Value": "prod"}`, in any of the spellings that AWS uses.
  private mutating func addPair(_ tape: borrowing JSONTape, object: Int) throws(ValueFault) {
    var (key, value): (Int?, Int?)
    var member = tape.firstChild(of: object)
    while tape.hasValue(at: member) {
      let content = tape.index(after: member)
      switch tape.withBytes(at: member, body: TagMember.init) {
      case .key where key == nil: key = content
      case .value where value == nil: value = content
      case .whole: break
      case .owner: try noteOwner(tape, value: content)
      default: hadAttributes = true
      }
      member = tape.index(after: content)
    }
    guard let key, tape.kind(at: key) == .string else {
      throw ValueFault(
        object, reason: "the tag has no key",
        advice: "write tags as an object, or as a list of {\"Key\", \"Value\"}")
    }
    if let value, tape.kind(at: value) == .array {
      try addAll(tape, key: key, list: value)
    } else if let value {
      try add(tape, key: key, value: value)
    } else {
      tape.withBytes(at: key) { builder.add(key: $0, value: [UInt8]().span) }
    }
  }

  /// Flat lists, as of `aws ec2 describe-tags`, say with each tag which resource it belongs to.
  private mutating func noteOwner(_ tape: borrowing JSONTape, value: Int) throws(ValueFault) {
    hadAttributes = true
    if let owner, tape.compareBytes(at: owner, with: value) != 0 {
      throw ValueFault(
        value,
        reason:
          "the tags are those of '\(tape.string(at: owner))' and of '\(tape.string(at: value))', "
          + "and would be one asset's here",
        advice:
          "export the resources themselves, with their tags, or the tags of one resource at a time")
    }
    owner = owner ?? value
  }
}
