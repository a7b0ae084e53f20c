/// A name that stands where a table is expected.
struct SQLTableReference: Hashable {
  /// The indexes of its tokens.
  let tokens: Range<Int>
  /// Its parts, A–Z as a–z, joined by dots.
  let name: String
  let hasQualifier: Bool
  let isCall: Bool
}

extension SQLTokens {
  /// The names behind FROM and JOIN, at whatever depth.
  func tableReferences() -> [SQLTableReference] {
    var references: [SQLTableReference] = []
    var clauses = [SQLClause()]
    var index = indices.lowerBound
    while index < indices.upperBound {
      let token = self[index]
      let clause = clauses[clauses.count - 1]
      if clause.expectsTable, token.isName, !token.isWord(in: Self.queryWords) {
        let reference = reference(from: index)
        references.append(reference)
        clauses[clauses.count - 1].expectsTable = false
        index = reference.tokens.upperBound
        continue
      }
      switch token.spelling {
      case "(" where token.kind == .symbol:
        clauses[clauses.count - 1].expectsTable = false
        clauses.append(
          SQLClause(isFrom: clause.expectsTable, expectsTable: clause.expectsTable, opener: index))
      case ")" where token.kind == .symbol:
        if clauses.count > 1 { clauses.removeLast() }
      case "," where token.kind == .symbol: clauses[clauses.count - 1].expectsTable = clause.isFrom
      default: if token.kind == .word { follow(index, &clauses[clauses.count - 1]) }
      }
      index += 1
    }
    return references
  }

  private static let queryWords: Set<String> = ["select", "values", "with"]
  private static let endOfFrom: Set<String> = [
    "select", "where", "group", "order", "having", "limit", "window", "union", "except",
    "intersect", "values",
  ]
  /// Functions whose arguments PostgreSQL separates by FROM.
  private static let callsWithFrom: Set<String> = [
    "extract", "trim", "substring", "overlay", "position",
  ]

  private func follow(_ index: Int, _ clause: inout SQLClause) {
    let word = self[index].folded
    if word == "from" {
      let isOfCall = clause.opener.map { self[$0 - 1].isWord(in: Self.callsWithFrom) } ?? false
      // IS [NOT] DISTINCT FROM compares two values.
      let isComparison =
        self[index - 1].isWord("distinct") && self[index - 2].isWord(in: ["is", "not"])
      guard !isOfCall, !isComparison else { return }
      clause = SQLClause(isFrom: true, expectsTable: true, opener: clause.opener)
    } else if word == "join" {
      clause.expectsTable = true
    } else if Self.endOfFrom.contains(word) {
      clause = SQLClause(opener: clause.opener)
    }
  }

  private func reference(from start: Int) -> SQLTableReference {
    var end = start + 1
    var parts = [self[start].folded]
    while self[end].isSymbol("."), self[end + 1].isName {
      parts.append(self[end + 1].folded)
      end += 2
    }
    return SQLTableReference(
      tokens: start..<end, name: parts.joined(separator: "."), hasQualifier: parts.count > 1,
      isCall: self[end].isSymbol("("))
  }
}

/// What is known of the part of a statement that is being read, at one depth of parentheses.
private struct SQLClause {
  /// Whether it is a FROM clause, where a comma stands before a further table.
  var isFrom = false
  var expectsTable = false
  /// The index of the parenthesis that it stands in.
  var opener: Int?
}
