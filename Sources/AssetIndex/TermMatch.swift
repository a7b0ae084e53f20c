package import Assets
package import AssetSQLite

/// Terms below a field, or below a key of a map, of whose texts something is true.
package struct TermMatch: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    case compare(Comparison, ExactText)
    case pattern(TextPattern)
  }

  package let parent: Term
  /// Whether they are below any of the parent's keys, instead of the parent itself.
  package var isBelowKeys = false
  package var kind = Term.Kind.value
  /// Nil for all of the kind.
  package let test: Test?

  package init(
    parent: Term, isBelowKeys: Bool = false, kind: Term.Kind = .value, test: Test?
  ) {
    self.parent = parent
    self.isBelowKeys = isBelowKeys
    self.kind = kind
    self.test = test
  }

  /// The condition on the text, as the rows of assets are asked.
  package var condition: SQLFragment {
    switch test {
    case nil: "1"
    case .compare(let comparison, let text):
      "(text \(raw: comparison.rawValue) \(bind: .text(text.string)))"
    case .pattern(let pattern): pattern.condition(on: "text")
    }
  }

  /// Reads the index of texts only: `assets` would cost a search for each term.
  private func candidates(below parent: Int64) -> SQLFragment {
    let above: SQLFragment = "= \(bind: .integer(parent))"
    let parents: SQLFragment =
      isBelowKeys
      ? "IN (SELECT id FROM terms WHERE parent \(above) AND kind = \(raw: Term.Kind.key.rawValue.description))"
      : above
    return "FROM terms WHERE parent \(parents) AND kind = \(raw: kind.rawValue.description)"
  }

  /// The ids of the terms, in order, and how many assets they have together, at most; nil if more than so many terms
  /// would have to be looked at.
  package func find(
    lookingAt limit: Int, on connection: borrowing Connection
  ) throws -> (terms: [Int64], assets: Int)? {
    guard let parent = try TermTable.find(parent, on: connection) else { return ([], 0) }
    let candidates = candidates(below: parent.id)
    if try !isLookUp && count(candidates, upTo: limit + 1, on: connection) > limit { return nil }
    var terms: [Int64] = []
    try connection.forEachRow(of: "SELECT id \(candidates) AND \(condition)") {
      terms.append($0.integer(at: 0) ?? 0)
    }
    terms.sort()
    let isFew = terms.count <= BlockTable.maxSought
    return (terms, try isFew ? TermTable.assets(of: terms, on: connection) : parent.assets)
  }

  private var isLookUp: Bool { if case .compare(.equal, _) = test { true } else { false } }

  private func count(
    _ candidates: SQLFragment, upTo limit: Int, on connection: borrowing Connection
  ) throws -> Int {
    let few: SQLFragment = "SELECT 1 \(candidates) LIMIT \(bind: .integer(Int64(limit)))"
    return Int(try connection.integer(of: "SELECT count(*) FROM (\(few))") ?? 0)
  }
}
