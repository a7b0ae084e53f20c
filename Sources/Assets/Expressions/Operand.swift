/// What an expression compares: a field, the value of a map's key, or a constant.
///
/// Two that differ only in where they were written are equal.
public struct Operand: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case field(String)
    /// The value that a map has for a key; missing if it has none. Several values read as one text, in byte order and
    /// joined by commas.
    case value(field: String, key: String)
    case literal(Literal)
  }

  public let content: Content
  let place: TextPlace?

  init(_ content: Content, _ place: TextPlace? = nil) {
    self.content = content
    self.place = place
  }

  public static func == (left: Operand, right: Operand) -> Bool { left.content == right.content }

  public func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

/// A constant.
public enum Literal: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case real(Double)
  case bool(Bool)
  /// An instant, spelled as SQLite's date functions read it: `2024-05-01T12:30:00.5Z`; UTC where it names no zone.
  case timestamp(String)
}

/// The name of a field, as it was written.
///
/// Two that differ only in where they were written are equal.
public struct FieldReference: Hashable, Sendable, ExpressibleByStringLiteral {
  public let name: String
  let place: TextPlace?

  public init(_ name: String) { self.init(name, nil) }

  public init(stringLiteral name: String) { self.init(name) }

  init(_ name: String, _ place: TextPlace?) {
    self.name = name
    self.place = place
  }

  public static func == (left: FieldReference, right: FieldReference) -> Bool {
    left.name == right.name
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
