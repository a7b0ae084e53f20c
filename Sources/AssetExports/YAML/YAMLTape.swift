internal import AssetJSON
internal import Assets

/// Makes tapes of a YAML document's values. CloudFormation's short tags become the objects that they stand for.
struct YAMLTape {
  private(set) var builder = TapeBuilder()
  /// How many bytes of text and values may still come: aliases may name what is large many times.
  private var room = 0
  /// Where the value begins in its text: what aliases name may stand before it.
  private var base = 0

  private static let maxSize = 64 << 20

  /// Makes the tape of a value.
  ///
  /// - Parameter start: what its origins are counted from.
  mutating func write(_ node: YAMLNode, from start: Int) throws(LocatedFault) {
    room = Self.maxSize
    base = start
    builder.begin()
    try add(node)
    builder.end()
  }

  // Depth is bounded: the parser refuses what is nested deeper than `JSONParser.maxDepth`, and an alias names what was
  // closed before it, so that at most each level is one of as many.
  private mutating func add(_ node: YAMLNode, depth: Int = 0) throws(LocatedFault) {
    guard depth < JSONParser.maxDepth else {
      throw LocatedFault(
        offset: node.offset, reason: "nested more than \(JSONParser.maxDepth) deep", advice: nil)
    }
    guard let function = CloudFormationTag.function(of: node.tag) else {
      return try addContent(of: node, depth: depth)
    }
    builder.openContainer(.object, origin: origin(node.offset))
    try addText(function, at: node.offset)
    try addArgument(of: function, node: node, depth: depth + 1)
    builder.closeContainer(origin: origin(node.offset))
  }

  /// `!GetAtt Queue.Arn` is `{"Fn::GetAtt": ["Queue", "Arn"]}`.
  private mutating func addArgument(
    of function: [UInt8], node: YAMLNode, depth: Int
  ) throws(LocatedFault) {
    guard function == CloudFormationTag.attribute, case .scalar(let scalar) = node,
      let point = scalar.bytes.firstIndex(of: UInt8(ascii: "."))
    else { return try addContent(of: node, depth: depth) }
    builder.openContainer(.array, origin: origin(node.offset))
    try addText(Array(scalar.bytes[..<point]), at: node.offset)
    try addText(Array(scalar.bytes[(point + 1)...]), at: node.offset)
    builder.closeContainer(origin: origin(node.offset))
  }

  private mutating func addContent(of node: YAMLNode, depth: Int) throws(LocatedFault) {
    switch node {
    case .scalar(let scalar): try addScalar(scalar)
    case .list(let elements, _, let offset):
      builder.openContainer(.array, origin: origin(offset))
      for element in elements { try add(element, depth: depth + 1) }
      builder.closeContainer(origin: origin(offset))
    case .object(let members, _, let offset):
      builder.openContainer(.object, origin: origin(offset))
      for member in try Self.merged(members) {
        try addText(member.key.bytes, at: member.key.offset)
        try add(member.value, depth: depth + 1)
      }
      builder.closeContainer(origin: origin(offset))
    }
  }

  private mutating func addScalar(_ scalar: YAMLScalar) throws(LocatedFault) {
    let place = origin(scalar.offset)
    try use(scalar.bytes.count, at: scalar.offset)
    switch scalar.kind {
    case .string: builder.addString(scalar.bytes.span, origin: place)
    case .double: builder.addNumber(spelled: scalar.bytes.span, origin: place)
    case let kind: builder.add(kind, origin: place)
    }
  }

  private mutating func addText(_ bytes: [UInt8], at offset: Int) throws(LocatedFault) {
    try use(bytes.count, at: offset)
    builder.addString(bytes.span, origin: origin(offset))
  }

  private func origin(_ offset: Int) -> Int { max(0, offset - base) }

  private mutating func use(_ bytes: Int, at offset: Int) throws(LocatedFault) {
    room -= bytes + 16
    guard room > 0 else {
      throw LocatedFault(
        offset: offset, reason: "its aliases make it larger than \(Self.maxSize >> 20) MiB",
        advice: "write it without aliases")
    }
  }

  /// With the members of the objects that `<<` names, where the object has none of that name itself.
  private static func merged(
    _ members: [YAMLNode.Member]
  ) throws(LocatedFault) -> [YAMLNode.Member] {
    guard members.contains(where: \.isMerge) else { return members }
    var result = members.filter { !$0.isMerge }
    var names = Set(result.map(\.key.bytes))
    for member in members where member.isMerge {
      let sources = if case .list(let list, _, _) = member.value { list } else { [member.value] }
      for case .object(let others, _, _) in sources {
        result += others.filter { names.insert($0.key.bytes).inserted }
      }
    }
    return result
  }
}

extension YAMLNode.Member {
  fileprivate var isMerge: Bool { key.isPlain && key.bytes == Array("<<".utf8) }
}

/// CloudFormation's short tags.
enum CloudFormationTag {
  static let attribute = Array("Fn::GetAtt".utf8)

  /// The member that stands for a tag: `!Sub` is `{"Fn::Sub": …}`; nil for any other tag.
  static func function(of tag: [UInt8]) -> [UInt8]? {
    guard tag.first == UInt8(ascii: "!"), tag.count > 1 else { return nil }
    let name = String(decoding: tag.dropFirst(), as: UTF8.self)
    if name == "Ref" || name == "Condition" { return Array(name.utf8) }
    return names.contains(name) ? Array("Fn::\(name)".utf8) : nil
  }

  private static let names: Set = [
    "And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap",
    "ForEach", "GetAZs", "GetAtt", "GetStackOutput", "If", "ImportValue", "Join", "Length", "Not",
    "Or", "RefAll", "Select", "Split", "Sub", "ToJsonString", "Transform", "ValueOf", "ValueOfAll",
  ]
}
