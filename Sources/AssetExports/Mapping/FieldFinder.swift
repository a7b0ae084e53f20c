internal import AssetJSON
internal import Assets

/// Finds which member of a record is which field's. Keeps its memory from record to record.
struct FieldFinder {
  /// Where on the tape a field's value is, by which rank of name it was found, and the number of that name; index 0
  /// stands for absent.
  struct Slot {
    var index = 0
    var rank = 0
    var name = 0
  }

  let type: AssetType
  /// Fields that take what the record's own `_extra` says under their names.
  var fieldsFromExtras: Set<Int> = []
  private(set) var slots: [Slot]
  /// Where the asset's identifier is on the tape, if it is no field; 0 if the record has none.
  private(set) var identifier = 0
  /// The field that takes an ARN as it is, under whichever of its names it comes.
  private let arnField: Int?
  /// Members of the record that are members of a map.
  private(set) var parts: [MapPart] = []
  /// What is kept beside the fields.
  var extras = ExtraMembers()
  var warnings = Warnings()

  private var dictionaries: [RecordSource: RecordNames] = [:]
  /// Of the source of the last record.
  private var names: RecordNames
  private var source = RecordSource.plain

  init(_ type: AssetType) {
    self.type = type
    names = RecordNames(type, from: .plain)
    slots = type.fields.map { _ in Slot() }
    let rule = type.recognition.identifier
    arnField =
      rule?.form?.description.hasPrefix("arn:") == true
      ? type.fields.firstIndex { $0.name == rule?.field } : nil
  }

  /// Finds them in the record whose members have been read.
  mutating func find(
    _ tape: borrowing JSONTape, members: borrowing RecordMembers, from origin: RecordOrigin
  ) {
    for index in slots.indices { slots[index] = Slot() }
    identifier = 0
    parts.removeAll(keepingCapacity: true)
    extras.begin()
    use(origin.source)
    for member in members.list {
      let value = tape.index(after: member.key)
      switch names.meaning(of: member, on: tape, names: members.names) {
      case .field(let field, _, _) where member.isExtra && !fieldsFromExtras.contains(field):
        extras.add(member.key, name: member.name)
      case .field(_, _, let node?) where holds(tape, value: value, node: node):
        descend(tape, member: member, object: value, node: node, at: origin.place)
      case .field(let field, let rank, _):
        take(tape, value: value, field: field, rank: rank, name: member.name, at: origin.place)
      case .node(let node) where !member.isExtra && tape.kind(at: value) == .object:
        descend(tape, member: member, object: value, node: node, at: origin.place)
      case .part(let field, let start) where !member.isExtra:
        parts.append(MapPart(field: field, name: member.key, keyStart: start))
      case .identifier where !member.isExtra && arnField != nil && tape.kind(at: value) == .string:
        take(tape, value: value, field: arnField ?? 0, rank: 5, name: member.name, at: origin.place)
      case .identifier:
        if identifier == 0, tape.kind(at: value) == .string { identifier = value }
        extras.add(member.key, name: member.name)
      // Which type the record is of has been found out from it.
      case .typeName where !member.isExtra: break
      case .typeName, .extraFields, .node, .part, .extra: extras.add(member.key, name: member.name)
      }
    }
  }

  private mutating func use(_ source: RecordSource) {
    guard source != self.source else { return }
    dictionaries[self.source] = names
    names = dictionaries.removeValue(forKey: source) ?? RecordNames(type, from: source)
    self.source = source
  }

  /// What a member of that name means to a record of a source.
  mutating func meaning(of name: Span<UInt8>, from source: RecordSource) -> NameMeaning {
    use(source)
    return names.meaning(of: name)
  }

  /// Whether an object has a member that is found at a node of the paths.
  private mutating func holds(_ tape: borrowing JSONTape, value: Int, node: Int) -> Bool {
    guard tape.kind(at: value) == .object else { return false }
    var key = tape.firstChild(of: value)
    while tape.hasValue(at: key) {
      if names.meaning(below: node, on: tape, key: key) != .extra { return true }
      key = tape.index(after: tape.index(after: key))
    }
    return false
  }

  /// Takes the fields that an object holds; what it holds else is kept beside the fields.
  private mutating func descend(
    _ tape: borrowing JSONTape, member: RecordMembers.Member, object: Int, node: Int,
    at place: Place
  ) {
    var isWhole = true
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      switch names.meaning(below: node, on: tape, key: key) {
      case .field(_, _, let inner?) where holds(tape, value: value, node: inner):
        descend(tape, member: member, object: value, node: inner, at: place)
        extras.take(value)
      case .node(let inner) where tape.kind(at: value) == .object:
        descend(tape, member: member, object: value, node: inner, at: place)
        extras.take(value)
      case .field(let field, let rank, _):
        take(tape, value: value, field: field, rank: rank, name: member.name, at: place)
        extras.take(value)
      default: isWhole = false
      }
      key = tape.index(after: value)
    }
    if !isWhole { extras.addRest(of: member.key, name: member.name) }
  }

  /// Gives the field the value, unless a better name has given it one. What has lost is kept beside the fields; null
  /// says nothing, and loses to any value.
  private mutating func take(
    _ tape: borrowing JSONTape, value: Int, field: Int, rank: Int, name: Int, at place: Place
  ) {
    let taken = slots[field]
    guard taken.index != 0, tape.kind(at: taken.index) != .null else {
      return slots[field] = Slot(index: value, rank: rank, name: name)
    }
    if tape.kind(at: value) == .null { return }
    guard rank <= taken.rank else { return extras.add(value - 1, name: name) }
    let isSameName = tape.withBytes(at: value - 1) { name in
      tape.withBytes(at: taken.index - 1) { $0.isIdentical(inBytesTo: name) }
    }
    if isSameName {
      let name = type.fields[field].name
      warnings.add(
        "key-twice", example: "line \(place.line): '\(name)' is there twice; the last counts")
    } else {
      extras.add(taken.index - 1, name: taken.name)
    }
    slots[field] = Slot(index: value, rank: rank, name: name)
  }
}
