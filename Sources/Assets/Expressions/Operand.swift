/// What an expression compares: a field, the value of a map's key, or a constant.
///
/// Two that differ only in where they were written are equal.
package struct Operand: Hashable, Sendable {
  /// What an operand is.
  package enum Content: Hashable, Sendable {
    case field(String)
    /// The value that a map has for a key; missing if it has none. Several values read as one text, in byte order and
    /// joined by commas.
    case value(field: String, key: String)
    case literal(Literal)
  }

  /// What it is.
  package let content: Content
  package let place: TextPlace?
  /// How many bytes of the text at its place it is.
  package let length: Int

  package init(_ content: Content, at place: TextPlace? = nil, length: Int = 0) {
    (self.content, self.place, self.length) = (content, place, length)
  }

  package static func == (left: Operand, right: Operand) -> Bool { left.content == right.content }

  package func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

/// A constant.
package enum Literal: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case real(Double)
  case bool(Bool)
  /// An instant, spelled as SQLite's date functions read it: `2024-05-01T12:30:00.5Z`; UTC where it names no zone.
  case timestamp(String)
}

extension Literal {
  /// Texts are equal if their bytes are.
  package static func == (left: Literal, right: Literal) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.text(let left), .text(let right)), (.timestamp(let left), .timestamp(let right)):
      left.exactly == right.exactly
    case (.integer(let left), .integer(let right)): left == right
    case (.real(let left), .real(let right)): left == right
    case (.bool(let left), .bool(let right)): left == right
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .text(let text), .timestamp(let text): hasher.combine(text.exactly)
    case .integer(let integer): hasher.combine(integer)
    case .real(let real): hasher.combine(real)
    case .bool(let bool): hasher.combine(bool)
    }
  }
}

/// The name of a field, as it was written.
///
/// Two that differ only in where they were written are equal.
package struct FieldReference: Hashable, Sendable, ExpressibleByStringLiteral {
  /// As it was written; fields are found in any case of A to Z.
  package let name: String
  package let place: TextPlace?

  package init(_ name: String) { self.init(name, at: nil) }

  package init(stringLiteral name: String) { self.init(name) }

  package init(_ name: String, at place: TextPlace?) {
    self.name = name
    self.place = place
  }

  package static func == (left: FieldReference, right: FieldReference) -> Bool {
    left.name.exactly == right.name.exactly
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name.exactly) }
}
