internal import Assets

/// Where inside of records a type's fields are, as a tree of names: `metadata.labels`, `properties.vmId`. A path that
/// begins with a source and a colon holds for that one alone, and goes before other names there: `terraform:tags`.
struct FieldPaths {
  private struct Node {
    /// By name in snake case.
    var nodes: [ExactText: Int] = [:]
    var fields: [ExactText: Int] = [:]
  }

  static let root = 0
  private var nodes = [Node()]
  /// The names at the root that the source has for something else than what they say.
  private var own: Set<ExactText> = []

  init(_ type: AssetType, from source: RecordSource) {
    for (index, field) in type.fields.enumerated() {
      for path in field.paths {
        let parts = path.split(atFirst: ":")
        guard parts.map({ $0.before == source.rawValue }) ?? true else { continue }
        add(parts?.behind ?? path, field: index, isOwn: parts != nil)
      }
    }
  }

  private mutating func add(_ path: String, field: Int, isOwn: Bool) {
    let names = path.split(separator: ".").map { String($0).inSnakeCase.exactly }
    guard let last = names.last else { return }
    if isOwn, let first = names.first { own.insert(first) }
    var node = Self.root
    for name in names.dropLast() {
      if let next = nodes[node].nodes[name] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].nodes[name] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    if nodes[node].fields[last] == nil { nodes[node].fields[last] = field }
  }

  var count: Int { nodes.count }

  func node(below parent: Int, named name: ExactText) -> Int? { nodes[parent].nodes[name] }

  func field(below parent: Int, named name: ExactText) -> Int? { nodes[parent].fields[name] }

  /// What a name at the root means where the source has a meaning of its own for it.
  func ownMeaning(of name: ExactText) -> NameMeaning? {
    guard own.contains(name) else { return nil }
    let node = node(below: Self.root, named: name)
    if let field = field(below: Self.root, named: name) {
      return .field(field, rank: -1, node: node)
    }
    return node.map { .node($0) }
  }
}
