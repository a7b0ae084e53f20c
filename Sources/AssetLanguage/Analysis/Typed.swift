/// An expression of which everything is known: what each name stands for, what each part is, and which function is
/// called. Targets write it down in their SQL.
package struct Typed: Sendable {
  package let form: Form
  package let kind: Kind
  /// The bytes of the text that it was written as.
  package let range: Range<Int>

  package indirect enum Form: Sendable {
    case null
    /// A constant of any kind that is spelled as text: a timestamp as `Moment` sorts it, a date as RFC 3339 has it.
    case text(String)
    case whole(Int64)
    case real(Double)
    /// A number in JSON's spelling, or one that begins with a point.
    case decimal(String)
    case bool(Bool)
    case parameter(String)
    case column(Column)
    /// Of another kind.
    case convert(Typed)
    /// A function or an operator, by the operation of the table of functions.
    case apply(String, [Typed])
    /// Of two of one kind.
    case compare(String, Typed, Typed)
    case not(Typed)
    case and([Typed])
    case or([Typed])
    case isNull(Typed)
    case isTruth(Typed, Bool?)
    case isDistinct(Typed, Typed)
    case isAmong(Typed, [Typed])
    case isAmongRows([Typed], TypedQuery)
    case exists(TypedQuery)
    /// The one value of a query.
    case scalar(TypedQuery)
    case quantified(String, Typed, isAll: Bool, array: Typed)
    case quantifiedRows(String, Typed, isAll: Bool, TypedQuery)
    case caseOf(Typed?, [(when: Typed, then: Typed)], Typed?)
    case array([Typed])
    case arrayOfRows(TypedQuery)
    case row([Typed])
    case aggregate(TypedAggregate)
  }

  /// A column of a table, a query or a function in a FROM clause.
  package struct Column: Hashable, Sendable {
    package let source: Int
    package let name: String
    /// The place among the columns of its source, from 0.
    package let index: Int
  }

  package init(_ form: Form, of kind: Kind, at range: Range<Int>) {
    self.form = form
    self.kind = kind
    self.range = range
  }

  func of(_ kind: Kind) -> Typed { Typed(form, of: kind, at: range) }

  func at(_ range: Range<Int>) -> Typed { Typed(form, of: kind, at: range) }
}

/// The call of a function over several rows.
package struct TypedAggregate: Sendable {
  package let operation: String
  package let arguments: [Typed]
  package var isDistinct = false
  package var order: [TypedOrder] = []
  package var filter: Typed?
  package var window: TypedWindow?
}

package struct TypedWindow: Sendable {
  package var partition: [Typed] = []
  package var order: [TypedOrder] = []
  package var frame: Frame?

  package struct Frame: Sendable {
    package enum Bound: Sendable {
      case unboundedPreceding, preceding(Typed), current, following(Typed), unboundedFollowing
    }

    package let unit: String
    package let start: Bound
    package let end: Bound?
    package let exclusion: String?
  }
}

package struct TypedOrder: Sendable {
  package let value: Typed
  /// Where it is one of the result's columns, the place of it, from 0.
  package let column: Int?
  package let isDescending: Bool
  package let nullsFirst: Bool
}
