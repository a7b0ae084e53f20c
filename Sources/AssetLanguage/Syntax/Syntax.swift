/// An expression as it was written: what it is made of, and which bytes of the text it is.
package struct Syntax: Sendable {
  package let form: Form
  /// Its bytes in the text, with the parentheses around it.
  package let range: Range<Int>
  /// How deep the tree below it is.
  package let depth: Int

  package indirect enum Form: Sendable {
    case null
    case text(String)
    case number(String)
    case bool(Bool)
    case blob
    case parameter(String)
    /// `INTERVAL '1 day'`, `TIMESTAMP '…'`
    case typed(TypeName, String)
    /// With its qualifiers before it.
    case name([Name])
    /// `*`, or `t.*`
    case all([Name])
    case unary(String, Syntax)
    case binary(Operator, Syntax, Syntax)
    case not(Syntax)
    case and([Syntax])
    case or([Syntax])
    case call(Call)
    case cast(Syntax, TypeName)
    case caseOf(Syntax?, [(when: Syntax, then: Syntax)], Syntax?)
    case between(Syntax, Syntax, Syntax, isSymmetric: Bool)
    case inList(Syntax, [Syntax])
    case inQuery(Syntax, QuerySyntax)
    case like(Syntax, Syntax, escape: Syntax?, LikeKind)
    case isNull(Syntax)
    case isTruth(Syntax, Bool?)
    case isDistinct(Syntax, Syntax)
    /// `x = ANY (array)` and its like.
    case quantified(Operator, Syntax, isAll: Bool, Quantified)
    case exists(QuerySyntax)
    case subquery(QuerySyntax)
    case array([Syntax])
    case arrayQuery(QuerySyntax)
    case row([Syntax])
    case element(Syntax, Syntax)
    case slice(Syntax, Syntax?, Syntax?)
    case atTimeZone(Syntax, Syntax)
  }

  package enum LikeKind: Sendable { case like, ilike, glob, similar }

  package enum Quantified: Sendable {
    case array(Syntax)
    case query(QuerySyntax)
  }

  package init(_ form: Form, at range: Range<Int>, over parts: [Syntax] = []) {
    self.form = form
    self.range = range
    depth = 1 + (parts.map(\.depth).max() ?? 0)
  }
}

/// A name as it was written.
package struct Name: Hashable, Sendable {
  /// Without its quotes.
  package let spelling: String
  /// A–Z as a–z.
  package let folded: String
  package let range: Range<Int>
  package let isQuoted: Bool
}

/// A sign, with its place.
package struct Operator: Hashable, Sendable {
  package let sign: String
  package let range: Range<Int>
}

/// The name of a data type: `numeric(10, 2)`, `timestamp with time zone`, `text[]`.
package struct TypeName: Hashable, Sendable {
  /// Its words, A–Z as a–z, with one space between them.
  package let name: String
  /// What stands in parentheses behind it.
  package let modifiers: [Int]
  /// How many pairs of brackets stand behind it.
  package let dimensions: Int
  package let range: Range<Int>
}

/// The call of a function.
package struct Call: Sendable {
  package let name: Name
  package var arguments: [Syntax]
  /// `count(*)`
  package var isOfAll = false
  package var isDistinct = false
  /// ORDER BY between its parentheses, or behind WITHIN GROUP.
  package var order: [OrderTerm] = []
  package var isWithinGroup = false
  package var filter: Syntax?
  package var window: WindowReference?
}

package enum WindowReference: Sendable {
  case name(Name)
  case definition(WindowSyntax)
}

package struct WindowSyntax: Sendable {
  package var base: Name?
  package var partition: [Syntax] = []
  package var order: [OrderTerm] = []
  /// `ROWS BETWEEN … AND …` in its words, with what its bounds count.
  package var frame: FrameSyntax?
}

package struct FrameSyntax: Sendable {
  package enum Bound: Sendable {
    case unboundedPreceding, preceding(Syntax), current, following(Syntax), unboundedFollowing
  }

  /// `rows`, `range` or `groups`
  package let unit: String
  package let start: Bound
  package let end: Bound?
  /// `current row`, `group`, `ties` or `no others`
  package let exclusion: String?
}

package struct OrderTerm: Sendable {
  package let value: Syntax
  package let isDescending: Bool
  /// Nil where it is not said.
  package let nullsFirst: Bool?
}
