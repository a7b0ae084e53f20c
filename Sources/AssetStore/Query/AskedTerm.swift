internal import AssetIndex
package import Assets
internal import AssetSQLite

/// A key, a value or an account that a question names.
package enum AskedTerm: Hashable, Sendable {
  case account(String)
  case key(String, map: String)
  case value(String, key: String, map: String)

  /// Nil where the index does not tell: it has no long values.
  fileprivate var term: (parent: Term, kind: Term.Kind, text: String)? {
    switch self {
    case .account(let text): (.field(Term.accountRoot), .value, text)
    case .key(let key, let map): (.field(map), .key, key)
    case .value(let value, let key, let map):
      value.utf8.count > Term.valueLimit
        ? nil : (.field(map).appending(.key, text: key), .value, value)
    }
  }
}

/// A term that no asset has.
package struct UnheardTerm: Hashable, Sendable {
  package let term: AskedTerm
  /// What some assets have that is spelled most like it; nil if nothing is near.
  package let nearest: String?
}

extension Store {
  /// Those of the terms that no asset has. Looks at the index only: a few thousand texts for each of them.
  package func unheard(of terms: [AskedTerm]) throws -> [UnheardTerm] {
    try reading { connection in
      try terms.compactMap { asked in
        guard let (parent, kind, text) = asked.term,
          try TermTable.find(parent.appending(kind, text: text), on: connection) == nil
        else { return nil }
        guard let row = try TermTable.find(parent, on: connection) else {
          return UnheardTerm(term: asked, nearest: nil)
        }
        var known: [String] = []
        try connection.forEachRow(
          "SELECT text FROM terms WHERE parent = ? AND kind = ? LIMIT 5000",
          with: [.integer(row.id), .integer(Int64(kind.rawValue))]
        ) { found in
          found.withBytes(at: 0) { known.append(String(copying: $0)) }
        }
        return UnheardTerm(term: asked, nearest: nearest(to: text, in: known))
      }
    }
  }
}

extension Expression {
  /// The keys, values and accounts that it names.
  package var askedTerms: [AskedTerm] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.askedTerms)
    case .not(let part), .is(let part, _): part.askedTerms
    case .compare(let left, .equal, let right): Self.terms(left, others: [right])
    case .isAmong(let operand, let list): Self.terms(operand, others: list)
    case .hasKeys(let map, _, let keys): keys.map { .key($0, map: map.name) }
    case .isDefined(let map, let key): [.key(key, map: map.name)]
    case .contains(let map, let literal):
      literal.pairs.map { pair in
        pair.value.map { .value($0, key: pair.key, map: map.name) }
          ?? .key(pair.key, map: map.name)
      }
    default: []
    }
  }

  private static func terms(_ operand: Operand, others: [Operand]) -> [AskedTerm] {
    others.compactMap { other in
      guard case .literal(.text(let text)) = other.content else { return nil }
      switch operand.content {
      case .field("account_id"): return .account(text)
      case .value(let map, let key): return .value(text, key: key, map: map)
      default: return nil
      }
    }
  }
}
