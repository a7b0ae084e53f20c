package import Assets
package import AssetSQLite

/// Looks up the terms of sets of a type's assets, and reckons how many assets they have.
package struct TermResolution {
  /// Which way a set errs where to search for its terms would take longer than to look at assets.
  package enum Bound {
    /// It may lack assets.
    case certain
    /// It may have others.
    case possible

    fileprivate var opposite: Bound { self == .certain ? .possible : .certain }
  }

  private struct Resolved {
    let part: AssetSet.Part
    /// How many assets of the type it has.
    let range: ClosedRange<Int>

    init(_ part: AssetSet.Part, least: Int, most: Int) {
      self.part = part
      range = min(least, most)...most
    }

    static let none = Resolved(.none, least: 0, most: 0)
  }

  /// The type's own term; nil if it has no assets.
  private let type: Int64?
  /// How many assets the type has, and how many all others have.
  private let assets: Int
  private let others: Int
  /// What has been searched for; nil where that was given up.
  private var found: [TermMatch: (terms: [Int64], assets: Int)?] = [:]
  /// Whether a search was given up, so that the bounds of a set are two.
  package private(set) var hasGivenUp = false

  package init(_ type: AssetType, on connection: borrowing Connection) throws {
    let own = try TermTable.find(.type(type.name.description), on: connection)
    let all = try TermTable.find(.field(Term.typeRoot), on: connection)
    self.type = own?.id
    assets = own?.assets ?? 0
    others = (all?.assets ?? 0) - assets
  }

  package mutating func set(
    _ set: TermSet, bound: Bound, on connection: borrowing Connection
  ) throws -> AssetSet {
    let resolved = try resolve(set, bound: bound, among: assets, on: connection)
    return AssetSet(
      type: type, part: resolved.part, hasOthers: others > 0,
      estimate: resolved.range.upperBound)
  }

  /// - Parameter limit: how many assets are left that the set may have, as far as is known.
  private mutating func resolve(
    _ set: TermSet, bound: Bound, among limit: Int, on connection: borrowing Connection
  ) throws -> Resolved {
    switch set {
    case .term(let term):
      guard let found = try TermTable.find(term, on: connection) else { return .none }
      return Resolved(
        .term(found.id), least: max(0, found.assets - others), most: min(found.assets, assets))
    case .matching(let match):
      guard let found = try find(match, among: limit, on: connection) else {
        return bound == .certain ? .none : Resolved(.all, least: 0, most: assets)
      }
      if found.terms.isEmpty { return .none }
      return Resolved(.anyOf(found.terms), least: 0, most: min(found.assets, assets))
    case .unknownTags:
      let count = try UnknownTags.count(connection)
      guard count > 0 else { return .none }
      return Resolved(.unknownTags, least: max(0, count - others), most: min(count, assets))
    case .seen(let runs): return Resolved(.seen(runs), least: 0, most: assets)
    case .and(let sets): return try intersection(sets, bound: bound, among: limit, on: connection)
    case .or(let sets):
      let parts = try sets.map { try resolve($0, bound: bound, among: limit, on: connection) }
        .filter { $0.part != .none }
      if parts.count == 1 { return parts[0] }
      // Each step is held below: the counts are the file's, and many of them may be huge.
      let most = parts.reduce(0) { min(assets, $0 + $1.range.upperBound) }
      return Resolved(
        .or(parts.map(\.part)), least: parts.map(\.range.lowerBound).max() ?? 0, most: most)
    case .not(let set):
      let inner = try resolve(set, bound: bound.opposite, among: limit, on: connection)
      if inner.part == .none { return Resolved(.all, least: assets, most: assets) }
      if inner.part == .all { return .none }
      return Resolved(
        .not(inner.part), least: assets - inner.range.upperBound,
        most: assets - inner.range.lowerBound)
    }
  }

  /// The smallest set first: where that has no id in a block, the others are not read.
  private mutating func intersection(
    _ sets: [TermSet], bound: Bound, among limit: Int, on connection: borrowing Connection
  ) throws -> Resolved {
    var parts: [Resolved] = []
    var most = limit
    // Those that need no search first: they may leave too few assets for one.
    for set in sets.filter({ !$0.isSearch }) + sets.filter(\.isSearch) {
      let part = try resolve(set, bound: bound, among: most, on: connection)
      if part.part == .none { return .none }
      most = min(most, part.range.upperBound)
      if part.part != .all { parts.append(part) }
    }
    guard parts.count != 1 else { return parts[0] }
    parts.sort { $0.range.upperBound < $1.range.upperBound }
    return Resolved(
      .and(parts.map(\.part)), least: parts.isEmpty ? assets : 0,
      most: parts.first?.range.upperBound ?? assets)
  }

  private mutating func find(
    _ match: TermMatch, among limit: Int, on connection: borrowing Connection
  ) throws -> (terms: [Int64], assets: Int)? {
    if let known = found[match] { return known }
    // Measured on a million assets: to look at one takes as long as to look at some hundred terms.
    let result = try match.find(lookingAt: limit * 100, on: connection)
    found[match] = .some(result)
    if result == nil { hasGivenUp = true }
    return result
  }
}
