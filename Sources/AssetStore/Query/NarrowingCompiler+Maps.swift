internal import AssetIndex
internal import Assets

// Questions about a map as a whole: true or false, an absent map being an empty one.
extension NarrowingCompiler {
  func compileMap(_ expression: Expression) -> Narrowing {
    switch expression {
    case .hasKeys(let map, .all, let keys):
      Narrowing(.intersection(keys.map { set(map, kind: .key, text: $0) }))
    case .hasKeys(let map, .any, let keys):
      Narrowing(.union(keys.map { set(map, kind: .key, text: $0) }))
    case .isDefined(let map, let key):
      decided(isNull(.value(of: key, in: map.name)), truth: false)
    case .contains(let map, let literal): contains(map, literal: literal)
    case .isContained(let map, let literal) where literal.pairs.isEmpty: isEmpty(map)
    case .equals(let map, let literal) where literal.pairs.isEmpty: isEmpty(map)
    case .equals(let map, let literal):
      Narrowing(certain: .none, possible: contains(map, literal: literal).possible)
    case .isMember(let operand, .keys(let map)):
      if case .literal(.text(let key)) = operand.content {
        Narrowing(set(map, kind: .key, text: key))
      } else {
        .unknown
      }
    default: .unknown
    }
  }

  func root(_ map: FieldReference) -> Term? {
    guard let field = type.field(named: map.name), field.dataType.isMap else { return nil }
    return type.termRoot(of: field).map(Term.field)
  }

  private func set(_ map: FieldReference, kind: Term.Kind, text: String) -> TermSet {
    root(map).map { .term($0.appending(kind, text: text)) } ?? .none
  }

  private func isEmpty(_ map: FieldReference) -> Narrowing {
    Narrowing(root(map).map { .not(.term($0)) } ?? .all)
  }

  private func contains(_ map: FieldReference, literal: MapLiteral) -> Narrowing {
    guard let root = root(map) else { return Narrowing(literal.pairs.isEmpty ? .all : .none) }
    let parts = literal.pairs.map { pair in
      let key = root.appending(.key, text: pair.key)
      guard let value = pair.value else { return Narrowing(.term(key.appending(.null))) }
      return IndexedValue.has(value, term: key)
    }
    return join(parts, isIntersection: true)
  }
}
