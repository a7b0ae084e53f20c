internal import AssetIndex

/// What the terms say of an expression: the assets that it is true of for certain, and those that it may be true of.
struct Narrowing: Hashable, Sendable {
  let certain: TermSet
  let possible: TermSet

  init(_ set: TermSet) { self.init(certain: set, possible: set) }

  init(certain: TermSet, possible: TermSet) {
    self.certain = certain
    self.possible = possible
  }

  /// The terms say nothing.
  static let unknown = Narrowing(certain: .none, possible: .all)

  /// The assets that it is not true of.
  var complement: Narrowing {
    Narrowing(certain: possible.complement, possible: certain.complement)
  }

  static func intersection(_ parts: [Narrowing]) -> Narrowing {
    Narrowing(
      certain: .intersection(parts.map(\.certain)), possible: .intersection(parts.map(\.possible)))
  }

  static func union(_ parts: [Narrowing]) -> Narrowing {
    Narrowing(certain: .union(parts.map(\.certain)), possible: .union(parts.map(\.possible)))
  }
}
