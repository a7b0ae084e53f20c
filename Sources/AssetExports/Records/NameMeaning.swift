internal import Assets

/// What a member's name means to a type.
enum NameMeaning: Hashable {
  /// A field, by its place in the type. Of two names for one field the one of lower rank is taken. An object may hold
  /// other fields instead, at a node of the paths.
  case field(Int, rank: Int, node: Int?)
  /// An object that holds fields, at a node of the paths.
  case node(Int)
  /// A member of a map field, `tags.env`: its key begins at this byte of the name.
  case part(Int, keyStart: Int)
  /// The asset's identifier, under a name that is no field.
  case identifier
  /// A member that is not the asset's but ours: what an export of this program says beside the fields.
  case typeName, extraFields
  /// No field.
  case extra
}

/// Says what names mean to a type, at each level of its records.
struct NameDictionary {
  private let fields: [ExactText: (index: Int, rank: Int)]
  private let identifierNames: Set<ExactText>
  private let paths: FieldPaths
  /// Of each field, whether it is a map, whose members may stand by themselves.
  private let holdsParts: [Bool]

  /// - Parameter source: of whose paths the type's fields are to be found under.
  init(_ type: AssetType, from source: RecordSource) {
    var fields: [ExactText: (index: Int, rank: Int)] = [:]
    for (index, field) in type.fields.enumerated() {
      guard let name = field.providerName?.exactly, fields[name] == nil else { continue }
      fields[name] = (index, 1)
    }
    for (index, field) in type.fields.enumerated() {
      fields[field.name.exactly] = (index, 0)
    }
    self.fields = fields
    identifierNames = Set((type.recognition.identifier?.names ?? []).map(\.exactly))
    paths = FieldPaths(type, from: source)
    holdsParts = type.fields.map(\.dataType.isMap)
  }

  /// What a member of the record itself means.
  func meaning(of name: String) -> NameMeaning {
    let words = name.withoutGaps.inSnakeCase.exactly
    if let own = paths.ownMeaning(of: words) { return own }
    let node = paths.node(below: FieldPaths.root, named: words)
    if let field = fields[name.exactly] {
      return .field(field.index, rank: field.rank, node: node)
    }
    if name == "_type" { return .typeName }
    if name == "_extra" { return .extraFields }
    if let field = fields[words] { return .field(field.index, rank: 2, node: node) }
    if let field = paths.field(below: FieldPaths.root, named: words) {
      return .field(field, rank: 3, node: node)
    }
    if let node { return .node(node) }
    if identifierNames.contains(words) { return .identifier }
    return part(of: name) ?? .extra
  }

  /// `tags.env` of whatever flattens records, and `Tag: env` of AWS's Tag Editor.
  private func part(of name: String) -> NameMeaning? {
    if name.hasPrefix("Tag: "), let tags = fields["tags".exactly], holdsParts[tags.index] {
      return .part(tags.index, keyStart: 5)
    }
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let start = name.utf8.distance(from: name.utf8.startIndex, to: dot) + 1
    guard case .field(let field, _, _) = meaning(of: String(name[..<dot])), holdsParts[field],
      start < name.utf8.count
    else { return nil }
    return .part(field, keyStart: start)
  }

  /// What a member of an object that holds fields means.
  func meaning(of name: String, below parent: Int) -> NameMeaning {
    let words = name.inSnakeCase.exactly
    let node = paths.node(below: parent, named: words)
    if let field = paths.field(below: parent, named: words) {
      return .field(field, rank: 4, node: node)
    }
    return node.map { .node($0) } ?? .extra
  }
}
