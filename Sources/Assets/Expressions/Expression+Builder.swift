// The language in Swift: `Operand.value(of: "env", in: "tags").isIn(["prod", "staging"]) && !.hasKey("owner", in: "tags")`

extension Operand {
  /// The value of a field, which may be any of the type's; checked when the query is asked.
  package static func field(_ name: String) -> Operand { Operand(.field(name)) }

  /// The value that a map has for a key: `tags->'env'`.
  package static func value(of key: String, in map: String) -> Operand {
    Operand(.value(field: map, key: key))
  }

  /// NULL, of which no comparison but `isDistinct` says anything.
  package static let null = Operand(.literal(.null))

  /// A moment in RFC 3339, or a date.
  package static func timestamp(_ text: String) -> Operand { Operand(.literal(.timestamp(text))) }

  /// `self = other`: unknown where either is missing.
  package func equals(_ other: Operand) -> Expression { compares(.equal, to: other) }

  /// `self comparison other`: unknown where either is missing. The kinds of both are checked when the query is asked.
  package func compares(_ comparison: Comparison, to other: Operand) -> Expression {
    .compare(self, comparison, other)
  }

  /// `self IN (others)`.
  package func isAmong(_ others: [Operand]) -> Expression { .isAmong(self, others) }

  /// `self IN (texts)`.
  package func isIn(_ texts: [String]) -> Expression {
    .isAmong(self, texts.map { Operand($0) })
  }

  /// `self LIKE pattern`: `%` stands for any characters, `_` for one, and a backslash takes what follows it for itself.
  package func isLike(_ pattern: String) -> Expression {
    .matches(self, TextPattern(.like, text: pattern))
  }
}

extension Operand: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
{
  package init(stringLiteral text: String) { self.init(.literal(.text(text))) }
  package init(integerLiteral integer: Int64) { self.init(.literal(.integer(integer))) }
  package init(floatLiteral real: Double) { self.init(.literal(.real(real))) }
  package init(booleanLiteral bool: Bool) { self.init(.literal(.bool(bool))) }

  /// A text.
  package init(_ text: String) { self.init(.literal(.text(text))) }
}

extension Expression {
  /// The map has the key, whatever its value.
  package static func hasKey(_ key: String, in map: FieldReference) -> Expression {
    .hasKeys(map, .all, [key])
  }

  /// The map has the key with the value, or with several values and this among them.
  package static func has(_ key: String, value: String, in map: FieldReference) -> Expression {
    .contains(map, MapLiteral([.init(key, value: value)]))
  }

  /// The map has nothing for the key: it is absent, lacks the key, or has null or the empty text for it. Of several
  /// values, which differ, at least one is not empty. True or false, never unknown.
  package static func lacksValue(of key: String, in map: FieldReference) -> Expression {
    let value = Operand.value(of: key, in: map.name)
    return .isNull(value) || value.equals("")
  }

  /// The map is absent or has no key.
  package static func isEmpty(_ map: FieldReference) -> Expression { .equals(map, MapLiteral()) }

  /// Both are true.
  package static func && (left: Expression, right: Expression) -> Expression {
    .and([left, right])
  }
  /// One of them is true, or both.
  package static func || (left: Expression, right: Expression) -> Expression { .or([left, right]) }
  /// It is false: unknown where that is unknown.
  package static prefix func ! (expression: Expression) -> Expression { .not(expression) }
}
