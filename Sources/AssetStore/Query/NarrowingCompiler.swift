internal import AssetIndex
internal import Assets

/// Compiles a checked expression to sets of terms. It says of an asset what `Condition` says, as far as terms can tell.
struct NarrowingCompiler {
  let type: AssetType

  /// The assets of which the expression is `truth`; where it is unknown, it is neither.
  func compile(_ expression: Expression, truth: Bool = true) -> Narrowing {
    switch expression {
    case .and(let parts), .or(let parts):
      join(
        parts.map { compile($0, truth: truth) }, isIntersection: truth == expression.isConjunction)
    case .not(let part): compile(part, truth: !truth)
    case .is(let part, let state?): decided(compile(part, truth: state), truth: truth)
    case .is(let part, nil): decided(isUnknown(part), truth: truth)
    case .isMember(let operand, .values(let map)): isAmongValues(operand, map: map, truth: truth)
    case .hasKeys, .isDefined, .contains, .isContained, .equals, .isMember:
      decided(compileMap(expression), truth: truth)
    case .isNull(let operand): decided(isNull(operand), truth: truth)
    case .isDistinct(let left, let right): decided(isDistinct(left, from: right), truth: truth)
    case .compare(let left, .equal, let right): equality(left, and: right, truth: truth)
    case .compare(let left, .notEqual, let right): equality(left, and: right, truth: !truth)
    case .isAmong(let operand, let list):
      join(list.map { equality(operand, and: $0, truth: truth) }, isIntersection: !truth)
    case .value(let operand): equality(operand, and: Operand(booleanLiteral: true), truth: truth)
    case .compare(let left, let comparison, let right):
      order(left, comparison: comparison, right: right, truth: truth)
    case .matches(let operand, let pattern): test(operand, test: .pattern(pattern), truth: truth)
    case .computed: .unknown
    }
  }

  func join(_ parts: [Narrowing], isIntersection: Bool) -> Narrowing {
    isIntersection ? .intersection(parts) : .union(parts)
  }

  /// - Parameter narrowing: where something is true that is never unknown.
  func decided(_ narrowing: Narrowing, truth: Bool) -> Narrowing {
    truth ? narrowing : narrowing.complement
  }

  private func isUnknown(_ part: Expression) -> Narrowing {
    let known = join(
      [compile(part, truth: true), compile(part, truth: false)], isIntersection: false)
    return decided(known, truth: false)
  }
}

extension NarrowingCompiler {
  func isNull(_ operand: Operand) -> Narrowing {
    switch IndexedValue(operand, of: type) {
    case .value(let value): Narrowing(value.isDefined.complement)
    case .missing: Narrowing(.all)
    case .constant: Narrowing(.none)
    case .notIndexed: .unknown
    }
  }

  private func isDistinct(_ left: Operand, from right: Operand) -> Narrowing {
    switch (IndexedValue(left, of: type), IndexedValue(right, of: type)) {
    case (.missing, _): decided(isNull(right), truth: false)
    case (_, .missing): decided(isNull(left), truth: false)
    case (.value, .constant), (.constant, .value):
      decided(equality(left, and: right, truth: true), truth: false)
    default: .unknown
    }
  }

  /// The assets for which it is `truth` that the two are equal.
  private func equality(_ left: Operand, and right: Operand, truth: Bool) -> Narrowing {
    switch (IndexedValue(left, of: type), IndexedValue(right, of: type)) {
    case (.missing, _), (_, .missing): return Narrowing(.none)
    case (.value(let value), .constant(let text)), (.constant(let text), .value(let value)):
      return known(value, narrowing: value.equals(text), truth: truth)
    default: return .unknown
    }
  }

  /// - Parameter narrowing: where something is true of the value. Of one that is missing it is not false either.
  private func known(
    _ value: IndexedValue.Value, narrowing: Narrowing, truth: Bool
  ) -> Narrowing {
    truth ? narrowing : .intersection([Narrowing(value.isDefined), narrowing.complement])
  }
}

// Questions that are put to the texts of terms.
extension NarrowingCompiler {
  private func order(
    _ left: Operand, comparison: Comparison, right: Operand, truth: Bool
  ) -> Narrowing {
    if case .literal(.text(let text)) = right.content {
      test(left, test: .compare(comparison, text.exactly), truth: truth)
    } else if case .literal(.text(let text)) = left.content {
      test(right, test: .compare(comparison.mirrored, text.exactly), truth: truth)
    } else {
      .unknown
    }
  }

  private func test(_ operand: Operand, test: TermMatch.Test, truth: Bool) -> Narrowing {
    if case .field(let name) = operand.content, type.field(named: name)?.dataType != .string {
      return .unknown
    }
    return switch IndexedValue(operand, of: type) {
    case .value(let value): known(value, narrowing: value.passes(test), truth: truth)
    case .missing: Narrowing(.none)
    case .constant, .notIndexed: .unknown
    }
  }

  /// Unknown, as in SQL, if none of the values is equal and one is null.
  private func isAmongValues(
    _ operand: Operand, map: FieldReference, truth: Bool
  ) -> Narrowing {
    guard case .literal(.text(let text)) = operand.content else { return .unknown }
    guard let root = root(map) else { return decided(Narrowing(.none), truth: truth) }
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
