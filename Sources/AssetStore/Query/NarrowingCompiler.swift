internal import AssetIndex
internal import Assets

/// Compiles a checked expression to sets of terms. It says of an asset what `Condition` says, as far as terms can tell.
struct NarrowingCompiler {
  let type: AssetType

  /// The assets of which the expression is `truth`; where it is unknown, it is neither.
  func compile(_ expression: Expression, _ truth: Bool = true) -> Narrowing {
    switch expression {
    case .and(let parts), .or(let parts):
      join(parts.map { compile($0, truth) }, isIntersection: truth == expression.isConjunction)
    case .not(let part): compile(part, !truth)
    case .is(let part, let state?): decided(compile(part, state), truth)
    case .is(let part, nil): decided(isUnknown(part), truth)
    case .isMember(let operand, .values(let map)): isAmongValues(operand, map, truth)
    case .hasKeys, .isDefined, .contains, .isContained, .equals, .isMember:
      decided(compileMap(expression), truth)
    case .isNull(let operand): decided(isNull(operand), truth)
    case .isDistinct(let left, let right): decided(isDistinct(left, right), truth)
    case .compare(let left, .equal, let right): equality(left, right, truth)
    case .compare(let left, .notEqual, let right): equality(left, right, !truth)
    case .isAmong(let operand, let list):
      join(list.map { equality(operand, $0, truth) }, isIntersection: !truth)
    case .value(let operand): equality(operand, Operand(booleanLiteral: true), truth)
    case .compare(let left, let comparison, let right): order(left, comparison, right, truth)
    case .matches(let operand, let pattern): test(operand, .pattern(pattern), truth)
    case .computed: .unknown
    }
  }

  private func join(_ parts: [Narrowing], isIntersection: Bool) -> Narrowing {
    isIntersection ? .intersection(parts) : .union(parts)
  }

  /// - Parameter narrowing: where something is true that is never unknown.
  private func decided(_ narrowing: Narrowing, _ truth: Bool) -> Narrowing {
    truth ? narrowing : narrowing.complement
  }

  private func isUnknown(_ part: Expression) -> Narrowing {
    let known = join([compile(part, true), compile(part, false)], isIntersection: false)
    return decided(known, false)
  }
}

extension NarrowingCompiler {
  private func isNull(_ operand: Operand) -> Narrowing {
    switch IndexedValue(operand, of: type) {
    case .value(let value): Narrowing(value.isDefined.complement)
    case .missing: Narrowing(.all)
    case .constant: Narrowing(.none)
    case .notIndexed: .unknown
    }
  }

  private func isDistinct(_ left: Operand, _ right: Operand) -> Narrowing {
    switch (IndexedValue(left, of: type), IndexedValue(right, of: type)) {
    case (.missing, _): decided(isNull(right), false)
    case (_, .missing): decided(isNull(left), false)
    case (.value, .constant), (.constant, .value): decided(equality(left, right, true), false)
    default: .unknown
    }
  }

  /// The assets for which it is `truth` that the two are equal.
  private func equality(_ left: Operand, _ right: Operand, _ truth: Bool) -> Narrowing {
    switch (IndexedValue(left, of: type), IndexedValue(right, of: type)) {
    case (.missing, _), (_, .missing): return Narrowing(.none)
    case (.value(let value), .constant(let text)), (.constant(let text), .value(let value)):
      return known(value, value.equals(text), truth)
    default: return .unknown
    }
  }

  /// - Parameter narrowing: where something is true of the value. Of one that is missing it is not false either.
  private func known(
    _ value: IndexedValue.Value, _ narrowing: Narrowing, _ truth: Bool
  ) -> Narrowing {
    truth ? narrowing : .intersection([Narrowing(value.isDefined), narrowing.complement])
  }
}

// Questions that are put to the texts of terms.
extension NarrowingCompiler {
  private func order(
    _ left: Operand, _ comparison: Comparison, _ right: Operand, _ truth: Bool
  ) -> Narrowing {
    if case .literal(.text(let text)) = right.content {
      test(left, .compare(comparison, text.exactly), truth)
    } else if case .literal(.text(let text)) = left.content {
      test(right, .compare(comparison.mirrored, text.exactly), truth)
    } else {
      .unknown
    }
  }

  private func test(_ operand: Operand, _ test: TermMatch.Test, _ truth: Bool) -> Narrowing {
    if case .field(let name) = operand.content, type.field(named: name)?.dataType != .string {
      return .unknown
    }
    return switch IndexedValue(operand, of: type) {
    case .value(let value): known(value, value.passes(test), truth)
    case .missing: Narrowing(.none)
    case .constant, .notIndexed: .unknown
    }
  }

  /// Unknown, as in SQL, if none of the values is equal and one is null.
  private func isAmongValues(
    _ operand: Operand, _ map: FieldReference, _ truth: Bool
  ) -> Narrowing {
    guard case .literal(.text(let text)) = operand.content else { return .unknown }
    guard let root = root(map) else { return decided(Narrowing(.none), truth) }
    let match = { (kind, test) in
      TermSet.matching(TermMatch(parent: root, isBelowKeys: true, kind: kind, test: test))
    }
    let equal =
      text.utf8.count > Term.valueLimit
      ? Narrowing(certain: .none, possible: match(.long, nil))
      : Narrowing(match(.value, .compare(.equal, text.exactly)))
    return truth
      ? equal : .intersection([Narrowing(match(.null, nil).complement), equal.complement])
  }
}

// Questions about a map as a whole: true or false, an absent map being an empty one.
extension NarrowingCompiler {
  private func compileMap(_ expression: Expression) -> Narrowing {
    switch expression {
    case .hasKeys(let map, .all, let keys):
      Narrowing(.intersection(keys.map { set(map, .key, $0) }))
    case .hasKeys(let map, .any, let keys): Narrowing(.union(keys.map { set(map, .key, $0) }))
    case .isDefined(let map, let key):
      decided(isNull(.value(of: key, in: map.name)), false)
    case .contains(let map, let literal): contains(map, literal)
    case .isContained(let map, let literal) where literal.pairs.isEmpty: isEmpty(map)
    case .equals(let map, let literal) where literal.pairs.isEmpty: isEmpty(map)
    case .equals(let map, let literal):
      Narrowing(certain: .none, possible: contains(map, literal).possible)
    case .isMember(let operand, .keys(let map)):
      if case .literal(.text(let key)) = operand.content {
        Narrowing(set(map, .key, key))
      } else {
        .unknown
      }
    default: .unknown
    }
  }

  private func root(_ map: FieldReference) -> Term? {
    guard let field = type.field(named: map.name), field.dataType.isMap else { return nil }
    return type.termRoot(of: field).map(Term.field)
  }

  private func set(_ map: FieldReference, _ kind: Term.Kind, _ text: String) -> TermSet {
    root(map).map { .term($0.appending(kind, text)) } ?? .none
  }

  private func isEmpty(_ map: FieldReference) -> Narrowing {
    Narrowing(root(map).map { .not(.term($0)) } ?? .all)
  }

  private func contains(_ map: FieldReference, _ literal: MapLiteral) -> Narrowing {
    guard let root = root(map) else { return Narrowing(literal.pairs.isEmpty ? .all : .none) }
    let parts = literal.pairs.map { pair in
      let key = root.appending(.key, pair.key)
      guard let value = pair.value else { return Narrowing(.term(key.appending(.null))) }
      return IndexedValue.has(value, key)
    }
    return join(parts, isIntersection: true)
  }
}

extension Expression {
  fileprivate var isConjunction: Bool { if case .and = self { true } else { false } }
}

extension Comparison {
  /// The same with its sides exchanged.
  fileprivate var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
