internal import AssetJSON
internal import Assets

/// The members of one record, by the numbers of their names, and which of them may say what the record is. Keeps its
/// memory from record to record.
struct RecordMembers {
  struct Member {
    /// The number of its name.
    let name: Int
    /// Where on the tape. The value stands right behind it.
    let key: Int
    /// Whether it stands in the record's own `_extra`.
    let isExtra: Bool
  }

  var names = MemberNames()
  private(set) var list: [Member] = []
  /// By number of the name.
  private var tells: [Tell?] = []
  /// By `Tell`: where on the tape the value is; 0 if the record has none.
  private var told = [Int](repeating: 0, count: Tell.allCases.count)

  /// A member that says, in one spelling or another, what kind of thing a record is.
  enum Tell: Int, CaseIterable {
    case ownType, assetType, apiVersion, kind, type, id, arn, link, name, resourceType
  }

  /// Reads the members of the record at an index.
  mutating func read(_ tape: borrowing JSONTape, record: Int) throws(ValueFault) {
    guard tape.kind(at: record) == .object else {
      throw ValueFault(record, reason: "a record has to be a JSON object")
    }
    list.removeAll(keepingCapacity: true)
    for tell in told.indices { told[tell] = 0 }
    names.begin()
    var key = tape.firstChild(of: record)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      let name = tape.withBytes(at: key) { names.number(of: $0) }
      list.append(Member(name: name, key: key, isExtra: false))
      if name < tells.count {
        if let tell = tells[name] { told[tell.rawValue] = value }
      } else {
        learn(name, value: value)
      }
      if tape.kind(at: value) == .object, isOwnExtras(tape, key: key) {
        readExtras(tape, object: value)
      }
      key = tape.index(after: value)
    }
  }

  /// What an export of this program says beside the fields.
  private func isOwnExtras(_ tape: borrowing JSONTape, key: Int) -> Bool {
    tape.withBytes(at: key) { $0.isIdentical(inBytesTo: Self.extras.span) }
  }

  private static let extras = Array("_extra".utf8)

  private mutating func readExtras(_ tape: borrowing JSONTape, object: Int) {
    list.removeLast()
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      let name = tape.withBytes(at: key) { names.number(of: $0) }
      list.append(Member(name: name, key: key, isExtra: true))
      key = tape.index(after: tape.index(after: key))
    }
  }

  /// Where on the tape the value of such a member is; nil if the record has none.
  func value(of tell: Tell) -> Int? { told[tell.rawValue] == 0 ? nil : told[tell.rawValue] }
}

extension RecordMembers {
  private mutating func learn(_ name: Int, value: Int) {
    while tells.count < names.count { tells.append(Tell(named: names[tells.count])) }
    if let tell = tells[name] { told[tell.rawValue] = value }
  }

  /// Whether a name is one of those that say what a record is.
  static func isTelling(_ name: Span<UInt8>) -> Bool {
    Tell(named: Array(copying: name)[...]) != nil
  }
}

extension RecordMembers.Tell {
  fileprivate init?(named name: ArraySlice<UInt8>) {
    switch String(decoding: name, as: UTF8.self) {
    case "_type": self = .ownType
    case "asset_type", "assetType": self = .assetType
    case "apiVersion": self = .apiVersion
    case "kind": self = .kind
    case "type": self = .type
    case "id": self = .id
    case "arn", "Arn", "ARN", "ResourceARN", "resource_arn": self = .arn
    case "selfLink", "self_link": self = .link
    case "name": self = .name
    case "resourceType", "ResourceType", "resource_type": self = .resourceType
    default: return nil
    }
  }
}
