internal import AssetJSON
internal import Assets

/// What the names in records of one source mean to a type, looked up once for each name.
struct RecordNames {
  private let dictionary: NameDictionary
  /// By the number of a member's name.
  private var meanings: [NameMeaning?] = []
  /// By node of the paths: what stands in such an object.
  private var nodes: [Int: Inner] = [:]

  private struct Inner {
    var names = MemberNames()
    var meanings: [NameMeaning?] = []
  }

  init(_ type: AssetType, from source: RecordSource) {
    dictionary = NameDictionary(type, from: source)
  }

  func meaning(of name: Span<UInt8>) -> NameMeaning {
    dictionary.meaning(of: String(copying: name))
  }

  /// - Parameter names: those that the member's is numbered by.
  mutating func meaning(
    of member: RecordMembers.Member, on tape: borrowing JSONTape, names: borrowing MemberNames
  ) -> NameMeaning {
    if member.name < meanings.count, let known = meanings[member.name] { return known }
    guard member.name != MemberNames.others else {
      return dictionary.meaning(of: tape.string(at: member.key))
    }
    while meanings.count <= member.name { meanings.append(nil) }
    let meaning = dictionary.meaning(of: tape.string(at: member.key))
    meanings[member.name] = meaning
    return meaning
  }

  /// - Parameter key: of a member of an object that is at a node of the paths.
  mutating func meaning(below node: Int, on tape: borrowing JSONTape, key: Int) -> NameMeaning {
    let number = tape.withBytes(at: key) { nodes[node, default: Inner()].names.number(of: $0) }
    guard number != MemberNames.others else {
      return dictionary.meaning(of: tape.string(at: key), below: node)
    }
    let known = nodes[node]?.meanings ?? []
    if number < known.count, let meaning = known[number] { return meaning }
    let meaning = dictionary.meaning(of: tape.string(at: key), below: node)
    while nodes[node, default: Inner()].meanings.count <= number {
      nodes[node]?.meanings.append(nil)
    }
    nodes[node]?.meanings[number] = meaning
    return meaning
  }
}
