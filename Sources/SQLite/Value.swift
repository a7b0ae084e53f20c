/// A value of SQLite's five storage classes.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(nilLiteral: ()) { self = .null }

  /// The text, or NULL for nil.
  public init(_ text: String?) { self = text.map(Value.text) ?? .null }

  /// The integer, or NULL for nil.
  public init(_ integer: Int64?) { self = integer.map(Value.integer) ?? .null }
}
