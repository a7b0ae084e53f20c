internal import Assets

/// Finds out what each name of a query stands for and what each part of it is, by PostgreSQL's rules, and refuses what
/// they don't allow.
package final class Analyzer {
  let text: String
  let table: ([String]) throws -> Table?
  private var lastID = 0

  /// - Parameter table: the table of a name, whose parts are A–Z as a–z; nil if there is none. What it throws goes on.
  package init(_ text: String, table: @escaping ([String]) throws -> Table?) {
    self.text = text
    self.table = table
  }

  /// - Throws: a `usage` fault, with its place, for what PostgreSQL would refuse.
  package func analyze(_ syntax: QuerySyntax) throws -> TypedQuery {
    try query(syntax, parent: Scope(parent: nil)).settled()
  }

  func nextID() -> Int {
    lastID += 1
    return lastID
  }

  func fault(_ why: String, advice: String?, at range: Range<Int>) -> Fault {
    .language(why, advice: advice, at: range.lowerBound, of: text)
  }

  func source(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  func excerpt(_ range: Range<Int>) -> String { source(range).shortened(toScalars: 40) }
}
