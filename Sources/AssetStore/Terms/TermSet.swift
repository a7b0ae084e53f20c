/// A set of the assets of one type, said by terms.
indirect enum TermSet: Hashable, Sendable {
  case term(Term)
  /// All assets of the type if it is empty.
  case and([TermSet])
  /// No asset if it is empty.
  case or([TermSet])
  case not(TermSet)

  static let all = TermSet.and([])
  static let none = TermSet.or([])

  static func intersection(_ sets: [TermSet]) -> TermSet {
    if sets.contains(none) { return none }
    let sets = sets.filter { $0 != all }
    return sets.count == 1 ? sets[0] : .and(sets)
  }

  static func union(_ sets: [TermSet]) -> TermSet {
    if sets.contains(all) { return all }
    let sets = sets.filter { $0 != none }
    return sets.count == 1 ? sets[0] : .or(sets)
  }

  var complement: TermSet {
    switch self {
    case .not(let set): set
    case Self.all: Self.none
    case Self.none: Self.all
    default: .not(self)
    }
  }
}

/// What the terms say of an expression: the assets that it is true of, or those and perhaps others.
struct Narrowing: Hashable, Sendable {
  let set: TermSet
  /// Whether there are no others.
  let isExact: Bool

  init(_ set: TermSet, isExact: Bool = true) {
    self.set = set
    self.isExact = isExact || set == .none
  }

  /// The terms say nothing.
  static let unknown = Narrowing(.all, isExact: false)

  /// Whether every asset has to be looked at.
  var saysNothing: Bool { self.set == .all && !isExact }
}
