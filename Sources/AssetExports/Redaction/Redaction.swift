internal import AssetJSON
internal import Assets

/// Puts digests in the places of values that are not to be kept. Whatever else a record says under the same name, at
/// any depth, is not kept either.
struct Redaction {
  private struct Target {
    let path: FieldPath
    /// Nil if it is no field of the type.
    let field: Int?
  }

  private var targets: [Target] = []
  private let names: NameDictionary
  /// How many values were redacted, by what was asked for.
  private(set) var counts: [String: Int] = [:]

  /// What values are counted as that an export itself marks as sensitive.
  static let sensitive = "marked as sensitive"
  /// From here on they are those that the record itself marks.
  private let ownCount: Int

  init(_ paths: [FieldPath], names: NameDictionary) {
    self.names = names
    ownCount = paths.count
    add(paths)
    for path in paths { counts[path.description] = 0 }
  }

  private mutating func add(_ paths: [FieldPath]) {
    targets += paths.map { path in
      if case .field(let field, _, _) = names.meaning(of: path.field) {
        Target(path: path, field: field)
      } else {
        Target(path: path, field: nil)
      }
    }
  }

  /// Says what the next record marks as sensitive itself.
  mutating func begin(sensitive paths: [FieldPath]) {
    targets.removeLast(targets.count - ownCount)
    add(paths)
  }

  var isEmpty: Bool { targets.isEmpty }

  /// The targets that mean a field.
  func targets(of field: Int) -> [Int] { targets.indices.filter { targets[$0].field == field } }

  /// The targets that mean a member of that name.
  func targets(named name: Span<UInt8>) -> [Int] {
    let text = String(copying: name)
    switch names.meaning(of: text) {
    case .field(let field, _, _), .part(let field, _): return targets(of: field)
    default: break
    }
    let name = text.inSnakeCase.exactly
    return targets.indices.filter {
      targets[$0].path.field.inSnakeCase.exactly == name
    }
  }

  /// The key that a target means; nil for the whole.
  func key(of target: Int) -> String? { targets[target].path.key }

  mutating func count(_ target: Int) {
    let name = target < ownCount ? targets[target].path.description : Self.sensitive
    counts[name, default: 0] += 1
  }
}
