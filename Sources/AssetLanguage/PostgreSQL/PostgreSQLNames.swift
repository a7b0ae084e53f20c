package import Assets

/// What PostgreSQL calls otherwise than the text that is made for it.
package protocol PostgreSQLNames {
  /// What to write for a column; nil for its name as it was written.
  func column(_ column: Typed.Column) -> String?

  /// What to write for a table; nil for its name as it was written.
  func table(_ table: Table) -> String?

  /// The condition that a map has pairs, of which each may be one of several values of its key; nil for the operator of
  /// `hstore`.
  func condition(_ map: PostgreSQLMap, contains pairs: MapLiteral) -> String?
}

/// A column that is a map, as it is named in a text.
package struct PostgreSQLMap {
  package let column: Typed.Column
  /// Nil for the asset that an expression is about, and for what comes from a query.
  package let table: Table?
  /// What stands before the name of the column: `a.`, or nothing.
  package let qualifier: String
}

extension Typed {
  /// The text of a constant.
  var constantText: String? {
    switch form {
    case .text(let text): text
    case .convert(let value): value.constantText
    default: nil
    }
  }
}
