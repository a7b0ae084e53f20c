internal import Assets

/// A statement that has been read, and is not yet understood.
package struct ParsedStatement: Sendable {
  package let text: String
  /// Nil for what is no query: whoever runs it decides.
  package let query: QuerySyntax?
  /// `EXPLAIN` or `EXPLAIN QUERY PLAN`, where that stands before the query.
  package let explanation: String?
  /// The names that stand where a table is expected, in their parts.
  package let tables: [[String]]
  /// The names of the parameters, and where they stand.
  package let parameters: [(name: String, offset: Int)]

  /// - Throws: a `usage` fault, with its place.
  package init(_ text: String) throws {
    var parser = try Parser(text)
    self.text = text
    parameters = parser.tokens.filter { $0.kind == .parameter }.map {
      ($0.spelling, $0.range.lowerBound)
    }
    guard parser.next.kind != .end else {
      throw Fault(
        .usage, what: "SQL", why: "there is no query",
        advice: "write SELECT … FROM aws.ec2_instance")
    }
    var explanation: String?
    if parser.take(word: "explain") {
      explanation = parser.take(words: "query", "plan") ? "EXPLAIN QUERY PLAN" : "EXPLAIN"
    }
    self.explanation = explanation
    let isOther = explanation == nil && parser.next.isWord(in: Self.others)
    query = isOther ? nil : try parser.wholeQuery()
    tables = parser.tables
  }

  /// Words with which statements begin that are no queries.
  private static let others: Set<String> = [
    "alter", "analyze", "attach", "begin", "call", "commit", "copy", "create", "delete", "detach",
    "drop", "end", "grant", "insert", "lock", "merge", "pragma", "reindex", "release", "replace",
    "revoke", "rollback", "savepoint", "set", "truncate", "update", "vacuum",
  ]
}
