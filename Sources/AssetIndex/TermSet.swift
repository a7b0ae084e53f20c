/// A set of the assets of one type, said by terms.
package indirect enum TermSet: Hashable, Sendable {
  case term(Term)
  /// The assets of any of the terms that match.
  case matching(TermMatch)
  /// The assets whose tags no run has known.
  case unknownTags
  /// The assets that one of these runs saw.
  case seen(ClosedRange<Int64>)
  /// All assets of the type if it is empty.
  case and([TermSet])
  /// No asset if it is empty.
  case or([TermSet])
  case not(TermSet)

  package static let all = TermSet.and([])
  package static let none = TermSet.or([])

  package static func intersection(_ sets: [TermSet]) -> TermSet {
    if sets.contains(none) { return none }
    let sets = sets.filter { $0 != all }
    return sets.count == 1 ? sets[0] : .and(sets)
  }

  package static func union(_ sets: [TermSet]) -> TermSet {
    if sets.contains(all) { return all }
    let sets = sets.filter { $0 != none }
    return sets.count == 1 ? sets[0] : .or(sets)
  }

  package var complement: TermSet {
    switch self {
    case .not(let set): set
    case Self.all: Self.none
    case Self.none: Self.all
    default: .not(self)
    }
  }

  /// Whether terms have to be searched for, instead of being looked up.
  package var isSearch: Bool {
    switch self {
    case .term, .unknownTags, .seen: false
    case .matching: true
    case .and(let sets), .or(let sets): sets.contains(where: \.isSearch)
    case .not(let set): set.isSearch
    }
  }
}
