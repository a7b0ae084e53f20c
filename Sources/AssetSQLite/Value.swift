/// A value of SQLite's five storage classes.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(nilLiteral: ()) { self = .null }

  /// The text, or NULL for nil.
  package init(_ text: String?) { self = text.map(Value.text) ?? .null }

  /// The integer, or NULL for nil.
  package init(_ integer: Int64?) { self = integer.map(Value.integer) ?? .null }
}
