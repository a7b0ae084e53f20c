internal import AssetIndex
internal import AssetOutput
package import Assets
internal import AssetSQLite

extension Store {
  /// How the query is answered: as comments what the index of terms says of each type, then the SQL that gives the same
  /// answer, its values filled in. Any SQLite runs that on the store's file. Regular expressions need a `regexp`
  /// function, which SQLite's own shell has.
  ///
  /// - Parameter counts: whether to count the assets instead of showing them.
  /// - Throws: as the query itself.
  package func explain(_ query: Query, counts: Bool = false) throws -> String {
    try reading { connection in
      let plan = try plan(query, on: connection)
      guard !plan.usesLastSeen else {
        throw Fault(
          .usage, what: "--explain", why: "no SQL says when an asset was last seen",
          advice: "leave out _last_seen and --not-seen-since")
      }
      let terms = try plan.selects.map { try Self.describe($0, on: connection) + "\n" }
      let sql = counts ? plan.count : plan.rows(limit: query.limit)
      return terms.joined() + (sql?.literalText ?? "SELECT 0 WHERE 0")
    }
  }

  private static func describe(
    _ select: TypeSelect, on connection: borrowing Connection
  ) throws -> String {
    var resolution = try TermResolution(select.type, on: connection)
    let total = try resolution.set(.all, bound: .possible, on: connection).estimate
    let start = "-- \(select.type.name), \(total) assets: "
    guard select.narrowing != .unknown else {
      return start + "the terms decide nothing, so all are looked at"
    }
    let matches = try TypeMatches(select, on: connection)
    let found = matches.isExact ? "the terms decide it" : "the terms leave some to be looked at"
    return start + "\(found), at most \(matches.possible.estimate): "
      + (try select.narrowing.possible.description(connection))
  }
}

extension TermSet {
  /// The set in words, each term with the number of its assets in all types.
  fileprivate func description(_ connection: borrowing Connection) throws -> String {
    switch self {
    case .all: return "all"
    case .none: return "none"
    case .term(let term):
      return "\(term) (\(try TermTable.find(term, on: connection)?.assets ?? 0))"
    case .matching(let match): return match.description
    case .unknownTags: return "unknown tags"
    case .seen(let runs): return "seen by runs from \(runs.lowerBound) on"
    case .not(let set): return "NOT " + (try set.description(connection))
    case .and(let sets): return try Self.join(sets, separator: " AND ", on: connection)
    case .or(let sets): return try Self.join(sets, separator: " OR ", on: connection)
    }
  }

  private static func join(
    _ sets: [TermSet], separator: String, on connection: borrowing Connection
  ) throws -> String {
    "(" + (try sets.map { try $0.description(connection) }.joined(separator: separator)) + ")"
  }
}

extension Term: CustomStringConvertible {
  /// As it is shown, in one line: `tags.env=prod`.
  var description: String {
    steps.map { step in
      let text = DisplayText.escaped(String(copying: step.text.span))
      return switch step.kind {
      case .field: text == Term.accountRoot ? "account" : text
      case .key: "." + text
      case .value: "=" + text
      case .null: "=NULL"
      case .long: "=(long)"
      case .several: "=(several)"
      }
    }.joined()
  }
}

extension TermMatch: CustomStringConvertible {
  var description: String {
    "\(parent)\(isBelowKeys ? ".*" : "")=(\(DisplayText.escaped(condition.literalText)))"
  }
}
