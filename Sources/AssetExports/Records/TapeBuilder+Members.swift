internal import AssetJSON
internal import Assets

extension TapeBuilder {
  /// Adds the members of an object of another tape; none if it is no object.
  mutating func copyMembers(_ tape: borrowing JSONTape, object: Int, origin: Int? = nil) {
    guard tape.kind(at: object) == .object else { return }
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      copyMember(tape, key: key, origin: origin)
      key = tape.index(after: tape.index(after: key))
    }
  }

  mutating func copyMember(_ tape: borrowing JSONTape, key: Int, origin: Int? = nil) {
    copy(tape, at: key, origin: origin)
    copy(tape, at: tape.index(after: key), origin: origin)
  }

  /// Adds a member that is kept beside the fields, whatever its name is.
  mutating func addExtra(
    _ member: TapeObject.Member, as name: String? = nil, of tape: borrowing JSONTape,
    origin: Int? = nil
  ) {
    let place = origin ?? member.key
    addKey("_extra", origin: place)
    addObject(origin: place) {
      $0.addString(copying: name.map { Array($0.utf8) } ?? member.name, origin: place)
      $0.copy(tape, at: member.value, origin: origin)
    }
  }

  /// Adds members that are kept beside the fields, together under one name; nothing if there are none.
  mutating func addExtras(
    _ name: String, members: [TapeObject.Member], of tape: borrowing JSONTape, origin: Int
  ) {
    guard !members.isEmpty else { return }
    addKey("_extra", origin: origin)
    addObject(origin: origin) { extra in
      extra.addKey(name, origin: origin)
      extra.addObject(origin: origin) { object in
        for member in members { object.copyMember(tape, key: member.key) }
      }
    }
  }
}
